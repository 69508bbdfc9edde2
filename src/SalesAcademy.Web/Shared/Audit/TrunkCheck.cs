using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>Walks the trunk from its first event to its head and holds it against the anchor. It reads in pages, so that memory stays flat and a serving academy is not held up.</summary>
/// <param name="db">The database to look through.</param>
/// <param name="anchor">What vouches for it; null for nothing.</param>
/// <param name="isCopy">Whether the anchor is a copy, which may lag behind.</param>
internal sealed class TrunkCheck(AcademyDb db, AnchorFile? anchor, bool isCopy = false)
{
    private const int Page = 2_000;

    private int page = Page;

    private TrunkHead before = EventTrunk.Start;
    private long anchored;

    public async Task<TrunkReport> Run(CancellationToken cancellation = default)
    {
        // In this order while the academy goes on: each knows at least what the one before knew.
        var kept = await db.Set<BookmarkRow>().Where(b => b.Consumer == AnchorKeeper.Bookmark).Select(b => b.Sequence).SingleOrDefaultAsync(cancellation);
        var shape = anchor is { Exists: true } ? AnchorShape.Of(anchor) : null;
        var head = await db.Set<TrunkHeadRow>().Select(h => new TrunkHead(h.Sequence, h.Hash)).SingleAsync(cancellation);
        TrunkFinding?[] findings = [await Walk(head, shape?.Heads(anchor!) ?? [], cancellation), OfAnchor(shape, kept)];
        return new TrunkReport(before.Sequence, anchored, [.. findings.OfType<TrunkFinding>()], [.. shape?.Restores ?? []]);
    }

    private async Task<TrunkFinding?> Walk(TrunkHead head, IEnumerable<TrunkHead> heads, CancellationToken cancellation)
    {
        using var vouched = heads.GetEnumerator();
        var more = vouched.MoveNext();
        while (await Next(head.Sequence, cancellation) is { Count: > 0 } rows)
            foreach (var row in rows)
            {
                if (row is null)
                    return new(TrunkFault.Altered, $"Event {await NextNumber(cancellation)} cannot be read: a part of it has another form than it was written in.");
                if (row.Sequence != before.Sequence + 1)
                    return new(TrunkFault.Missing, $"Event {before.Sequence + 1} is not there; the next is {row.Sequence}.");
                if (!EventTrunk.Fits(row, before))
                    return new(TrunkFault.Altered, $"Event {row.Sequence} does not fit what it was hashed with, or the event before it.");
                before = new TrunkHead(row.Sequence, row.Hash);
                for (; more && vouched.Current.Sequence == row.Sequence; more = vouched.MoveNext(), anchored = row.Sequence)
                    if (vouched.Current.Hash != row.Hash)
                        return new(TrunkFault.Rewritten, $"Event {row.Sequence} is not the one that was anchored: the trunk was rewritten from one of the events {anchored + 1} to {row.Sequence} on.");
            }

        if (before != head)
            return new(TrunkFault.Truncated, $"The trunk ends at event {before.Sequence}, but its head is {head.Sequence}.");
        return more ? new(TrunkFault.Truncated, $"The trunk ends at event {before.Sequence}, but event {vouched.Current.Sequence} was anchored. If a backup was restored by hand, run: audit anchor --restored") : null;
    }

    private TrunkFinding? OfAnchor(AnchorShape? shape, long kept) => (anchor, shape) switch
    {
        (null, _) => new(TrunkFault.NotAnchored, "No anchor vouches for the trunk (Academy:Anchor): one forged from end to end would not show."),
        (_, null) => new(TrunkFault.AnchorMissing, $"There is no anchor at {anchor.Path}{(kept > 0 ? $", but it had been written as far as event {kept}" : "")}."),
        (_, { BrokenLine: { } line }) => new(TrunkFault.AnchorAltered, $"Line {line} of {anchor.Path} cannot be read, or does not follow the line before it."),
        (_, { Reached: var reached }) when reached < kept && !isCopy => new(TrunkFault.AnchorShortened, $"{anchor.Path} ends at event {reached}, but had been written as far as event {kept}."),
        _ => null,
    };

    /// <summary>The next events; one by one from where some cannot be read, and null for the first that cannot.</summary>
    private async Task<IReadOnlyList<EventRow?>> Next(long last, CancellationToken cancellation)
    {
        var after = before.Sequence;
        try
        {
            return await db.Set<EventRow>().AsNoTracking().Where(e => e.Sequence > after && e.Sequence <= last).OrderBy(e => e.Sequence).Take(page).ToListAsync(cancellation);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            if (page == 1)
                return [null];
            page = 1;
            return await Next(last, cancellation);
        }
    }

    private Task<long> NextNumber(CancellationToken cancellation)
    {
        var after = before.Sequence;
        return db.Set<EventRow>().Where(e => e.Sequence > after).MinAsync(e => e.Sequence, cancellation);
    }
}
