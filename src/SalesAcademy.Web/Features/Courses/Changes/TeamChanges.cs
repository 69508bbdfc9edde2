using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>For the path page of a manager: who of their teams has which change still to read; nothing when nobody has.</summary>
[ViewComponent(Name = "TeamChanges")]
internal sealed class TeamChanges(ChangeTasks tasks, AcademyDb db) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync()
    {
        var person = HttpContext.Features.Get<CurrentPerson>()!; // mounted on pages of signed-in people only
        var open = person.ManagedTeams.Count == 0 ? [] : await tasks.OpenOf(db, Staff.TeamOf(db, person), HttpContext.RequestAborted);
        return open.Count == 0 ? Content("") : View("/Features/Courses/Changes/TeamChanges.cshtml", new TeamChangesCard(open, person.ContentLanguage));
    }
}

/// <summary>Who has what to read.</summary>
internal sealed record TeamChangesCard(IReadOnlyList<TeamChange> Open, string Language);
