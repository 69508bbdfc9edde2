using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>One rated look by a coach at one competency of a seller (model.md section 1).</summary>
/// <param name="Competency">What was looked at.</param>
/// <param name="Rater">Who looked; never the seller.</param>
/// <param name="Level">1..Levels.</param>
/// <param name="Date">The tenant-local day.</param>
/// <param name="Order">Rises with time; tells which of one day came last.</param>
/// <param name="Levels">L, the steps of the scale, at least 2.</param>
public sealed record Observation(string Competency, Guid Rater, int Level, DateOnly Date, long Order, int Levels = 4)
{
    private const int Window = 7;

    /// <summary>s = (level-1)/(L-1), 0..1.</summary>
    public double Score => (Level - 1.0) / (Levels - 1);

    /// <summary>Whole days from the observation to a day.</summary>
    public int Age(DateOnly day) => day.DayNumber - Date.DayNumber;

    /// <summary>Accepts a rating of another person on the scale; refuses one's own (self-rating) and levels off the scale (level-off-scale).</summary>
    public static Decision<Observation> Decide(Guid seller, Observation observation) =>
        observation.Rater == seller ? new Refusal("self-rating")
        : observation.Levels < 2 || observation.Level < 1 || observation.Level > observation.Levels
            ? new Refusal("level-off-scale", observation.Level, observation.Levels)
            : observation;

    /// <summary>
    /// The observations that count as of a day, latest first. "The latest in any 7 days" is read backwards from the latest of each
    /// rater and competency: it counts, those of the 6 days before it do not, the next earlier one counts, and so on. So no two that
    /// count lie within 7 days, and a coach who rates every day keeps one look a week instead of only the last. Left out besides:
    /// those after the day, those older than the policy's age limit, the seller's own.
    /// </summary>
    public static IReadOnlyList<Observation> Counted(
        IEnumerable<Observation> observations, Guid seller, DateOnly asOf, int maximumAge) =>
        [.. observations
            .Where(observation => observation.Rater != seller && observation.Date <= asOf)
            .GroupBy(observation => (observation.Competency, observation.Rater))
            .SelectMany(OneAWeek)
            .Where(observation => observation.Age(asOf) <= maximumAge)
            .OrderByDescending(observation => observation.Date).ThenByDescending(observation => observation.Order)];

    private static IEnumerable<Observation> OneAWeek(IEnumerable<Observation> ofOneRater)
    {
        var kept = DateOnly.MaxValue;
        foreach (var observation in ofOneRater.OrderByDescending(o => o.Date).ThenByDescending(o => o.Order))
        {
            if (observation.Age(kept) < Window)
                continue;
            kept = observation.Date;
            yield return observation;
        }
    }
}
