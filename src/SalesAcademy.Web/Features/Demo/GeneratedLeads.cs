using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>
/// The leads of a generated organisation over the last four months: most were claimed in turn by a seller who had the tier, the region and room
/// under the caps, and ended within their protection; the newest are owned still, lie in the pool or wait.
/// </summary>
internal sealed class GeneratedLeads(Library library, Clock clock)
{
    private const int Days = 120;
    private const int MostWaiting = 200; // each is tried again every minute
    private const double TakenShare = .9;

    private static readonly (Tier Tier, double UpTo)[] Mix = [(Tier.C, .5), (Tier.B, .8), (Tier.A, .95), (Tier.Enterprise, 1)];
    private static readonly string[] Industries = ["retail", "manufacturing", "logistics", "health", "software", "food", "education"];
    private static readonly string[] Sources = ["Website", "Fair", "Referral", "Campaign"];

    public async Task Write(Backfill past, IReadOnlyList<GeneratedSeller> sellers, long seed, int count, Action<int> progress)
    {
        var floor = new GeneratedFloor(sellers, library.Now.Leads);
        var (end, waiting) = (clock.Now.AddMinutes(-5), 0);
        for (var number = 0; number < count; number++)
        {
            var dice = new Dice(seed, 1_000_000_000L + number);
            // In the order of arrival, evenly over the days.
            var arrived = end.AddDays(-Days * (1 - ((number + .5) / count)));
            var (place, tier) = (dice.Between(0, GeneratedPlaces.All.Count), TierOf(dice));
            var lead = new BackfilledLead { Id = dice.Id(arrived), Lead = LeadOf(dice, GeneratedPlaces.All[place], tier, number), ArrivedAt = arrived };
            var (taken, works) = (arrived.AddMinutes(dice.Between(1, 4)), TimeSpan.FromDays(1 + (7.5 * dice.Share())));
            if (dice.Share() < TakenShare && floor.Take(place, tier, taken, clock.DayOf(taken), taken + works) is { } owner)
                lead = lead with { Owner = owner, TakenAt = taken, EndedAt = taken + works < end ? taken + works : null, Won = dice.Share() < .18 + (.04 * (int)tier) };
            // An old lead that nobody took has gone to the pool; of the newest some wait still.
            else if (end - arrived < TimeSpan.FromHours(2) && waiting < MostWaiting)
                (lead, waiting) = (lead with { Waits = true }, waiting + 1);
            await lead.Write(past, library.Now, clock);
            if ((number + 1) % Math.Max(1, count / 10) == 0)
                progress(number + 1);
        }
    }

    private static Tier TierOf(Dice dice)
    {
        var share = dice.Share();
        return Mix.First(one => share < one.UpTo).Tier;
    }

    private static ArrivingLead LeadOf(Dice dice, GeneratedPlace place, Tier tier, int number) => new()
    {
        Company = GeneratedPlaces.Company(dice, place, number),
        About = place.Language == "zh" ? "询问报价与实施周期" : "Asks for a quote and how long it takes",
        Contact = GeneratedPlaces.Person(dice, place),
        Email = $"contact-{number:D7}@example.com",
        Phone = $"+00 {number:D7}",
        Tier = tier,
        Source = dice.OneOf(Sources),
        Value = 1000 * dice.Between(5, 60) * (1 + (int)tier),
        Currency = place.Currency,
        Tags = [new Tag("language", place.Language), new Tag("region", place.Region), .. dice.Share() < .3 ? [new Tag("industry", dice.OneOf(Industries))] : Array.Empty<Tag>()],
    };
}

/// <summary>Who may take the next lead: of each region the sellers of a tier or above, in turn, as far as their caps go.</summary>
internal sealed class GeneratedFloor
{
    private const int MostAsked = 12;

    private readonly GeneratedSeller[][][] able;
    private readonly int[][] turn;
    private readonly LeadPolicy policy;
    private readonly Dictionary<Guid, (Queue<DateTime> Taken, Queue<DateTime> Open)> hands;

    public GeneratedFloor(IReadOnlyList<GeneratedSeller> sellers, LeadPolicy policy)
    {
        this.policy = policy;
        able = [.. GeneratedPlaces.All.Select((_, place) => Enum.GetValues<Tier>().Select(tier => sellers.Where(s => s.Place == place && s.Tier >= tier && s.Tier > Tier.Shadow).ToArray()).ToArray())];
        turn = [.. GeneratedPlaces.All.Select(_ => new int[Enum.GetValues<Tier>().Length])];
        hands = sellers.Where(s => s.Tier > Tier.Shadow).ToDictionary(s => s.Id, _ => (new Queue<DateTime>(), new Queue<DateTime>()));
    }

    /// <summary>The seller whose turn it is; null when nobody asked has room.</summary>
    public Guid? Take(int place, Tier tier, DateTime at, DateOnly day, DateTime until)
    {
        var sellers = able[place][(int)tier];
        for (var asked = 0; asked < Math.Min(MostAsked, sellers.Length); asked++)
        {
            var seller = sellers[turn[place][(int)tier]++ % sellers.Length];
            var (taken, open) = hands[seller.Id];
            while (taken.TryPeek(out var first) && first <= at - LeadCaps.Week)
                taken.Dequeue();
            while (open.TryPeek(out var first) && first <= at)
                open.Dequeue();
            if (seller.Joined >= day || taken.Count >= policy.Weekly(seller.Tier) || open.Count >= policy.Open(seller.Tier) || taken.Count(one => one > at.AddDays(-1)) >= policy.ClaimsPerDay)
                continue;
            taken.Enqueue(at);
            open.Enqueue(until); // not quite in order: at worst a lead counts as open a few days longer
            return seller.Id;
        }

        return null;
    }
}
