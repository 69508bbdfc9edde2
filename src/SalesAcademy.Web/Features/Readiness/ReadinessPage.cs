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

    public required IReadOnlyList<TierChangeRow> Changes { get; init; }

    /// <summary>The override that stands today, with who decided and why.</summary>
    public OverrideNote? Override { get; init; }

    /// <summary>The form of the seller's manager; null for everybody else.</summary>
    public OverrideForm? Form { get; init; }

    public required DateTime ComputedAt { get; init; }
}

/// <summary>An override as it is shown beside the tier.</summary>
internal sealed record OverrideNote(TierOverride Override, string By, string Reason);

/// <summary>Makes the page of a seller.</summary>
internal sealed class ReadinessPages(AcademyDb db, IStringLocalizer<Words> words, IEnumerable<NavigationItem> navigation, Clock clock)
{
    private const int ChangesShown = 5;

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
            Changes = await db.Set<TierChangeRow>().Where(c => c.Person == seller.Person.Id).OrderByDescending(c => c.Number).Take(ChangesShown).ToListAsync(),
            Override = seller.Seller.Overridden is { } row ? await Note(row) : null,
            Form = form,
            ComputedAt = clock.Now,
        };
    }

    private Task<OverrideNote?> Note(TierOverrideRow row) => (
        from person in db.Set<PersonRow>()
        join spoken in db.Set<SpokenRow>() on row.Reason equals spoken.Id into said
        from words in said.DefaultIfEmpty()
        where person.Id == row.By
        select new OverrideNote(row.AsDecided, person.Name, words.Words ?? "")).SingleOrDefaultAsync();
}
