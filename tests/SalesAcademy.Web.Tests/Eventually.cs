namespace SalesAcademy.Web.Tests;

/// <summary>Waits for what happens on the machine's clock, which no test can move: a file watcher, a background service.</summary>
internal static class Eventually
{
    /// <summary>Looks twenty times a second and fails when it has not happened in half a minute.</summary>
    public static async Task Holds(Func<bool> happened)
    {
        for (var tries = 0; tries < 600 && !happened(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(happened());
    }
}
