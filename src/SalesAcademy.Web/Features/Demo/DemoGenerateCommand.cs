using System.Diagnostics;
using System.Globalization;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>Fills an empty academy, or the demo, with an organisation of any size. Only where the demo is switched on, and never in production.</summary>
internal sealed class DemoGenerateCommand(AcademyOptions options, IHostEnvironment environment, DemoGenerator generator, Library library) : ICommand
{
    private const int MostReps = 1_000_000;
    private const int MostLeads = 10_000_000;

    public string Name => "demo generate";

    public string Usage => "--reps N --leads M [--seed S] - fill an empty data folder or the demo with so many sellers and leads (stop the academy first)";

    public async Task<int> Run(WebApplication app, IReadOnlyList<string> arguments)
    {
        if (!options.Demo || environment.IsProduction())
        {
            await Console.Error.WriteLineAsync("There is no demo here: Academy:Demo is off, or this is production. Nothing was written.");
            return 2;
        }

        var read = Arguments.Read(arguments, ["reps", "leads", "seed"], []);
        var (reps, leads, seed) = (0, 0, 1);
        var fault = read.Fault ?? (read.Words.Count > 0 ? "No other words are known." : null) ?? read.Missing("reps", "leads")
            ?? Number(read, "reps", 1, MostReps, ref reps) ?? Number(read, "leads", 0, MostLeads, ref leads) ?? Number(read, "seed", 0, int.MaxValue, ref seed);
        if (fault is not null)
        {
            await Console.Error.WriteLineAsync($"{fault} {Name} {Usage}");
            return 2;
        }

        // Opening takes the folder's lock first: a serving academy is never filled under its users.
        await using var opened = await app.OpenLedger();
        library.Load();
        if (await generator.WhyNot() is { } why)
        {
            await Console.Error.WriteLineAsync($"{why} Nothing was written.");
            return 1;
        }

        var started = Stopwatch.GetTimestamp();
        var rows = await generator.Fill(reps, leads, seed, (what, done) => Say($"  {done:N0} {what}", started));
        Say($"{rows:N0} rows were written. Everybody's password is the demo's; sellers are seller-000000@{DemoOrganisation.Domain} and on, managers manager-00000@{DemoOrganisation.Domain} and on.", started);
        return 0;
    }

    private static void Say(string what, long started) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0} s)"));

    private static string? Number(Arguments read, string name, int least, int most, ref int number) =>
        read.Value(name) is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most)
            ? null
            : $"--{name} is no whole number from {least} to {most}.";
}
