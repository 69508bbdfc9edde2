using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What a decision, or the state of now, comes to for the person it is explained to.</summary>
internal enum Verdict
{
    /// <summary>The lead was given to them.</summary>
    Given,

    /// <summary>They passed every rule, and it was somebody else's turn.</summary>
    NotTheirTurn,

    /// <summary>A rule stood in the way.</summary>
    Refused,

    /// <summary>Nothing stands in the way now: the lead may be claimed.</summary>
    Free,

    /// <summary>Explained to nobody in particular: what became of the lead.</summary>
    Overview,
}

/// <summary>A seller's place in the turn; the name only for those who may look after them.</summary>
internal sealed record PlaceLine(string? Name, bool IsSubject, double Had, double Half)
{
    /// <summary>What the places are compared by: what each has had, and half of the next share.</summary>
    public double Key => Had + Half;

    public static PlaceLine Of(Place place, string? name, bool isSubject) => new(name, isSubject, place.VirtualTime / 1e6, (place.Key - place.VirtualTime) / 1e6);
}

/// <summary>How many sellers failed at a rule as their first.</summary>
internal sealed record FailureLine(string Rule, int Count);

/// <summary>Why a lead was given, or not: for one seller as of one point of the ledger, from the record and the rules alone.</summary>
internal sealed record DecisionPage
{
    public required LeadRow Lead { get; init; }

    public required IReadOnlyList<Tag> Tags { get; init; }

    /// <summary>The record; null when it is about now.</summary>
    public DecisionRow? Decision { get; init; }

    /// <summary>The seller it is explained to; null for the overview.</summary>
    public Guid? Subject { get; init; }

    /// <summary>The seller's name where the reader is not that seller.</summary>
    public string? SubjectName { get; init; }

    public required Verdict Verdict { get; init; }

    public required IReadOnlyList<CheckLine> Checks { get; init; }

    /// <summary>The smallest change that would turn a refusal; without steps where nothing was refused.</summary>
    public required FlipText Flip { get; init; }

    public required IReadOnlyList<PlaceLine> Places { get; init; }

    public required IReadOnlyList<FailureLine> Failures { get; init; }

    public required bool MayClaim { get; init; }

    public required bool MayOpen { get; init; }

    /// <summary>How the subject contested this; null while they have not.</summary>
    public DenialLine? Contest { get; init; }

    /// <summary>Whether the customer is nobody's business but the owner's and of those who answer for the owner.</summary>
    public bool IsMasked => !MayOpen && Verdict != Verdict.Given && Lead.State is not (LeadState.Pool or LeadState.Waiting);

    /// <summary>Whether the reader may contest it.</summary>
    public bool MayContest { get; init; }

    /// <summary>Of a lead that nobody got, who came nearest as of then, of those the reader answers for.</summary>
    public IReadOnlyList<NearSeller> Nearest { get; init; } = [];

    /// <summary>Whether that is a question at all, and the reader answers for sellers.</summary>
    public bool ShowsNearest { get; init; }

    public int Missing => Checks.Count(c => !c.Passed);

    public PlaceLine? Own => Places.FirstOrDefault(p => p.IsSubject);

    /// <summary>The best place that is not the subject's.</summary>
    public PlaceLine? Other => Places.FirstOrDefault(p => !p.IsSubject);
}

/// <summary>Reads a decision for somebody, with that person's rights.</summary>
internal sealed class DecisionReader(AcademyDb db, Sellers sellers, ReadinessBook book, PastCases cases, Library library, Checks checks, Clock clock)
{
    /// <summary>A recorded decision; null for what this reader may not see.</summary>
    public async Task<DecisionPage?> Read(CurrentPerson reader, Guid id, Guid? person, CancellationToken cancellation)
    {
        if (await db.Set<DecisionRow>().SingleOrDefaultAsync(d => d.Id == id, cancellation) is not { } decision || await LeadFile.Find(db, decision.Lead, library.Now.Leads) is not { } file)
            return null;
        var seesAll = reader.Is(Role.SalesOps);
        var answersFor = Staff.VisibleTo(db, reader);
        var isWinner = decision.Winner == reader.Id;
        if (!seesAll && !isWinner && !await MaySee(reader, file, decision, answersFor, cancellation))
            return null;
        var subject = person ?? (reader.Profile is null || (reader.Is(Role.SalesOps | Role.Manager) && !isWinner) ? null : reader.Id);
        if (subject != null && subject != reader.Id && !await answersFor.AnyAsync(p => p.Id == subject, cancellation))
            return null;
        var then = library.At(decision.ContentHash) ?? library.Now;
        var asOf = new AsOf(decision.At, decision.Day, decision.Sequence);
        var past = subject is { } whom ? await cases.Of(db, file, decision, whom, cancellation) : null;
        var (seller, verdicts) = (past?.Situation.Competitor, past?.Verdicts ?? []);
        var names = await Names(reader, seesAll, [.. decision.Ranking.Select(p => p.Person), .. subject is { } one ? [one] : Array.Empty<Guid>()], answersFor, cancellation);
        var verdict = seller is null ? Verdict.Overview : decision.Winner == seller.Id ? Verdict.Given : verdicts.All(v => v.Passed) ? Verdict.NotTheirTurn : Verdict.Refused;
        var contest = seller is null ? null : await Contested(reader, seller.Id, d => d.Decision == id, cancellation);
        var asksWhyNobody = verdict == Verdict.Overview && decision.Winner is null && reader.Is(Role.SalesOps | Role.Manager);
        return new DecisionPage
        {
            Lead = file.Row,
            Tags = file.Then(decision, then.Leads).Tags,
            Decision = decision,
            Subject = seller?.Id,
            SubjectName = seller is null || seller.Id == reader.Id ? null : names.GetValueOrDefault(seller.Id),
            Verdict = verdict,
            Checks = checks.Say(verdicts, file.Then(decision, then.Leads)),
            Flip = checks.Say(past is null ? Flip.None : Flip.Of(then.Leads, past.Situation, rule => !(decision.AwayIgnored && rule == Rule.Available) && !(decision.Explored && decision.Winner == subject && rule == Rule.Tier))),
            Places = [.. decision.Ranking.Select(p => PlaceLine.Of(p, names.GetValueOrDefault(p.Person), p.Person == subject))],
            Failures = [.. decision.Failures.Select((count, i) => new FailureLine(checks.NameOf((Rule)(i + 1)), count)).Where(f => f.Count > 0)],
            MayClaim = false,
            MayOpen = await LeadPage.VisibleTo(db, reader).AnyAsync(l => l.Id == file.Row.Id, cancellation),
            Contest = contest,
            ShowsNearest = asksWhyNobody,
            Nearest = asksWhyNobody ? await NearestOf(file.Then(decision, then.Leads), asOf, then, answersFor, cancellation) : [],
            MayContest = contest is null && verdict == Verdict.Refused && seller!.Id == reader.Id && clock.Now <= decision.At + DenialContest.Window, // a verdict about somebody
        };
    }

    /// <summary>Where a seller stands with a lead that nobody owns, as of now; null for what this reader may not see.</summary>
    public async Task<DecisionPage?> ReadNow(CurrentPerson reader, Guid lead, CancellationToken cancellation)
    {
        var asOf = AsOf.Now(clock);
        if (await LeadFile.Find(db, lead, library.Now.Leads) is not { Row.State: LeadState.Pool or LeadState.Waiting } file || await sellers.One(db, reader.Id, asOf) is not { } seller || !file.Policy.MaySee(seller, file.Now))
            return null;
        var (policy, now) = (library.Now.Leads, file.Now);
        var situation = new Situation(now, seller, asOf.Moment);
        // A claim does not ask whether somebody is at work: whoever claims is.
        var verdicts = Eligibility.Of(policy, situation).Where(v => IsAsked(v.Rule)).ToArray();
        var free = verdicts.All(v => v.Passed);
        var contest = await Contested(reader, reader.Id, d => d.Lead == lead && d.Decision == null && d.DecidedAt == null, cancellation);
        return new DecisionPage
        {
            Lead = file.Row,
            Tags = file.Tags,
            Subject = seller.Id,
            Verdict = free ? Verdict.Free : Verdict.Refused,
            Checks = checks.Say(verdicts, now),
            Flip = checks.Say(Flip.Of(policy, situation, IsAsked)),
            Places = [],
            Failures = [],
            MayClaim = file.Row.State == LeadState.Pool && ClaimLead.Decide(policy, library.Now.LeadsHash, situation) is Accepted<LeadChange>,
            MayOpen = false,
            Contest = contest,
            MayContest = contest is null && !free && file.Row.State == LeadState.Pool,
        };

        bool IsAsked(Rule rule) => file.Row.State == LeadState.Waiting || rule != Rule.Available;
    }

    private async Task<IReadOnlyList<NearSeller>> NearestOf(Lead lead, AsOf asOf, Catalogue then, IQueryable<PersonRow> answersFor, CancellationToken cancellation)
    {
        var names = await answersFor.Where(p => p.Profile != null).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var past = await PastSellers.From(db, sellers, book, asOf, only: null, cancellation);
        return [.. Leads.Nearest.Of(then.Leads, lead, (await past.At(asOf, then, cancellation)).Where(seller => names.ContainsKey(seller.Id)), asOf.Moment)
            .Select(near => new NearSeller(near.Seller.Id, names[near.Seller.Id], checks.NamesOf(near.Missed), checks.Say(near.Flip)))];
    }

    private async Task<DenialLine?> Contested(CurrentPerson reader, Guid person, Expression<Func<DenialRow, bool>> which, CancellationToken cancellation) =>
        await DenialLine.Of(db, reader, db.Set<DenialRow>().Where(d => d.Person == person).Where(which).OrderByDescending(d => d.RaisedAt).Take(1), cancellation) is [var line] ? line : null;

    // Whoever may see the lead may see why; so may the managers of whoever got it, while nobody owns it every seller who sees its pool, and for some days why a colleague got it.
    private async Task<bool> MaySee(CurrentPerson reader, LeadFile file, DecisionRow decision, IQueryable<PersonRow> answersFor, CancellationToken cancellation) =>
        file.Row.Owner == reader.Id
        || (file.Row.State is LeadState.Pool or LeadState.Waiting && (reader.Profile is not null || reader.Is(Role.Manager)) && await PoolSight.Sees(db, reader, file, cancellation))
        || (reader.Profile is not null && decision.Day >= clock.Today.AddDays(-GivenPage.Window) && await PoolSight.Sees(db, reader, file, cancellation))
        || (reader.Is(Role.Manager) && decision.Winner is { } winner && await answersFor.AnyAsync(p => p.Id == winner, cancellation));

    private async Task<Dictionary<Guid, string>> Names(CurrentPerson reader, bool seesAll, Guid[] people, IQueryable<PersonRow> answersFor, CancellationToken cancellation)
    {
        if (!reader.Is(Role.SalesOps | Role.Manager))
            return [];
        return await (seesAll ? db.Set<PersonRow>() : answersFor).Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
    }
}
