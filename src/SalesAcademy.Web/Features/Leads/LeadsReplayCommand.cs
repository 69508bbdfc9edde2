using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Makes the decisions of some days again and prints where they come out otherwise; changes nothing, and may run beside the serving academy.</summary>
internal sealed class LeadsReplayCommand(Replay replay, IDbContextFactory<AcademyDb> contexts, Clock clock) : ICommand
{
    public string Name => "leads replay";

    public string Usage => "[--from YYYY-MM-DD] [--until YYYY-MM-DD] - make recorded decisions again; exit code 1 if one comes out otherwise";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        var read = Arguments.Read(arguments, ["from", "until"], []);
        var (from, until) = (DateOnly.MinValue, clock.Today);
        var fault = read.Fault ?? (read.Words.Count > 0 ? "No other words are known." : null) ?? Day(read, "from", ref from) ?? Day(read, "until", ref until);
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync($"{fault} {Name} {Usage}");
            return 2;
        }

        await using var db = await contexts.CreateDbContextAsync();
        var report = await replay.Run(db, from, until, CancellationToken.None);
        foreach (var difference in report.Differences)
            Console.WriteLine($"{difference.Number} {difference.Decision} {difference.What}: recorded {difference.Recorded}, again {difference.Again}");
        Console.WriteLine($"{report.Decisions} decisions made again, {report.Differing} come out otherwise.");
        return report.Differing > 0 ? 1 : 0;
    }

    private static string? Day(Arguments read, string name, ref DateOnly day) =>
        read.Value(name) is not { } text || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? null : $"--{name} is no day such as 2026-11-27.";
}
