using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Reliability.Claiming;

/// <summary>A data folder, or a PostgreSQL database, with sellers who may claim and leads in the public pool.</summary>
internal static class Floor
{
    /// <summary>Every other seller has the lowest tier that claims, whose weekly cap comes first; the others one whose claims of the day do.</summary>
    public static Tier TierOf(int number) => number % 2 == 0 ? Tier.C : Tier.A;

    public static async Task Enter(string data, string? database, int sellers)
    {
        await using var app = Running.People.Open(data, database);
        await using (await app.OpenLedger())
        {
            var (ledger, clock, catalogue) = (app.Services.GetRequiredService<ILedger>(), app.Services.GetRequiredService<Clock>(), app.Services.GetRequiredService<Library>().Now);
            for (var number = 0; number < sellers; number++)
            {
                var person = PersonOf(number, clock);
                await Run(ledger, clock, entry => JoinPerson.Enter(entry, person, Role.Rep));
                await Run(ledger, clock, async entry =>
                {
                    (await entry.Db.Set<TierRow>().SingleAsync(t => t.Person == person.Id)).Tier = TierOf(number);
                    foreach (var certification in catalogue.Certifications)
                        entry.Db.Add(new HeldCertificateRow { Certificate = entry.NewId(), Person = person.Id, Certification = certification.Id, From = clock.Today });
                });
                await GiveWayIn(app, person);
            }
        }

        SqliteConnection.ClearAllPools();
    }

    /// <summary>Puts leads that ask for nothing into the pool; their ids.</summary>
    public static async Task<IReadOnlyList<Guid>> Pour(string data, string? database, int leads)
    {
        await using var app = Running.People.Open(data, database);
        Guid[] poured = [.. Enumerable.Range(0, leads).Select(_ => Guid.CreateVersion7())];
        await using (await app.OpenLedger())
        {
            var clock = app.Services.GetRequiredService<Clock>();
            await Run(app.Services.GetRequiredService<ILedger>(), clock, entry => entry.Db.AddRange(poured.Select(id => LeadOf(id, clock))));
        }

        SqliteConnection.ClearAllPools();
        return poured;
    }

    private static PersonRow PersonOf(int number, Clock clock) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = $"Claimant {number}",
        Email = Running.People.EmailOf(number),
        Profile = "sdr",
        HiredOn = clock.Today,
        Language = "en",
        ContentLanguage = "en",
        Zone = clock.Zone.Id,
    };

    private static LeadRow LeadOf(Guid id, Clock clock) => new()
    {
        Id = id,
        Company = $"Company {id:N}",
        About = "",
        Contact = "Dana Whitfield",
        Email = $"{id:N}@example.com",
        Phone = "",
        Customer = $"{id:N}@example.com",
        Tier = Tier.C,
        Source = "Fair",
        Currency = "GBP",
        ArrivedAt = clock.Now,
        WaitingSince = clock.Now,
        ChangedAt = clock.Now,
        State = LeadState.Pool,
    };

    // One password for everybody, hashed once: hashing it for each would take longer than the case.
    private static string? hash;

    private static async Task GiveWayIn(WebApplication app, PersonRow person)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var credentials = scope.ServiceProvider.GetRequiredService<UserManager<Credential>>();
        hash ??= credentials.PasswordHasher.HashPassword(new Credential(), Running.People.Password);
        await credentials.CreateAsync(new Credential { Id = person.Id, UserName = person.Email, Email = person.Email, EmailConfirmed = true, PasswordHash = hash });
    }

    private static Task Run(ILedger ledger, Clock clock, Action<Entry> write) => Run(ledger, clock, entry =>
    {
        write(entry);
        return Task.CompletedTask;
    });

    private static async Task Run(ILedger ledger, Clock clock, Func<Entry, Task> write) => await ledger.Run<Done>(clock.Act(), async entry =>
    {
        await write(entry);
        return Done.Value;
    });
}
