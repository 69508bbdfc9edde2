using Microsoft.Extensions.Localization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>People of a manager's team who have fallen behind their path.</summary>
internal sealed class TeamWaiting(AcademyDb db, Clock clock, IStringLocalizer<Words> words) : IWaiting
{
    private const int Behind = 50;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation) =>
        (await TeamLine.Of(db, person, clock, cancellation)).Where(line => line.Overdue > 0).ToArray() is [var first, ..] late
            ? [new WaitingWork(words.Count("waiting.team", late.Length, first.Name), words["waiting.team.action"], "/paths", words.Count("waiting.team.detail", late.Sum(line => line.Overdue)), "route", Behind)]
            : [];
}
