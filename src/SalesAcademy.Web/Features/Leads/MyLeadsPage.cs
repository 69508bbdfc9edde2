using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>One lead of a seller as a line.</summary>
internal sealed record LeadLine
{
    public required Guid Id { get; init; }

    public required string Company { get; init; }

    public required string About { get; init; }

    public required Tier Tier { get; init; }

    public required LeadState State { get; init; }

    public required string Stage { get; init; }

    public string? NextStep { get; init; }

    public DateOnly? NextStepOn { get; init; }

    public DateOnly? LastDay { get; init; }

    public bool OpportunityOpen { get; init; }

    /// <summary>The newest decision, where the engine gave it.</summary>
    public Guid? Decision { get; init; }

    public required DateTime TakenAt { get; init; }

    /// <summary>Since when the customer waits for a first contact: not since this owner took the lead, where another had it before.</summary>
    public required DateTime WaitingSince { get; init; }

    /// <summary>Whether anybody has spoken with the customer since.</summary>
    public required bool FollowedUp { get; init; }

    /// <summary>A first contact is owed within the service level of the tier.</summary>
    public DateTime FirstContactBy(LeadPolicy policy) => WaitingSince.AddHours(policy.ServiceLevelHours[(int)Tier]);

    /// <summary>What is to be said of the first contact: by when, since when it is late, or that the customer had waited too long before this owner took the lead.</summary>
    public (string Words, DateTime At) FirstContact(LeadPolicy policy, DateTime now) => FirstContactBy(policy) switch
    {
        var by when by < TakenAt => ("at-once", WaitingSince),
        var by when by < now => ("late", by),
        var by => ("due", by),
    };

    public bool EndsSoon(DateOnly today, ProtectionRule rule) => LastDay <= today.AddDays(rule.Notice);

    /// <summary>Protection is over, and the lead goes back with the next round.</summary>
    public bool HasEnded(DateOnly today) => LastDay < today;
}

/// <summary>How much a seller may still take.</summary>
internal sealed record Room(Tier Tier, int Open, int OpenCap, int Week, int WeekCap, int ClaimsLeft)
{
    /// <summary>The smallest remainder counts.</summary>
    public int Left => Math.Max(0, Math.Min(OpenCap - Open, WeekCap - Week));

    public static Room Of(LeadPolicy policy, Competitor seller, AsOf asOf)
    {
        var week = seller.Taken.Count(at => at > new DateTimeOffset(asOf.At) - LeadCaps.Week);
        var (open, weekly) = (policy.Open(seller.Tier), policy.Weekly(seller.Tier));
        return new(seller.Tier, seller.OpenLeads, open, week, weekly, Math.Max(0, policy.ClaimsPerDay - seller.ClaimsToday));
    }
}

/// <summary>The leads of one seller, those that go back first on top.</summary>
internal sealed record MyLeadsPage(IReadOnlyList<LeadLine> Open, IReadOnlyList<LeadLine> Ended, Room? Room, LeadPolicy Policy, AsOf AsOf)
{
    private const int MostEnded = 20;

    public static async Task<MyLeadsPage> Read(AcademyDb db, Sellers sellers, Library library, Clock clock, Guid person, CancellationToken cancellation)
    {
        var asOf = AsOf.Now(clock);
        var lines = Lines(db, person);
        var open = await lines.Where(l => l.State == LeadState.Owned).ToListAsync(cancellation);
        var ended = await lines.Where(l => l.State != LeadState.Owned).OrderByDescending(l => l.TakenAt).Take(MostEnded).ToListAsync(cancellation);
        var seller = await sellers.One(db, person, asOf);
        var policy = library.Now.Leads;
        return new(
            [.. open.OrderBy(l => l.LastDay ?? DateOnly.MaxValue).ThenBy(l => l.TakenAt)], ended, seller is null ? null : Room.Of(policy, seller, asOf), policy, asOf);
    }

    /// <summary>Leads this person owns, or has won or lost.</summary>
    public static IQueryable<LeadLine> Lines(AcademyDb db, Guid person) =>
        from lead in db.Set<LeadRow>()
        where lead.Owner == person
        let taken = db.Set<OwnershipRow>().Where(o => o.Lead == lead.Id && o.Person == person).OrderByDescending(o => o.Sequence).Select(o => new { o.At, o.How }).First()
        select new LeadLine
        {
            Id = lead.Id,
            Company = lead.Company,
            About = lead.About,
            Tier = lead.Tier,
            State = lead.State,
            Stage = lead.Stage,
            NextStep = lead.NextStep,
            NextStepOn = lead.NextStepOn,
            LastDay = lead.LastDay,
            OpportunityOpen = lead.OpportunityOpen,
            TakenAt = taken.At,
            Decision = taken.How == Taking.Assigned ? lead.Decision : null,
            WaitingSince = lead.WaitingSince,
            FollowedUp = db.Set<FollowUpRow>().Any(f => f.Lead == lead.Id && f.At >= lead.WaitingSince),
        };
}
