using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>How many were told, and how many had been told of the same and have not read it yet.</summary>
internal sealed record Asked(int Told, int Before);

/// <summary>Tells sellers what would open leads of a tier to them. Whoever has such a notice unread is not told twice.</summary>
internal sealed class AskSellers(ILedger ledger, IStringLocalizer<Words> words)
{
    public const string Kind = "lead-unlock";

    public Task<Decision<Asked>> Run(Act act, Tier tier, IReadOnlyList<TierWay> ways) => ledger.Run<Asked>(act, async entry =>
    {
        var people = ways.Select(way => way.Person).Order().ToArray();
        await entry.Hold(people.Select(person => $"notices:{person}"));
        var unread = await entry.Db.Set<NoticeRow>().Where(notice => people.Contains(notice.Person) && notice.Kind == Kind && notice.ReadAt == null).ToListAsync();
        var told = 0;
        foreach (var way in ways.OrderBy(way => way.Person))
        {
            var link = way.Steps.FirstOrDefault(step => step.Url is not null)?.Url ?? "/readiness";
            if (unread.Exists(notice => notice.Person == way.Person && notice.Link == link))
                continue;
            told++;
            await entry.Notify(
                way.Person, Kind, link, InBothLanguages.Of(() => words[$"tier.{tier}"]), InBothLanguages.Of(() => words.Way(way.Steps)), InBothLanguages.Of(() => words.Time(way.Minutes)));
        }

        return new Asked(told, ways.Count - told);
    });
}
