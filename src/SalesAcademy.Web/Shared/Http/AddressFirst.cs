using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>What stands in the address is read from the address: left to itself, a form field of the same name overrules it, also with nothing.</summary>
internal sealed partial class AddressFirst : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        foreach (var parameter in action.Parameters.Where(parameter => parameter.BindingInfo?.BindingSource is null && IsInEveryAddress(parameter.Name, action)))
            (parameter.BindingInfo ??= new BindingInfo()).BindingSource = BindingSource.Path;
    }

    private static bool IsInEveryAddress(string name, ActionModel action) => action.Selectors.All(own =>
        Holds(own.AttributeRouteModel, name) || (own.AttributeRouteModel?.IsAbsoluteTemplate != true && action.Controller.Selectors.All(shared => Holds(shared.AttributeRouteModel, name))));

    private static bool Holds(AttributeRouteModel? route, string name) =>
        Place().Matches(route?.Template ?? "").Any(place => place.Groups["name"].Value == name);

    [GeneratedRegex(@"\{\**(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
