namespace SalesAcademy.Browser.Tests;

/// <summary>The real clock, which an errand may set forward.</summary>
public sealed class AheadOfTime : TimeProvider
{
    private long ticks;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ticks));

    /// <summary>Goes on to Monday from a weekend, when no drill is asked.</summary>
    public AheadOfTime OnAWorkday()
    {
        while (GetUtcNow().DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday) // Friday evening is Saturday further east
            Advance(TimeSpan.FromDays(1));
        return this;
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
