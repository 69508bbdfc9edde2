using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What a seller may be trusted with as of a day.</summary>
/// <param name="Person">The seller.</param>
/// <param name="Tier">The tier that leads are given by, an override included.</param>
/// <param name="Certifications">Certifications valid on the day.</param>
/// <param name="GatesHold">Whether the seller is active and every hard gate of the tier holds on the day.</param>
/// <param name="Competencies">C of each competency of the role, 0..1.</param>
/// <param name="Score">Readiness, 0..1.</param>
/// <param name="Low">Low end of the 80 % interval, 0..1.</param>
/// <param name="High">High end, 0..1.</param>
public sealed record SellerStanding(
    Guid Person, Tier Tier, IReadOnlySet<string> Certifications, bool GatesHold, IReadOnlyDictionary<string, double> Competencies, double Score, double Low, double High)
{
    /// <summary>What a manager has lowered; null where the tier is not below the earned one.</summary>
    public Lowering? Lowered { get; init; }
}

/// <summary>Where a seller would stand under another policy.</summary>
/// <param name="Profile">The role profile.</param>
/// <param name="Standing">At once: gates act, the tier is the one of the last daily step.</param>
/// <param name="Tomorrow">The tier after the next daily step, if nothing else happens until then.</param>
/// <param name="Settled">The tier once the days of grace are over, overrides too, if readiness stays as it is tomorrow.</param>
public sealed record SellerOutlook(string Profile, SellerStanding Standing, Tier Tomorrow, Tier Settled);

/// <summary>
/// The front door of Readiness: where sellers stand as of a day. Scores are computed from evidence, since freshness falls at midnight
/// without any event; each is computed once per person, day and state of the evidence, and kept in memory.
/// </summary>
public sealed class ReadinessBook(Library library)
{
    private const int MostKept = 400_000;

    // Of each person two days: before midnight that of tomorrow is weighed while that of today is still asked for.
    private readonly ConcurrentDictionary<(Guid Person, bool IsEven), Kept> kept = [];
    private readonly QuestionMatters matters = new(library);

    /// <summary>Where one person stands, by the policy in force or an earlier one; null for somebody who does not sell. Inside a command give its own context, to see what it has written.</summary>
    public async Task<SellerStanding?> Of(AcademyDb db, Guid person, DateOnly day, Catalogue? under = null) =>
        (await Of(db, db.Set<PersonRow>().Where(p => p.Id == person), day, under)).SingleOrDefault();

    /// <summary>Where everybody stands who sells here now, in the order of their ids.</summary>
    public async Task<IReadOnlyList<SellerStanding>> All(AcademyDb db, DateOnly day, Catalogue? under = null) =>
        await Of(db, db.Set<PersonRow>().Where(p => p.SuspendedAt == null), day, under);

    /// <summary>Where those of some people stand who sell here now, in the order of their ids.</summary>
    public async Task<IReadOnlyList<SellerStanding>> Of(AcademyDb db, IReadOnlyList<Guid> people, DateOnly day, Catalogue? under = null) =>
        await Of(db, db.Set<PersonRow>().Where(p => people.Contains(p.Id) && p.SuspendedAt == null), day, under);

    /// <summary>Where one person stands who sells here now, by a prepared statement as these reads see the rows; the context is for evidence that was not weighed yet.</summary>
    internal async Task<SellerStanding?> Of(IPreparedReads reads, AcademyDb db, Guid person, DateOnly day, Catalogue catalogue) =>
        (await Of(db, [.. await reads.Rows(StandingStatements.One, row => StandingStatements.Seller(row, person), person, day)], day, catalogue)).SingleOrDefault();

    /// <summary>A seller before their first event, to whom the events up to a point of the ledger are told.</summary>
    public PastStanding Past(Guid person) => new(person, matters);

    internal async Task<IReadOnlyList<SellerStanding>> Of(AcademyDb db, IQueryable<PersonRow> people, DateOnly day, Catalogue? under = null) =>
        await Of(db, await SellerPage.Of(db, people, day).ToListAsync(), day, under ?? library.Now);

    private async Task<IReadOnlyList<SellerStanding>> Of(AcademyDb db, List<Seller> sellers, DateOnly day, Catalogue catalogue)
    {
        sellers.RemoveAll(seller => !catalogue.Readiness.Roles.ContainsKey(seller.Profile));
        sellers.Sort((one, other) => one.Person.CompareTo(other.Person));
        var unknown = sellers.FindAll(seller => Known(seller, catalogue, day) is null);
        // Kept as they come, and asked for again by those who follow: of a hundred thousand, nobody holds all evidence at once.
        var measured = new Dictionary<Guid, Measured>(unknown.Count);
        await foreach (var (seller, now) in EvidenceStream.Weigh(db, unknown, sellers.Count, (seller, evidence) => Measure(seller, evidence, catalogue, day).Measured))
            measured[seller.Person] = Keep(seller, catalogue, day, now);
        return [.. sellers.Select(seller => Stand(seller, catalogue, measured.GetValueOrDefault(seller.Person) ?? Known(seller, catalogue, day)
            ?? throw new InvalidOperationException("Everybody was measured or known."), day))];
    }

    /// <summary>Where everybody would stand who sells here, in the order of their ids, if a catalogue's readiness policy were in force. Nothing is kept.</summary>
    public async Task<IReadOnlyList<SellerOutlook>> Under(AcademyDb db, Catalogue catalogue, DateOnly day)
    {
        var sellers = await SellerPage.Of(db, db.Set<PersonRow>().Where(p => p.SuspendedAt == null), day).ToListAsync();
        sellers.RemoveAll(seller => !catalogue.Readiness.Roles.ContainsKey(seller.Profile));
        sellers.Sort((one, other) => one.Person.CompareTo(other.Person));
        var outlooks = new List<SellerOutlook>(sellers.Count);
        await foreach (var (_, outlook) in EvidenceStream.Weigh(db, sellers, sellers.Count, (seller, evidence) => Look(seller, evidence, catalogue, day)))
            outlooks.Add(outlook);
        return outlooks;
    }

    private static SellerOutlook Look(Seller seller, SellerEvidence evidence, Catalogue catalogue, DateOnly day)
    {
        var tomorrow = Measure(seller, evidence, catalogue, day.AddDays(1)).Assessment.Day;
        var next = Step(new TierState(seller.TierOn(day), seller.Row?.Below ?? 0));
        return new SellerOutlook(
            seller.Profile,
            Stand(seller, catalogue, Measure(seller, evidence, catalogue, day).Measured, day),
            TierOverride.Effective(catalogue.Readiness, next.Tier, tomorrow.Allowed, seller.Override, day.AddDays(1)),
            Enumerable.Range(0, catalogue.Readiness.DemotionDays).Aggregate(next, (state, _) => Step(state)).Tier);

        TierState Step(TierState state) => TierStep.Next(state, tomorrow, catalogue.Readiness.Roles[seller.Profile].Thresholds, catalogue.Readiness.DemotionDays).State;
    }

    internal static SellerStanding Stand(Seller seller, Catalogue catalogue, Measured measured, DateOnly day)
    {
        var tier = TierOverride.Effective(catalogue.Readiness, seller.TierOn(day), measured.Allowed, seller.Override, day);
        return new SellerStanding(
            seller.Person, tier, measured.Certifications, seller.Active && measured.Allowed >= tier, measured.Competencies, measured.Score, measured.Low, measured.High)
        {
            Lowered = Lowering.Of(seller.Override, tier, seller.TierOn(day), measured.Allowed),
        };
    }

    private Measured? Known(Seller seller, Catalogue catalogue, DateOnly day) =>
        kept.TryGetValue(PlaceOf(seller, day), out var known) && known.Basis == BasisOf(seller, catalogue, day) ? known.Measured : null;

    internal static (Measured Measured, Assessment Assessment) Measure(Seller seller, SellerEvidence evidence, Catalogue catalogue, DateOnly day)
    {
        var record = evidence.RecordOf(seller.Person, seller.Active, catalogue, day);
        var assessment = Assessment.Of(catalogue.Readiness, catalogue.Readiness.Roles[seller.Profile], record, day);
        var measured = new Measured(
            assessment.Score.Value, assessment.Score.Low, assessment.Score.High, assessment.Day.Allowed, record.Standing.Certifications,
            assessment.Competencies.ToDictionary(c => c.Competency, c => c.Value, StringComparer.Ordinal));
        return (measured, assessment);
    }

    private Measured Keep(Seller seller, Catalogue catalogue, DateOnly day, Measured measured)
    {
        if (kept.Count >= MostKept)
            kept.Clear();
        kept[PlaceOf(seller, day)] = new Kept(BasisOf(seller, catalogue, day), measured);
        return measured;
    }

    private static (Guid Person, bool IsEven) PlaceOf(Seller seller, DateOnly day) => (seller.Person, day.DayNumber % 2 == 0);

    private static Basis BasisOf(Seller seller, Catalogue catalogue, DateOnly day) => new(seller.Stamp, day, catalogue.Hash, seller.Profile, seller.Active);

    // What a score depends on besides the model: the stamp stands for evidence and standing.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Basis(Guid? Stamp, DateOnly Day, string Catalogue, string Profile, bool Active);

    private sealed record Kept(Basis Basis, Measured Measured);
}

/// <summary>What evidence and standing come to on a day, the tier apart.</summary>
internal sealed record Measured(
    double Score, double Low, double High, Tier Allowed, IReadOnlySet<string> Certifications, IReadOnlyDictionary<string, double> Competencies);
