using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.People;

/// <summary>What an administrator looks at first: sellers whom nobody looks after, and whether the academy is well.</summary>
[ViewComponent(Name = "Administration")]
internal sealed class AdministrationCard(AcademyDb db, Shared.Health.Readiness health) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var people = db.Set<PersonRow>();
        var here = await people.CountAsync(p => p.SuspendedAt == null, HttpContext.RequestAborted);
        var unplaced = await PeoplePage.Unplaced(db, people).CountAsync(HttpContext.RequestAborted);
        var wrong = await health.Look();
        return Show(new AdministrationPage(here, unplaced, [.. wrong.Wrong.Keys.Order(StringComparer.Ordinal)]));
    }
}

/// <summary>The figures of the card.</summary>
/// <param name="Here">People who may sign in.</param>
/// <param name="Unplaced">Of them, sellers without a team or whose team has no manager at work.</param>
/// <param name="Wrong">Names of what is not well.</param>
internal sealed record AdministrationPage(int Here, int Unplaced, IReadOnlyList<string> Wrong);
