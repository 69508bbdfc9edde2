namespace SalesAcademy.Web.Tests;

/// <summary>
/// The one place where a test waits for the machine's clock, which no test can move: for a file watcher, a background service, a frame on
/// a real line. Nothing tells that it has come but looking.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks twenty times a second, and fails when it has not happened in time.</summary>
    /// <param name="happened">What is waited for; it may move the academy's clock at each look.</param>
    /// <param name="what">What is waited for, in words.</param>
    /// <param name="seconds">How long at most.</param>
    public static async Task Holds(Func<Task<bool>> happened, string what = "what was waited for", int seconds = 30)
    {
        for (var tries = 0; tries < seconds * 20; tries++)
        {
            if (await happened())
                return;
            await Quiet(Look);
        }

        Assert.Fail($"After {seconds} s still not: {what}");
    }

    /// <summary>The same of what is known at once.</summary>
    public static Task Holds(Func<bool> happened, string what = "what was waited for", int seconds = 30) => Holds(() => Task.FromResult(happened()), what, seconds);

    /// <summary>Gives what must not happen the time to happen. A real wait: watchers and sockets keep the machine's time, whatever the academy's clock says.</summary>
    public static Task Quiet(TimeSpan time) => Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);
}
