using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Everything kept about one lead, turned into what the rules ask about; of any point of the ledger. Its pool is the one of the policy it is read under.</summary>
internal sealed record LeadFile(
    LeadRow Row, IReadOnlyList<Tag> Tags, IReadOnlyList<OwnershipRow> Ownerships, Guid? AccountOwner, IReadOnlyList<(MergeRow Row, IReadOnlyList<Tag> Tags, string Source)> Merges, LeadPolicy Policy)
{
    public OwnershipRow? Current => Ownerships.FirstOrDefault(o => o.EndSequence is null);

    public static async Task<LeadFile?> Find(AcademyDb db, Guid id, LeadPolicy policy) =>
        await db.Set<LeadRow>().SingleOrDefaultAsync(l => l.Id == id) is { } row ? (await Of(db, [row], policy))[0] : null;

    /// <summary>Of a lead that has just come in, so that nothing is kept about it yet.</summary>
    public static async Task<LeadFile> New(AcademyDb db, LeadRow row, IReadOnlyList<Tag> tags, LeadPolicy policy) => new(
        row, tags, [], row.Account is { } account ? (await OwnersOf(db, [account])).FirstOrDefault(o => o.Lead != row.Id).Owner : null, [], policy);

    public static async Task<IReadOnlyList<LeadFile>> Of(AcademyDb db, IReadOnlyList<LeadRow> rows, LeadPolicy policy)
    {
        var ids = rows.Select(r => r.Id).ToArray();
        var accounts = rows.Select(r => r.Account).OfType<string>().Distinct().ToArray();
        var merges = (await db.Set<MergeRow>().Where(m => ids.Contains(m.Into)).OrderBy(m => m.Sequence).ToListAsync()).ToLookup(m => m.Into);
        Guid[] tagged = [.. ids, .. merges.SelectMany(m => m).Select(m => m.Duplicate)];
        Guid[] duplicates = [.. tagged.Except(ids)];
        var sources = duplicates.Length == 0 ? [] : await db.Set<LeadRow>().Where(l => duplicates.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => l.Source);
        var tags = (await db.Set<LeadTagRow>().Where(t => tagged.Contains(t.Lead)).ToListAsync()).ToLookup(t => t.Lead, t => new Tag(t.Kind, t.Value));
        var ownerships = (await db.Set<OwnershipRow>().Where(o => ids.Contains(o.Lead)).OrderBy(o => o.Sequence).ToListAsync()).ToLookup(o => o.Lead);
        var owners = accounts.Length == 0 ? [] : await OwnersOf(db, accounts);
        return [.. rows.Select(row => new LeadFile(
            row, [.. tags[row.Id]], [.. ownerships[row.Id]], row.Account is null ? null : owners.FirstOrDefault(o => o.Account == row.Account && o.Lead != row.Id).Owner,
            [.. merges[row.Id].Select(m => (m, (IReadOnlyList<Tag>)[.. tags[m.Duplicate]], sources.GetValueOrDefault(m.Duplicate, "")))], policy))];
    }

    // Who has a lead of an account, the newest first.
    private static async Task<IReadOnlyList<(Guid Lead, string? Account, Guid? Owner)>> OwnersOf(AcademyDb db, IReadOnlyList<string> accounts) =>
        (await db.Set<LeadRow>().Where(l => l.Account != null && accounts.Contains(l.Account) && l.Owner != null && (l.State == LeadState.Owned || l.State == LeadState.Won))
            .OrderByDescending(l => l.Since).Select(l => new { l.Id, l.Account, l.Owner }).ToListAsync()).ConvertAll(l => (l.Id, l.Account, l.Owner));

    /// <summary>The same lead under another policy, which may place it elsewhere.</summary>
    public LeadFile Under(LeadPolicy policy) => this with { Policy = policy };

    /// <summary>The lead as it stands.</summary>
    public Lead Now => new()
    {
        Id = Row.Id,
        Tier = Row.Tier,
        Source = Row.Source,
        Cell = Policy.CellOf(Row.Tier, Row.Source, Tags),
        Waiting = new DateTimeOffset(Row.WaitingSince),
        Tags = Tags,
        Duplicate = Row.State == LeadState.Duplicate,
        ContactAllowed = Row.State != LeadState.Locked,
        AccountOwner = AccountOwner,
        PastOwners = PastOwners(long.MaxValue),
        Holding = Row is { State: LeadState.Owned, Owner: { } owner, Since: { } since, Earned: { } earned } ? new Holding(owner, since, earned, Row.OpportunityOpen) : null,
        End = Row.State switch { LeadState.Won => LeadEnd.Won, LeadState.Lost => LeadEnd.Lost, _ => null },
    };

    /// <summary>The lead as a decision met it, under the policy of then.</summary>
    public Lead Then(DecisionRow decision, LeadPolicy policy) => policy.Placed(Then(decision.WaitingSince, decision.AccountOwner, decision.Sequence));

    /// <summary>The lead as a contested denial met it, under the policy of then.</summary>
    public Lead Then(DenialRow denial, LeadPolicy policy) => policy.Placed(Then(denial.WaitingSince, denial.AccountOwner, denial.Sequence));

    // Without an owner, and neither a duplicate nor locked: about those nothing is decided, whatever has become of the lead since.
    private Lead Then(DateTime waitingSince, Guid? accountOwner, long sequence)
    {
        var facts = FactsAsOf(sequence);
        return Now with
        {
            Waiting = new DateTimeOffset(waitingSince),
            Tags = facts.Tags,
            Source = facts.Source,
            AccountOwner = accountOwner,
            PastOwners = PastOwners(sequence),
            Duplicate = false,
            ContactAllowed = true,
            Holding = null,
            End = null,
        };
    }

    // What merges have filled since, or had filled and given back, was not there or was.
    private LeadFacts FactsAsOf(long sequence)
    {
        var now = Facts.Of(Row, Tags);
        var own = MergeLeads.Without(now, Merges.Where(m => m.Row.EndSequence is null).SelectMany(m => m.Row.Filled));
        var then = MergeLeads.InOrder(own, Merges.Where(m => m.Row.Sequence < sequence && (m.Row.EndSequence ?? long.MaxValue) >= sequence).Select(m => own with { Tags = m.Tags, Source = m.Source }));
        return Merges.Count == 0 ? now : then.Count == 0 ? own : then[^1].Lead;
    }

    private IReadOnlyList<PastOwner> PastOwners(long before) =>
    [
        .. Ownerships.Where(o => o.End is OwnershipEnd.GivenBack or OwnershipEnd.Expired or OwnershipEnd.Transferred && o.EndSequence < before)
            .Select(o => new PastOwner(o.Person, o.EndedOn!.Value)), // an end has its day
    ];
}
