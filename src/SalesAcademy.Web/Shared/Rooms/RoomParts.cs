using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewComponents;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Shared.Rooms;

/// <summary>Lets controllers and view components stay internal to the project, as everything but a front door is.</summary>
internal sealed class RoomParts : IApplicationFeatureProvider<ControllerFeature>, IApplicationFeatureProvider<ViewComponentFeature>
{
    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) => Add(parts, typeof(AcademyController), feature.Controllers);

    public void PopulateFeature(IEnumerable<ApplicationPart> parts, ViewComponentFeature feature) => Add(parts, typeof(ViewComponent), feature.ViewComponents);

    private static void Add(IEnumerable<ApplicationPart> parts, Type kind, IList<TypeInfo> found)
    {
        foreach (var type in parts.OfType<IApplicationPartTypeProvider>().SelectMany(p => p.Types))
            if (type.IsAssignableTo(kind) && type is { IsAbstract: false, IsPublic: false } && !found.Contains(type))
                found.Add(type);
    }
}

/// <summary>A view lives in the folder of its room: Features/&lt;Room&gt;/&lt;View&gt;.cshtml, or in Shared.</summary>
internal sealed class RoomViews : IViewLocationExpander, IControllerModelConvention
{
    private const string Room = "room";

    public void Apply(ControllerModel controller)
    {
        if (RoomOf(controller.ControllerType) is { } room)
            controller.RouteValues[Room] = room;
    }

    public void PopulateValues(ViewLocationExpanderContext context) =>
        context.Values[Room] = context.ActionContext.ActionDescriptor.RouteValues.TryGetValue(Room, out var room) ? room : null;

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations)
    {
        if (context.Values.TryGetValue(Room, out var room) && room is not null)
            yield return $"/Features/{room}/{{0}}.cshtml";
        yield return "/Shared/Home/{0}.cshtml";
        yield return "/Shared/Http/{0}.cshtml";
        yield return "/Shared/Look/{0}.cshtml";
    }

    internal static string? RoomOf(Type type) => type.Namespace?.Split('.') is [_, _, "Features", var room, ..] ? room : null;
}
