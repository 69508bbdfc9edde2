using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A figure of the bottleneck that leads to what it counts; leads without an owner are a list of their own.</summary>
internal enum BottleneckFigure
{
    /// <summary>Leads that came in over the days counted.</summary>
    Arrived,

    /// <summary>Sellers with the tier and its gates.</summary>
    Sellers,

    /// <summary>Leads without an owner for whose tags none of these sellers is fit.</summary>
    Untagged,

    /// <summary>Sellers whom the reader answers for and who do not have the tier, where it is short of sellers.</summary>
    Lacking,
}

/// <summary>Which figure somebody wants to see behind.</summary>
internal sealed record BottleneckQuery
{
    public string? Tier { get; init; }

    public string? Of { get; init; }
}

/// <summary>Reads what stands behind a figure of the bottleneck, by the same questions that count it.</summary>
internal sealed class BehindBottleneck(AcademyDb db, Inflows inflows, IStringLocalizer<Words> words, Checks checks)
{
    public async Task<BehindFigure> Of(
        CurrentPerson reader, Tier tier, BottleneckFigure figure, LeadPolicy policy, IReadOnlyList<Competitor> fit, IReadOnlyList<LeadFile> own, IReadOnlySet<string> hidden, AsOf asOf, CancellationToken cancellation)
    {
        var title = words[$"bottleneck.behind.{figure}", checks.NameOf(tier)].Value;
        return figure switch
        {
            BottleneckFigure.Sellers or BottleneckFigure.Lacking => await OfSellers(reader, title, policy, fit, asOf, cancellation),
            BottleneckFigure.Untagged => await BehindFigure.OfLeads(
                db, reader, title, [.. own.Where(file => !fit.Any(seller => Inflow.Suits(policy, KindOf(policy, file, asOf), seller))).Select(file => new CountedLead(file.Row.Id, null, file.Row.WaitingSince))], cancellation),
            _ => await OfArrived(reader, title, [.. (await inflows.Came(db, asOf, cancellation)).Where(lead => lead.Tier == tier && !hidden.Contains(policy.CellOf(lead.Tier, lead.Source, lead.Tags)))], cancellation),
        };
    }

    // What another team owns is counted, not listed.
    private async Task<BehindFigure> OfArrived(CurrentPerson reader, string title, IReadOnlyList<CameLead> came, CancellationToken cancellation)
    {
        var visible = (await Staff.VisibleTo(db, reader).Select(p => p.Id).ToListAsync(cancellation)).ToHashSet();
        return await BehindFigure.OfLeads(
            db, reader, title, [.. came.Where(lead => lead.Owner is not { } owner || visible.Contains(owner)).Select(lead => new CountedLead(lead.Id, lead.Owner, lead.At))], cancellation, came.Count);
    }

    private static LeadKind KindOf(LeadPolicy policy, LeadFile file, AsOf asOf) => Inflow.Of(policy, asOf.Today, [(file.Row.Tier, file.Tags, file.Now.Cell)], []).Kinds[0];

    private async Task<BehindFigure> OfSellers(CurrentPerson reader, string title, LeadPolicy policy, IReadOnlyList<Competitor> fit, AsOf asOf, CancellationToken cancellation)
    {
        var ids = fit.Select(seller => seller.Id).ToArray();
        var names = await Staff.VisibleTo(db, reader).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new(title, fit.Count)
        {
            Sellers = [.. fit.Where(seller => names.ContainsKey(seller.Id)).Select(seller => new BehindSeller(seller.Id, names[seller.Id], seller.Tier, Room.Of(policy, seller, asOf).Left, policy.Weekly(seller.Tier)))
                .OrderByDescending(seller => seller.Room).ThenBy(seller => seller.Name, StringComparer.CurrentCulture).Take(BehindFigure.Most)],
        };
    }
}
