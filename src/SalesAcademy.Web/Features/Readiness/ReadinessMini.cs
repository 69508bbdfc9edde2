using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>The readiness of one person of the reader's team in a line, for lists of people.</summary>
[ViewComponent(Name = "ReadinessMini")]
internal sealed class ReadinessMini(TeamStandings team) : RoomCard
{
    public async Task<IViewComponentResult> InvokeAsync(Guid person) =>
        HttpContext.Features.Get<CurrentPerson>() is { } reader && (await team.Of(reader)).GetValueOrDefault(person) is { } standing
            ? Show(standing)
            : Content("");
}

/// <summary>The standings of a reader's team, read once per request however many rows show them.</summary>
internal sealed class TeamStandings(AcademyDb db, ReadinessBook book, Clock clock)
{
    private Dictionary<Guid, SellerStanding>? standings;

    public async Task<Dictionary<Guid, SellerStanding>> Of(CurrentPerson reader) =>
        standings ??= (await book.Of(db, Staff.TeamOf(db, reader), clock.Today)).ToDictionary(s => s.Person);
}
