using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Reliability.Coaching;

/// <summary>A coach, who is number 0, and a team of readers with one lesson open.</summary>
/// <param name="Readers">Their ids; reader n signs in as number n + 1.</param>
/// <param name="Course">Of the lesson.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="Block">The passage the notes are about.</param>
internal sealed record Team(IReadOnlyList<Guid> Readers, string Course, string Lesson, string Block)
{
    public static async Task<Team> Enter(string data, string? database, int readers)
    {
        await using var app = People.Open(data, database);
        await using var opened = await app.OpenLedger();
        var (ledger, clock) = (app.Services.GetRequiredService<ILedger>(), app.Services.GetRequiredService<Clock>());
        var team = Guid.CreateVersion7();
        var everybody = Enumerable.Range(0, readers + 1).Select(number => PersonOf(number, team, clock)).ToList();
        await ledger.Run<Done>(clock.Act(), entry =>
        {
            entry.Db.Add(new TeamRow { Id = team, Name = "Readers", ChineseName = "Readers" });
            foreach (var person in everybody)
                JoinPerson.Enter(entry, person, person == everybody[0] ? Role.Manager : Role.Rep);
            entry.Db.Add(new TeamManagerRow { TeamId = team, PersonId = everybody[0].Id });
            entry.Record(new ManagementChanged(everybody[0].Id, team, Manages: true));
            return Task.FromResult<Decision<Done>>(Done.Value);
        });
        await using (var scope = app.Services.CreateAsyncScope())
        {
            // One password for everybody, hashed once.
            var credentials = scope.ServiceProvider.GetRequiredService<UserManager<Credential>>();
            var hash = credentials.PasswordHasher.HashPassword(new Credential(), People.Password);
            foreach (var person in everybody)
                await credentials.CreateAsync(new Credential { Id = person.Id, UserName = person.Email, Email = person.Email, EmailConfirmed = true, PasswordHash = hash });
        }

        var lesson = app.Services.GetRequiredService<Library>().Now.FindCourse("discovery")!.Lessons[0]; // the academy's own content
        SqliteConnection.ClearAllPools();
        return new Team([.. everybody.Skip(1).Select(person => person.Id)], lesson.Course, lesson.Id, lesson.Text.In("en").Value.Blocks.First(block => block.Text.Length > 40).Id);
    }

    private static PersonRow PersonOf(int number, Guid team, Clock clock) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = $"Reader {number}",
        Email = People.EmailOf(number),
        TeamId = number == 0 ? null : team,
        Profile = number == 0 ? null : "sdr",
        HiredOn = clock.Today,
        Language = "en",
        ContentLanguage = "en",
        Zone = clock.Zone.Id,
    };
}
