using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Leads as they came in, for a trial, which places them in its pools; without accounts and earlier owners, which the trial itself would have made others.</summary>
internal static class PastLeads
{
    private const int Most = 100_000;

    /// <summary>Those that came in since an instant and could be given to somebody, at most the newest 100,000.</summary>
    public static async Task<IReadOnlyList<PastLead>> Of(AcademyDb db, DateTime since, CancellationToken cancellation)
    {
        var leads = await db.Set<LeadRow>().Where(l => l.ArrivedAt >= since && l.State != LeadState.Locked && l.State != LeadState.Duplicate).OrderByDescending(l => l.ArrivedAt).ThenBy(l => l.Id).Take(Most)
            .Select(l => new { l.Id, l.Tier, l.Source, l.ArrivedAt }).ToListAsync(cancellation);
        var tags = (await db.Set<LeadTagRow>().Where(t => db.Set<LeadRow>().Any(l => l.Id == t.Lead && l.ArrivedAt >= since)).ToListAsync(cancellation)).ToLookup(t => t.Lead, t => new Tag(t.Kind, t.Value));
        var first = (await db.Set<OwnershipRow>().Where(o => db.Set<LeadRow>().Any(l => l.Id == o.Lead && l.ArrivedAt >= since)).OrderBy(o => o.Sequence).Select(o => new { o.Lead, o.Day, o.EndedOn }).ToListAsync(cancellation))
            .DistinctBy(o => o.Lead).ToDictionary(o => o.Lead);
        return [.. leads.Select(l => new PastLead(
            new Lead { Id = l.Id, Tier = l.Tier, Source = l.Source, Waiting = new DateTimeOffset(l.ArrivedAt), Tags = [.. tags[l.Id]] },
            first.GetValueOrDefault(l.Id) is { EndedOn: { } ended } own ? TimeSpan.FromDays(ended.DayNumber - own.Day.DayNumber) : null))];
    }
}
