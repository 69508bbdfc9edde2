using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Fills an empty academy with the demo before the first page is served, where the configuration asks for it.</summary>
internal sealed partial class DemoOpening(AcademyOptions options, DemoStory story, DemoCast cast, IDbContextFactory<AcademyDb> contexts, IHostEnvironment environment, ILogger<DemoOpening> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Demo || environment.IsProduction())
            return;
        cast.Members = DemoOrganisation.Cast;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Set<PersonRow>().AnyAsync(cancellationToken))
            return;
        Telling(log);
        var watch = Stopwatch.StartNew();
        await story.Tell();
        Told(log, watch.ElapsedMilliseconds);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(2, LogLevel.Information, "Telling half a year of a demo organisation, once; the first page follows in less than a minute")]
    private static partial void Telling(ILogger logger);

    [LoggerMessage(1, LogLevel.Information, "The demo organisation was told in {Milliseconds} ms")]
    private static partial void Told(ILogger logger, long milliseconds);
}
