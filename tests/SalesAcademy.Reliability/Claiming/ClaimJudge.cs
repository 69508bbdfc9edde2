using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Reliability.Claiming;

/// <summary>Counts in the database what became of the leads, and holds it against what the claimants were told.</summary>
internal static class ClaimJudge
{
    public static async Task<IReadOnlyList<string>> Faults(string data, string? database, IReadOnlyList<Answer> answers)
    {
        await using var app = Running.People.Open(data, database);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContextAsync();
        var policy = app.Services.GetRequiredService<Library>().Now.Leads;
        var numbers = (await db.Set<PersonRow>().ToListAsync()).ToDictionary(p => p.Id, p => NumberOf(p.Email));
        var owned = await db.Set<OwnershipRow>().ToListAsync();
        var leads = await db.Set<LeadRow>().ToDictionaryAsync(l => l.Id);
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        return
        [
            .. answers.Where(answer => answer.IsSurprising).Select(answer => $"{(int)answer.Status} without a reason to seller {answer.Seller}"),
            .. owned.Where(o => o.EndSequence is null).GroupBy(o => o.Lead).Where(g => g.Count() > 1).Select(g => $"lead {g.Key} has {g.Count()} owners"),
            .. owned.Where(o => leads[o.Lead].Owner != o.Person).Select(o => $"lead {o.Lead} says another owner than its ownership"),
            .. answers.Where(answer => answer.IsTaken).GroupBy(answer => answer.Lead).Where(g => g.Count() > 1).Select(g => $"lead {g.Key} was promised to {g.Count()}"),
            .. answers.Where(answer => answer.IsTaken && !owned.Exists(o => o.Lead == answer.Lead && numbers[o.Person] == answer.Seller)).Select(answer => $"seller {answer.Seller} was promised {answer.Lead} and has it not"),
            .. owned.GroupBy(o => o.Person).SelectMany(g => OverCaps(numbers[g.Key], g.Count(), policy)),
        ];
    }

    /// <summary>How many leads a seller may take on the first day.</summary>
    public static int MostOf(int seller, LeadPolicy policy) => Math.Min(policy.ClaimsPerDay, policy.Weekly(Floor.TierOf(seller)));

    private static IEnumerable<string> OverCaps(int seller, int taken, LeadPolicy policy)
    {
        if (taken > MostOf(seller, policy))
            yield return $"seller {seller} of tier {Floor.TierOf(seller)} took {taken}, more than {MostOf(seller, policy)}";
    }

    /// <summary>The control: gives a lead a second owner, as no index and no command would let it.</summary>
    public static async Task PlantSecondOwner(string data, string? database)
    {
        await using var app = Running.People.Open(data, database);
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContextAsync())
        {
            var one = await db.Set<OwnershipRow>().FirstAsync(o => o.EndSequence == null);
            var other = await db.Set<PersonRow>().Where(p => p.Id != one.Person).Select(p => p.Id).FirstAsync();
            await db.Database.ExecuteSqlAsync($"DROP INDEX one_owner");
            await db.Database.ExecuteSqlAsync($"INSERT INTO lead_ownerships (id, lead, person, how, day, at, sequence) VALUES ({Guid.CreateVersion7()}, {one.Lead}, {other}, 'Claimed', {one.Day}, {one.At}, {one.Sequence})");
        }

        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static int NumberOf(string email) => int.Parse(email.Split('-', '@')[1], System.Globalization.CultureInfo.InvariantCulture);
}
