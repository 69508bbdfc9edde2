using System.Runtime.InteropServices;

namespace SalesAcademy.Domain.Leads;

/// <summary>How far one ownership of a lead came.</summary>
/// <param name="Furthest">The furthest stage it reached, from 0.</param>
/// <param name="IsWon">Whether the customer bought.</param>
/// <param name="IsOpen">Whether it is still being worked on.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StageReached(int Furthest, bool IsWon, bool IsOpen);

/// <summary>A stage with how many came to it and went on.</summary>
/// <param name="Stage">Which, from 0.</param>
/// <param name="Reached">How many came to it or further.</param>
/// <param name="WentOn">How many of them reached a later stage; of the last stage, how many were won.</param>
/// <param name="Open">How many are in it still and may yet go on.</param>
public sealed record StageConversion(int Stage, int Reached, int WentOn, int Open)
{
    /// <summary>The share that went on, 0..1; null where nobody came.</summary>
    public double? Share => Reached == 0 ? null : (double)WentOn / Reached;
}

/// <summary>Conversion from stage to stage. A sale that is won has passed every stage; whoever went back keeps the furthest one.</summary>
public static class StageFunnel
{
    /// <summary>The stages in order.</summary>
    /// <param name="stages">How many there are, at least one.</param>
    /// <param name="reached">The ownerships; a stage beyond the last counts as the last.</param>
    public static IReadOnlyList<StageConversion> Of(int stages, IEnumerable<StageReached> reached)
    {
        var all = reached.Select(one => one with { Furthest = one.IsWon ? stages - 1 : Math.Clamp(one.Furthest, 0, stages - 1) }).ToArray();
        return [.. Enumerable.Range(0, stages).Select(stage =>
        {
            var came = all.Where(one => one.Furthest >= stage).ToArray();
            return new StageConversion(stage, came.Length, came.Count(one => one.Furthest > stage || one.IsWon), came.Count(one => one.IsOpen && one.Furthest == stage));
        })];
    }
}
