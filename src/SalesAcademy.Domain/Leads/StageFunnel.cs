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

/// <summary>One of the figures of a stage.</summary>
public enum StageFigure
{
    /// <summary>Those that came to it or further.</summary>
    Came,

    /// <summary>Those of them that reached a later stage; of the last stage, those that were won.</summary>
    WentOn,

    /// <summary>Those that are in it still.</summary>
    Open,
}

/// <summary>Conversion from stage to stage. A sale that is won has passed every stage; whoever went back keeps the furthest one.</summary>
public static class StageFunnel
{
    /// <summary>The stages in order.</summary>
    /// <param name="stages">How many there are, at least one.</param>
    /// <param name="reached">The ownerships; a stage beyond the last counts as the last.</param>
    public static IReadOnlyList<StageConversion> Of(int stages, IEnumerable<StageReached> reached)
    {
        var all = reached.ToArray();
        return [.. Enumerable.Range(0, stages).Select(stage => new StageConversion(stage, Count(stage, StageFigure.Came), Count(stage, StageFigure.WentOn), Count(stage, StageFigure.Open)))];

        int Count(int stage, StageFigure figure) => all.Count(one => IsIn(figure, stage, stages, one));
    }

    /// <summary>Whether an ownership is one of those that a figure counts.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="stage">Of which stage, from 0.</param>
    /// <param name="stages">How many there are.</param>
    /// <param name="one">How far it came.</param>
    public static bool IsIn(StageFigure figure, int stage, int stages, StageReached one)
    {
        var furthest = one.IsWon ? stages - 1 : Math.Clamp(one.Furthest, 0, stages - 1);
        return figure switch
        {
            StageFigure.WentOn => furthest > stage || (furthest == stage && one.IsWon),
            StageFigure.Open => one.IsOpen && furthest == stage,
            _ => furthest >= stage,
        };
    }
}
