using System.Diagnostics;
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
/// facts. It reads, and writes nothing.
/// </summary>
internal sealed class Simulator(ReadinessBook book, Sellers sellers, Library library, Clock clock)
{
    // Enough to see how a policy shares out; the oldest of the leads that nobody owns are looked at one by one.
    private const int MostUnowned = 1000;

    public async Task<Simulation> Run(AcademyDb db, int days, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        for (var looks = 0; ; looks++)
        {
            var sequence = await Turn.Newest(db);
            var simulation = await Look(db, days, AsOf.Now(clock) with { Sequence = sequence }, started, cancellation);
            if (sequence == await Turn.Newest(db) || looks == 5)
                return simulation;
        }
    }

    private async Task<Simulation> Look(AcademyDb db, int days, AsOf asOf, long started, CancellationToken cancellation)
    {
        var (before, after) = (await Side.Of(db, library.Now, book, sellers, asOf), await Side.Of(db, library.Saved, book, sellers, asOf));
        var names = await db.Set<PersonRow>().Where(p => p.Profile != null).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var rows = await db.Set<LeadRow>().AsNoTracking().Where(l => l.State == LeadState.Waiting || l.State == LeadState.Pool).OrderBy(l => l.WaitingSince).ThenBy(l => l.Id).Take(MostUnowned).ToListAsync(cancellation);
        var unowned = await LeadFile.Of(db, rows);
        var (mayBefore, mayAfter) = (before.May(unowned, asOf), after.May(unowned, asOf));
        var (round, nextRound) = (Next(await Turn.LayFor(db, before.Policy, before.Competitors, asOf), unowned), Next(await Turn.LayFor(db, after.Policy, after.Competitors, asOf), unowned));
        var past = await PastLeads.Of(db, asOf.At.AddDays(-days), cancellation);
        var (then, would) = (before.Try(past, asOf, clock), after.Try(past, asOf, clock));
        return new(
            asOf, days, [.. library.Now.Policies.Select(policy => policy.Hash)], library.Saved, PolicyChange.Between(library.Now.Policies, library.Saved.Policies),
            [.. Enum.GetValues<Tier>().Where(tier => tier != Tier.Shadow).Select(tier => OfTier(tier, then, would, before, after))],
            [.. from person in before.Competitors.Select(c => c.Id).Union(after.Competitors.Select(c => c.Id))
                let name = names.GetValueOrDefault(person, "")
                orderby name, person
                select OfPerson(person, name)],
            [.. unowned.Select(file => new LeadShift(
                file.Row.Id, file.Row.Company, file.Row.Tier, file.Row.State, mayBefore.Leads[file.Row.Id], mayAfter.Leads[file.Row.Id], OwnerIn(round, file), OwnerIn(nextRound, file)))],
            Stopwatch.GetElapsedTime(started));

        NextOwner OwnerIn(Dictionary<Guid, AssignmentDecision> decisions, LeadFile file) => decisions.GetValueOrDefault(file.Row.Id) is { } decision
            ? new(decision.Outcome, decision.Winner?.Person, decision.Winner is { } winner ? names.GetValueOrDefault(winner.Person) : null)
            : new();

        PersonShift OfPerson(Guid person, string name)
        {
            var (was, becomes) = (before.StanceOf(person), after.StanceOf(person));
            return new(
                person, name, was, becomes, after.TomorrowOf(person), mayBefore.Sellers.GetValueOrDefault(person), mayAfter.Sellers.GetValueOrDefault(person),
                then.Count(o => o.Owner == person), would.Count(o => o.Owner == person), Reason(was, becomes, after.TomorrowOf(person), mayBefore.Sellers.GetValueOrDefault(person) != mayAfter.Sellers.GetValueOrDefault(person)));
        }
    }

    // What LeadKeeper does with the leads that wait, one after the other.
    private static Dictionary<Guid, AssignmentDecision> Next(Turn turn, IReadOnlyList<LeadFile> unowned)
    {
        var next = new Dictionary<Guid, AssignmentDecision>();
        foreach (var file in unowned.Where(file => file.Row.State == LeadState.Waiting))
        {
            var decision = turn.Engine.Decide(file.Now, turn.AsOf.Moment);
            turn.Engine.Apply(decision);
            next[file.Row.Id] = decision;
        }

        return next;
    }

    private static TierShift OfTier(Tier tier, IReadOnlyList<TrialOutcome> then, IReadOnlyList<TrialOutcome> would, Side before, Side after) =>
        new(tier, then.Count(o => o.Tier == tier), before.Figures(tier, then), after.Figures(tier, would), before.SellersFor(tier), after.SellersFor(tier));

    private static Because? Reason(Stance was, Stance becomes, Tier tomorrow, bool othersMay) => true switch
    {
        _ when was.GatesHold != becomes.GatesHold => new(becomes.GatesHold ? "because.gates-open" : "because.gates-close"),
        _ when tomorrow > was.Tier => new("because.rises", Percent(becomes.Low), Percent(becomes.Thresholds[(int)tomorrow])),
        _ when tomorrow < was.Tier && becomes.Thresholds[(int)was.Tier] > becomes.Score => new("because.falls", Percent(becomes.Score), Percent(becomes.Thresholds[(int)was.Tier])),
        _ when tomorrow < was.Tier => new("because.gates-close"),
        _ when was.WeeklyCap != becomes.WeeklyCap => new("because.cap", was.Tier, was.WeeklyCap, becomes.WeeklyCap),
        _ when othersMay => new("because.tags"),
        _ => null,
    };

    private static double Percent(double share) => Math.Round(100 * share, 1);
}
