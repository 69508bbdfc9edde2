using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>A seller of a generated organisation as far as leads ask: where, and up to which tier.</summary>
/// <param name="Id">Who.</param>
/// <param name="Place">Number of the region.</param>
/// <param name="Tier">The tier today.</param>
/// <param name="Joined">The first working day.</param>
internal sealed record GeneratedSeller(Guid Id, int Place, Tier Tier, DateOnly Joined);

/// <summary>The sellers of a generated organisation at every stage of four years, each with the evidence that the tier follows from.</summary>
internal sealed class GeneratedSellers(ReadinessBook book, Library library, Clock clock)
{
    /// <summary>Days since the first working day of whoever is there longest.</summary>
    public const int LongestTenure = 1_400;

    private const int Together = 2_000;

    /// <summary>Writes them team by team; in the order of their numbers.</summary>
    public async Task<IReadOnlyList<GeneratedSeller>> Write(
        Backfill past, Backfill waysIn, GeneratedWaysIn ways, IReadOnlyList<GeneratedTeam> teams, long seed, int count, Action<int> progress)
    {
        var sellers = new List<GeneratedSeller>(count);
        foreach (var numbers in Enumerable.Range(0, count).Chunk(Together))
        {
            // What costs is weighing the evidence: on every core, while the batch before is written.
            foreach (var told in numbers.AsParallel().AsOrdered().Select(number => Tell(seed, number, teams)).ToList())
            {
                foreach (var row in told.Rows)
                    await past.Add(row);
                foreach (var (happened, act) in told.Events)
                    await past.Record(happened, act);
                await waysIn.Add(ways.Of(told.Person, told.Dice));
                sellers.Add(told.Seller);
            }

            progress(sellers.Count);
        }

        return sellers;
    }

    private Told Tell(long seed, int number, IReadOnlyList<GeneratedTeam> teams)
    {
        var dice = new Dice(seed, number);
        var team = number % teams.Count;
        var place = teams[team].Place;
        // Many are new, few have been here for years.
        var tenure = (int)(LongestTenure * Math.Pow(dice.Share(), 2.2));
        var joined = clock.ActAt(clock.Ago(tenure, 8));
        var person = new PersonRow
        {
            Id = dice.Id(joined.At),
            Name = GeneratedPlaces.Person(dice, place),
            Email = GeneratedWaysIn.Seller(number),
            TeamId = teams[team].Id,
            Profile = "sdr",
            HiredOn = joined.Today,
            Language = place.Reads,
            ContentLanguage = place.Reads,
            Zone = place.Zone,
        };
        var tags = Tags(dice, place).ToArray();
        var learning = new GeneratedLearning(library.Now, clock, person.Id, tenure, dice, [teams[team].Manager, teams[(team + GeneratedPlaces.All.Count) % teams.Count].Manager]);
        List<(IEvent, Act)> events =
        [
            (new PersonJoined(person.Id, person.TeamId, person.Profile, person.HiredOn, person.Zone), joined),
            (new TagsChanged(person.Id, [.. tags.Select(tag => new HeldTag(tag.Kind, tag.Value))]), joined),
        ];
        var standing = learning.Tell(book.Past(person.Id), person.Profile, events);
        return new(
            new GeneratedSeller(person.Id, team % GeneratedPlaces.All.Count, standing.On(person.Profile, active: true, clock.Today, library.Now)!.Tier, person.HiredOn), person, dice, // the content has this profile
            [
                person, new RoleRow { PersonId = person.Id, Role = Role.Rep, GrantedAt = joined.At },
                .. tags.Select(tag => new PersonTagRow { PersonId = person.Id, Kind = tag.Kind, Value = tag.Value }), .. standing.Rows(clock.Today, dice.Id(clock.Now)),
            ],
            events);
    }

    private static IEnumerable<(string Kind, string Value)> Tags(Dice dice, GeneratedPlace place)
    {
        yield return ("language", place.Language);
        yield return ("region", place.Region);
        if (dice.Share() < .15)
            yield return ("language", place.Language == "zh" ? "en" : "zh");
        if (dice.Share() < .3)
            yield return ("product", dice.Share() < .5 ? "warehouse-suite" : "service-desk");
    }

    private sealed record Told(GeneratedSeller Seller, PersonRow Person, Dice Dice, IReadOnlyList<object> Rows, IReadOnlyList<(IEvent Happened, Act Act)> Events);
}
