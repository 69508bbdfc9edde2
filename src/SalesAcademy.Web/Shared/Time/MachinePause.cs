namespace SalesAcademy.Web.Shared;

/// <summary>
/// Waits for a machine, such as a database that restarts or rows that another transaction holds. The one place that waits by the machine's clock
/// and not by the academy's: that one a test may hold still, and a database would then be waited for for ever.
/// </summary>
internal static class MachinePause
{
    public static Task For(TimeSpan span, CancellationToken cancellation) => Task.Delay(span, TimeProvider.System, cancellation);
}
