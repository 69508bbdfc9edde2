using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>A seller with everything they can do, and where it would bring them.</summary>
/// <param name="Person">The seller.</param>
/// <param name="Role">What they are measured by.</param>
/// <param name="Prospect">Where selections of efforts lead.</param>
/// <param name="Ways">What there is to do, in the order in which it is taught.</param>
/// <param name="Coaches">Those who may observe the seller, whoever has rated least lately first.</param>
public sealed record SellerProspect(Guid Person, RoleProfile Role, Prospect Prospect, IReadOnlyList<Doable> Ways, IReadOnlyList<Guid> Coaches)
{
    /// <summary>Certifications not held of which no attempt is left, so that they are none of the ways: somebody else has to grant one.</summary>
    public IReadOnlyList<Localised<string>> Spent { get; init; } = [];

    /// <summary>The efforts of the ways.</summary>
    public IReadOnlyList<Effort> Efforts => [.. Ways.Select(way => way.Effort)];

    /// <summary>The ways of some of the efforts, in the same order.</summary>
    public IReadOnlyList<Doable> WaysOf(IReadOnlyList<Effort> efforts) => [.. efforts.Select(effort => Ways.First(way => ReferenceEquals(way.Effort, effort)))];
}

/// <summary>What a seller's way to a tier depends on; while it is the same, so is the way.</summary>
/// <param name="Person">The seller.</param>
/// <param name="Key">Compared as a whole.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ProspectBasis(Guid Person, string Key);

/// <summary>A front door of Readiness, for rooms that open something to sellers: what sellers could do, and where it would bring them.</summary>
public sealed class Prospects
{
    private readonly Library library;
    private readonly Openings openings;
    private readonly ShutCertifications sittings;
    private readonly string? drillUrl;

    internal Prospects(Library library, Openings openings, ShutCertifications sittings, IEnumerable<NavigationItem> navigation) =>
        (this.library, this.openings, this.sittings, drillUrl) = (library, openings, sittings, navigation.FirstOrDefault(item => item.Key == "drill")?.Url);

    /// <summary>The prospects of many sellers as of a day, in the order of their ids: on eleven queries however many they are. Those whose basis the caller knows already are passed over: their evidence is not read.</summary>
    /// <param name="db">Where it is read.</param>
    /// <param name="people">Whom; those who do not sell are left out.</param>
    /// <param name="day">The day.</param>
    /// <param name="known">Asked with the basis of each; true for those to pass over.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<SellerProspect>> Of(
        AcademyDb db, IReadOnlyList<Guid> people, DateOnly day, Func<ProspectBasis, bool>? known = null, CancellationToken cancellation = default)
    {
        var catalogue = library.Now;
        var rows = db.Set<PersonRow>().Where(person => people.Contains(person.Id));
        var sellers = (await SellerPage.Of(db, rows, day).ToListAsync(cancellation)).Where(seller => seller.Active && catalogue.Readiness.Roles.ContainsKey(seller.Profile)).ToArray();
        var before = await openings.Before(db, people, cancellation);
        var shut = await sittings.Of(db, catalogue, people, cancellation);
        var coaches = (await db.Set<TeamManagerRow>().Join(rows, manager => (Guid?)manager.TeamId, person => person.TeamId, (manager, person) => new { person.Id, manager.PersonId })
            .Where(of => of.Id != of.PersonId).ToListAsync(cancellation)).ToLookup(of => of.Id, of => of.PersonId);
        var wanted = sellers.Where(seller => known is null || !known(BasisOf(seller))).OrderBy(seller => seller.Person).ToArray();
        if (wanted.Length == 0)
            return [];
        var hired = await rows.Select(person => new { person.Id, person.HiredOn, person.ContentLanguage }).ToDictionaryAsync(person => person.Id, cancellation);
        var evidence = await SellerEvidence.Of(db, [.. wanted.Select(seller => seller.Person)], cancellation);
        return [.. wanted.Select(seller =>
        {
            var (own, person, role) = (evidence[seller.Person], hired[seller.Person], catalogue.Readiness.Roles[seller.Profile]);
            var record = own.RecordOf(seller.Person, seller.Active, catalogue, day);
            var raters = WayFacts.InTurn(coaches[seller.Person], own);
            var facts = WayFacts.Of(person.HiredOn, person.ContentLanguage, own, raters, day, drillUrl, new Dictionary<Milestone, Prerequisite>(), ShutTo(seller.Person));
            var prospect = new Prospect(catalogue.Readiness, role, record, new TierState(seller.TierOn(day), seller.Row?.Below ?? 0), seller.Override, day);
            return new SellerProspect(seller.Person, role, prospect, WaysAhead.Of(catalogue, role, record, prospect.Now.Assessment, facts, raters, BeforeOf(seller.Person)), raters)
            {
                Spent = [.. catalogue.Certifications.Where(certification => ShutTo(seller.Person).TryGetValue(certification.Id, out var until) && until is null && !record.Standing.Certifications.Contains(certification.Id)).Select(certification => certification.Title)],
            };
        })];

        IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>> BeforeOf(Guid person) => before.GetValueOrDefault(person, new Dictionary<Milestone, IReadOnlyList<Milestone>>());

        IReadOnlyDictionary<string, DateTime?> ShutTo(Guid person) => shut.GetValueOrDefault(person, ShutCertifications.None);

        // The stamp stands for evidence and standing.
        ProspectBasis BasisOf(Seller seller)
        {
            string[] parts =
            [
                $"{seller.Stamp}", $"{day.DayNumber}", catalogue.Hash, seller.Profile, $"{seller.TierOn(day)}", $"{seller.Row?.Below}", $"{seller.Overridden?.Number}",
                .. coaches[seller.Person].Order().Select(coach => $"{coach}"), .. BeforeOf(seller.Person).Keys.Select(closed => $"{closed.Kind}:{closed.Id}"),
                .. ShutTo(seller.Person).Select(one => $"{one.Key}:{one.Value:O}"),
            ];
            return new(seller.Person, string.Join('|', parts));
        }
    }
}
