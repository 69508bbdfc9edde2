using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>A seller's readiness, whoever reads it.</summary>
internal sealed record ReadinessPage
{
    public required SellerPicture Seller { get; init; }

    /// <summary>Whether the reader is the seller.</summary>
    public required bool IsOwn { get; init; }

    public required Outlook Outlook { get; init; }

    public required Parts Parts { get; init; }

    /// <summary>The gates of the tier chosen.</summary>
    public required GateList Gates { get; init; }

    /// <summary>The tiers whose gates can be chosen, with how many are met.</summary>
    public required IReadOnlyList<GateList> Tabs { get; init; }

    public required History History { get; init; }

    /// <summary>What moved the tier, the newest first: the evidence, and what a manager has set.</summary>
    public required IReadOnlyList<TierMove> Moves { get; init; }

    /// <summary>The override that stands today, with who decided and why.</summary>
    public OverrideNote? Override { get; init; }

    /// <summary>The form of the seller's manager; null for everybody else.</summary>
    public OverrideForm? Form { get; init; }

    public required DateTime ComputedAt { get; init; }
}

/// <summary>An override as it is shown beside the tier.</summary>
internal sealed record OverrideNote(TierOverride Override, string By, string Reason);

/// <summary>What moved a tier on a day: a change by the evidence, or an override.</summary>
internal sealed record TierMove(DateOnly Day, Tier To, TierChangeRow? Change, OverrideNote? Override);

/// <summary>Makes the page of a seller.</summary>
internal sealed class ReadinessPages(AcademyDb db, IStringLocalizer<Words> words, IEnumerable<NavigationItem> navigation, Clock clock)
{
    private const int MovesShown = 8;

    /// <summary>Where the drill is; null where the house has none.</summary>
    public string? DrillUrl { get; } = navigation.FirstOrDefault(item => item.Key == "drill")?.Url;

    public async Task<ReadinessPage> Of(SellerPicture seller, bool isOwn, Tier? gates, OverrideForm? form = null)
    {
        var next = seller.Stepped < Tier.Enterprise ? seller.Stepped + 1 : Tier.Enterprise;
        GateList[] tabs = [.. Enum.GetValues<Tier>().Where(tier => tier >= next && tier <= next + 1).Select(tier => GateList.Of(seller, tier, words))];
        return new ReadinessPage
        {
            Seller = seller,
            IsOwn = isOwn,
            Outlook = Outlook.Of(seller, DrillUrl),
            Parts = Parts.Of(seller),
            History = History.Of(seller),
            Tabs = tabs,
            Gates = tabs.FirstOrDefault(tab => tab.Tier == gates) ?? tabs[0],
            Moves = await Moves(seller.Person.Id),
            Override = seller.Seller.Overridden is { } row ? await Notes(db.Set<TierOverrideRow>().Where(o => o.Id == row.Id)).SingleOrDefaultAsync() : null,
            Form = form,
            ComputedAt = clock.Now,
        };
    }

    private async Task<IReadOnlyList<TierMove>> Moves(Guid person)
    {
        var changes = await db.Set<TierChangeRow>().Where(c => c.Person == person).OrderByDescending(c => c.Number).Take(MovesShown).ToListAsync();
        var overrides = await Notes(db.Set<TierOverrideRow>().Where(o => o.Person == person).OrderByDescending(o => o.Number).Take(MovesShown)).ToListAsync();
        return [.. changes.Select(change => new TierMove(change.Day, change.To, change, null))
            .Concat(overrides.Select(note => new TierMove(note.Override.From, note.Override.To, null, note))).OrderByDescending(move => move.Day).Take(MovesShown)];
    }

    private IQueryable<OverrideNote> Notes(IQueryable<TierOverrideRow> rows) =>
        from row in rows
        join person in db.Set<PersonRow>() on row.By equals person.Id
        join spoken in db.Set<SpokenRow>() on row.Reason equals spoken.Id into said
        from words in said.DefaultIfEmpty()
        orderby row.Number descending
        select new OverrideNote(new TierOverride(row.To, row.From, row.Until, row.By), person.Name, words.Words ?? "");
}
