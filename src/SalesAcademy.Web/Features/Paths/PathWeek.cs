using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>This week on your path.</summary>
[ViewComponent(Name = "PathWeek")]
internal sealed class PathWeek(Enrolments enrolments, AcademyDb db, Moments moments) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages of signed-in people only
        var paths = await enrolments.Of(db, person.Id, moments.Today, HttpContext.RequestAborted);
        return paths.FirstOrDefault(path => path.Done < path.Steps.Count) is { } path
            ? Show(new PathWeekPage(path.Title, WeekOnPath.Of(path, moments.Today, person.Zone), person.ContentLanguage))
            : Content("");
    }
}

/// <summary>The week of one person.</summary>
internal sealed record PathWeekPage(SalesAcademy.Content.Localised<string> Title, IReadOnlyList<WeekItem> Items, string Language)
{
    private const int MostShown = 6;

    public IEnumerable<WeekItem> Shown => Items.Take(MostShown);

    public int Done => Items.Count(item => item.IsDone);
}
