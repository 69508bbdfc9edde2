using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>
/// Holds the policies saved in the content folder against those in force: the rules and the engine of every day are asked under both, on the same
/// facts. It reads, and writes nothing. One at a time: it asks a lot.
/// </summary>
internal sealed class Simulator(ReadinessBook book, Sellers sellers, Library library, Clock clock) : IDisposable
{
    /// <summary>So many of the leads in the public pool are looked at, those there longest first; of those that wait, all.</summary>
    public const int MostPooled = 1000;

    private readonly SemaphoreSlim one = new(1);

    public void Dispose() => one.Dispose();

    public async Task<Simulation> Run(AcademyDb db, int days, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return await db.ReadAsOne(async () => await Look(db, days, AsOf.Now(clock) with { Sequence = await LiveTable.Newest(db) }, cancellation), cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<Simulation> Look(AcademyDb db, int days, AsOf asOf, CancellationToken cancellation)
    {
        var (taught, saved) = library.Both;
        var (before, after) = (await Side.Of(db, taught, book, sellers, asOf), await Side.Of(db, saved, book, sellers, asOf));
        var names = await db.Set<PersonRow>().Where(p => p.Profile != null).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var (waiting, pooled) = (await Unowned(db, taught.Leads, LeadState.Waiting, int.MaxValue, cancellation), await Unowned(db, taught.Leads, LeadState.Pool, MostPooled, cancellation));
        LeadFile[] unowned = [.. waiting, .. pooled];
        var (mayBefore, mayAfter) = (before.May(unowned, asOf, cancellation), after.May(unowned, asOf, cancellation));
        var (round, nextRound) = (await before.Next(db, waiting, asOf), await after.Next(db, waiting, asOf));
        var past = await PastLeads.Of(db, asOf.At.AddDays(-days), cancellation);
        var (then, would) = (before.Try(past, asOf, clock), after.Try(past, asOf, clock));
        var (gotThen, gotWould) = (Got(then), Got(would));
        return new(
            asOf, days, [.. taught.Policies.Select(policy => policy.Hash)], saved, PolicyChange.Between(taught.Policies, saved.Policies),
            [.. Enum.GetValues<Tier>().Where(tier => tier != Tier.Shadow).Select(tier => new TierShift(
                tier, then.Count(o => o.Tier == tier), before.Figures(tier, then), after.Figures(tier, would), before.SellersFor(tier), after.SellersFor(tier)))],
            [.. from person in before.Competitors.Select(c => c.Id).Union(after.Competitors.Select(c => c.Id))
                let name = names.GetValueOrDefault(person, "")
                orderby name, person
                select OfPerson(person, name)],
            [.. unowned.Select(file => new LeadShift(
                file.Row.Id, file.Row.Company, file.Row.Tier, file.Row.State, mayBefore.Leads[file.Row.Id], mayAfter.Leads[file.Row.Id], OwnerIn(round, file), OwnerIn(nextRound, file)))],
            pooled.Count == MostPooled);

        NextOwner OwnerIn(IReadOnlyDictionary<Guid, AssignmentDecision> decisions, LeadFile file) => decisions.GetValueOrDefault(file.Row.Id) is { } decision
            ? new(decision.Outcome, decision.Winner?.Person, decision.Winner is { } winner ? names.GetValueOrDefault(winner.Person) : null)
            : new();

        PersonShift OfPerson(Guid person, string name)
        {
            var (was, becomes, may, mayThen) = (before.StanceOf(person), after.StanceOf(person), mayBefore.Sellers.GetValueOrDefault(person), mayAfter.Sellers.GetValueOrDefault(person));
            return new(person, name, was, becomes, may, mayThen, gotThen.GetValueOrDefault(person), gotWould.GetValueOrDefault(person), Reason(was, becomes, after.GraceDays, may != mayThen));
        }
    }

    private static async Task<IReadOnlyList<LeadFile>> Unowned(AcademyDb db, LeadPolicy policy, LeadState state, int most, CancellationToken cancellation) => await LeadFile.Of(
        db, await db.Set<LeadRow>().AsNoTracking().Where(l => l.State == state).OrderBy(l => l.WaitingSince).ThenBy(l => l.Id).Take(most).ToListAsync(cancellation), policy);

    private static Dictionary<Guid, int> Got(IReadOnlyList<TrialOutcome> outcomes) => outcomes.Select(o => o.Owner).OfType<Guid>().CountBy(person => person).ToDictionary();

    private static Because? Reason(Stance was, Stance becomes, int graceDays, bool mayOthers) => true switch
    {
        _ when was.HasRole != becomes.HasRole => new(becomes.HasRole ? "because.role" : "because.no-role"),
        _ when was.GatesHold != becomes.GatesHold => new(becomes.GatesHold ? "because.gates-open" : "because.gates-close"),
        _ when becomes.Settled > was.Settled && becomes.Settled > was.Tier => new("because.rises", Percent(becomes.Low), Percent(becomes.Thresholds[(int)becomes.Settled])),
        _ when becomes.Settled > was.Settled => new("because.stays", Percent(becomes.Score), Percent(becomes.Thresholds[(int)becomes.Settled])),
        _ when becomes.Settled < was.Settled && becomes.Tomorrow == was.Tomorrow => new("because.fades", Percent(becomes.Score), Percent(becomes.Thresholds[(int)was.Settled]), graceDays),
        _ when becomes.Settled < was.Settled && becomes.Score < becomes.Thresholds[(int)was.Settled] => new("because.falls", Percent(becomes.Score), Percent(becomes.Thresholds[(int)was.Settled])),
        _ when becomes.Settled < was.Settled => new("because.gates-close"),
        _ when was.WeeklyCap != becomes.WeeklyCap => new("because.cap", was.Tier, was.WeeklyCap, becomes.WeeklyCap),
        _ when mayOthers => new("because.tags"),
        _ => null,
    };

    private static string Percent(double share) => (100 * share).ToString("0.#", CultureInfo.CurrentCulture);
}
