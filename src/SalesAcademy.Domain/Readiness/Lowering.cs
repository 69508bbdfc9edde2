namespace SalesAcademy.Domain.Readiness;

/// <summary>A tier below the earned one because somebody decided so: no learning raises it while that holds.</summary>
/// <param name="Earned">The tier by the evidence, with its hard gates: what holds once the lowering ends.</param>
/// <param name="Until">Its last day.</param>
/// <param name="By">Who decided, and can end it.</param>
public sealed record Lowering(Tier Earned, DateOnly Until, Guid By)
{
    /// <summary>The lowering that makes the tier of a day; null where none does.</summary>
    public static Lowering? Of(TierOverride? standing, Tier effective, Tier stepped, Tier allowed)
    {
        var earned = stepped < allowed ? stepped : allowed;
        return standing is not null && effective < earned ? new(earned, standing.Until, standing.By) : null;
    }
}
