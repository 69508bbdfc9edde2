using System.Diagnostics;
using System.Globalization;
using SalesAcademy.Running;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>The product in this process on a generated organisation, its ledger at work; made once per run, for all cases that look at one size.</summary>
internal static class Generated
{
    private static readonly Dictionary<Sizes, string> Made = [];
    private static string? opened;

    /// <summary>Where the organisation that was opened last is kept.</summary>
    public static string Folder => opened ?? throw new InvalidOperationException("Nothing was generated yet.");

    public static async Task<WebApplication> Open(Site site, Sizes sizes)
    {
        var fresh = !Made.TryGetValue(sizes, out opened);
        if (opened is null)
            Made[sizes] = opened = Sizes.Folder ?? site.Folder();
        var app = Running.People.Open(Folder);
        await app.Open();
        foreach (var writer in app.Services.GetServices<IHostedService>().OfType<SqliteLedger>())
            await writer.StartAsync(CancellationToken.None);
        if (fresh && Sizes.Folder is null)
        {
            var started = Stopwatch.GetTimestamp();
            var rows = await app.Services.GetRequiredService<DemoGenerator>().Fill(sizes.Reps, sizes.Leads, seed: 1, (_, _) => { });
            var size = new FileInfo(Path.Combine(Folder, "academy.db")).Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  generated {sizes}: {rows:N0} rows, {size / 1_000_000:N0} MB in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s (machine load {Machine.Load})"));
        }

        return app;
    }

    /// <summary>Stops what <see cref="Open"/> started.</summary>
    public static async Task Close(WebApplication app)
    {
        foreach (var writer in app.Services.GetServices<IHostedService>().OfType<SqliteLedger>())
            await writer.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
