using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Running;

/// <summary>Enters people into a data folder before a server opens it: reps who are at the discovery course of their path, with the rest behind them, so that no quiz is closed.</summary>
internal static class People
{
    public const string Password = "a-long-enough-password";

    public static string EmailOf(int number) => $"learner-{number}@example.com";

    /// <param name="data">The data folder.</param>
    /// <param name="count">How many.</param>
    /// <param name="language">What they read.</param>
    /// <param name="database">A PostgreSQL connection string; null for the data folder's own files.</param>
    public static async Task Enter(string data, int count, string language = "en", string? database = null)
    {
        await using var app = Open(data, database);
        await using (await app.OpenLedger())
        {
            var clock = app.Services.GetRequiredService<Clock>();
            for (var i = 0; i < count; i++)
            {
                var person = new PersonRow
                {
                    Id = Guid.CreateVersion7(),
                    Name = $"Learner {i}",
                    Email = EmailOf(i),
                    Profile = "sdr",
                    HiredOn = clock.Today,
                    Language = language,
                    ContentLanguage = language,
                    Zone = clock.Zone.Id,
                };
                if (await app.Services.GetRequiredService<JoinPerson>().Run(clock.Act(), person, Role.Rep, Password) is Refused<Guid> refused)
                    throw new InvalidOperationException($"A learner was refused: {refused.Reason.Key}");
                await ComeFar(app.Services.GetRequiredService<ILedger>(), clock.Act(), person.Id, app.Services.GetRequiredService<Library>().Now);
            }
        }

        SqliteConnection.ClearAllPools();
    }

    private static Task<Decision<Done>> ComeFar(ILedger ledger, Act act, Guid person, Catalogue catalogue) => ledger.Run<Done>(act, async entry =>
    {
        foreach (var course in catalogue.Courses)
            entry.Db.Add(new CourseCompletionRow { Person = person, Course = course.Id, At = act.At });
        foreach (var step in await entry.Db.Set<PathStepRow>().Where(step => step.Person == person && (step.Kind != PathStepKind.Course || step.Target != "discovery")).ToListAsync())
            step.DoneAt = act.At;
        return Done.Value;
    });

    /// <summary>The product in this process, on a data folder, without its web server.</summary>
    public static WebApplication Open(string data, string? database = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(House).Assembly.GetName().Name,
            ContentRootPath = Path.Combine(Checkout.Root, "src/SalesAcademy.Web"),
            EnvironmentName = "Production",
            Args = [$"--Academy:Data={data}", "--Logging:LogLevel:Default=Warning", .. database is null ? (string[])[] : [$"--Academy:Database={database}"]],
        });
        builder.AddAcademy(Rooms());
        return builder.Build();
    }

    /// <summary>Every room of the house.</summary>
    public static IReadOnlyList<IRoom> Rooms() => [.. typeof(House).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRoom)))
        .Select(type => (IRoom)Activator.CreateInstance(type)!)]; // a room is made without arguments, as Program.cs does
}
