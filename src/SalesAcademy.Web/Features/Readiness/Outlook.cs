using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What each way up would bring, exactly and before it is taken.</summary>
/// <param name="Next">The weighing of all ways.</param>
/// <param name="Steps">Ways that change something, the one to do next before the others, which follow by effect per minute.</param>
internal sealed record Outlook(NextStep Next, IReadOnlyList<Step> Steps)
{
    private const int MostShown = 6;

    /// <summary>
    /// The one thing to do next: the best by the model. Unless it opens a tier, what the seller can begin alone goes before what a coach has to
    /// begin; and somebody without any answer starts with the first lesson, whatever weighs most.
    /// </summary>
    public Step? First { get; private init; }

    public static Outlook Of(SellerPicture seller, string? drillUrl) => Of(
        seller.Catalogue.Readiness, seller.Role, seller.Record, new TierState(seller.Stepped, seller.Seller.Row?.Below ?? 0),
        [.. WaysUp.Of(seller.Catalogue, seller.Role, seller.Record, seller.Assessment, WayFacts.Of(seller, drillUrl))], seller.Day);

    public static Outlook Of(ReadinessPolicy policy, RoleProfile role, SellerRecord record, TierState state, IReadOnlyList<Way> ways, DateOnly day)
    {
        var next = NextStep.Of(policy, role, record, state, ways.Select(way => way.Event), day);
        var steps = next.Effects.Select(effect => new Step(ways.First(way => ReferenceEquals(way.Event, effect.Hypothesis)), effect)).ToArray();
        var useful = steps.Where(step => step.Helps(next.Missing.Count)).ToArray();
        var first = record.Answers.Count == 0 ? steps.FirstOrDefault(step => step.Way.Event is Hypothesis.LessonCheck) : useful.FirstOrDefault(step => step.Effect.Opens is not null || step.Way.Url is not null) ?? useful.FirstOrDefault();
        return new Outlook(next, [.. useful
            .OrderByDescending(step => step == first).ThenByDescending(step => step.Effect.Opens).ThenByDescending(step => step.Effect.Readiness / step.Way.Minutes).Take(MostShown)])
        {
            First = first,
        };
    }
}

/// <summary>A way with its effect.</summary>
internal sealed record Step(Way Way, Effect Effect)
{
    /// <summary>Points it adds to the score as shown, 0..100 with one decimal.</summary>
    public decimal Points => Math.Round((decimal)(100 * Effect.Readiness), 1, MidpointRounding.AwayFromZero);

    public bool Helps(int missing) => Effect.Opens is not null || Effect.Missing.Count < missing || (Points > 0 && Effect.Low >= 0);
}
