namespace SalesAcademy.Web.Shared.Look;

public enum LadderSize
{
    /// <summary>A line in a table row; the letters stand once in the head (ladder-axis).</summary>
    Small,

    /// <summary>In a card, with letters and thresholds.</summary>
    Medium,

    /// <summary>The readiness page, with the score above and a caption under each tier.</summary>
    Large,
}

/// <summary>The measures of one size in pixels; Axis is the middle of the track, Chip 0 means no letters.</summary>
internal sealed record LadderLook(string CssClass, int Height, int Axis, int Track, int Band, int BandRound, int Tick, int TickHeight, int Dot, int Chip)
{
    public static LadderLook Of(LadderSize size) => size switch
    {
        LadderSize.Small => new("ladder-small", 20, 8, 2, 10, 5, 14, 6, 4, 0),
        LadderSize.Large => new("ladder-large", 154, 58, 14, 32, 5, 46, 24, 9, 82),
        _ => new("ladder-medium", 74, 11, 10, 22, 4, 3, 16, 6, 30),
    };
}
