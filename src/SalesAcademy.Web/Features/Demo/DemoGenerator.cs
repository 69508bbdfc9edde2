using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>
/// Fills a store with an organisation of any size, to see the academy at work under it: sellers, their evidence and tiers, and leads of four months,
/// in bulk. The store must be open, and nothing may serve from it meanwhile.
/// </summary>
internal sealed class DemoGenerator(
    GeneratedTeams teams, GeneratedSellers sellers, GeneratedLeads leads, DemoPeople staff, ILedger ledger, Clock clock,
    IDbContextFactory<AcademyDb> academy, IDbContextFactory<SignInDb> signIn, IServiceScopeFactory scopes, IEnumerable<IConsumer> consumers, IServiceProvider services)
{
    /// <summary>Why this store may not be filled; null when it may: it is empty, or holds the demo and no generated organisation.</summary>
    public async Task<string?> WhyNot()
    {
        await using var db = await academy.CreateDbContextAsync();
        var (ending, generated) = ($"@{DemoOrganisation.Domain}", GeneratedWaysIn.Seller(0));
        if (await db.Set<PersonRow>().AnyAsync(p => !p.Email.EndsWith(ending)))
            return "This academy is not a demo: people work in it.";
        return await db.Set<PersonRow>().AnyAsync(p => p.Email == generated) ? "It holds a generated organisation already: run demo reset first, or name another data folder." : null;
    }

    /// <summary>Writes so many sellers and leads; the same seed gives the same ones, as seen from the same day. Returns the rows written.</summary>
    public async Task<long> Fill(int reps, int count, long seed, Action<string, int> progress)
    {
        await using var db = await academy.CreateDbContextAsync();
        if (!await db.Set<PersonRow>().AnyAsync())
            await Staff();
        await using var credentials = await signIn.CreateDbContextAsync();
        var ways = new GeneratedWaysIn(Hash(DemoOrganisation.Password));
        long rows;
        await using (var past = await Backfill.Open(db))
        await using (var waysIn = await Backfill.Open(credentials))
        {
            var formed = await teams.Write(past, waysIn, ways, seed, reps);
            var all = await sellers.Write(past, waysIn, ways, formed, seed, reps, done => progress("sellers", done));
            await BackfilledSeats.Write(db, past, [.. all.Select(seller => seller.Id)]);
            await leads.Write(past, all, seed, count, done => progress("leads", done));
            await waysIn.Finish();
            await past.Finish();
            rows = past.Rows + waysIn.Rows;
        }

        services.GetService<SqliteLedger>()?.ReadAnew();
        await PassOver();
        return rows;
    }

    private string Hash(string password)
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<IPasswordHasher<Credential>>().HashPassword(new Credential(), password);
    }

    // Without their stories: sales operations, human resources, an author, an administrator and two teams of the told demo.
    private async Task Staff()
    {
        foreach (var scene in staff.Scenes().OrderBy(scene => scene.At))
            await scene.Happens();
        await staff.GiveWaysIn();
    }

    // Nobody is told by mail, webhook or signal what was made up.
    private Task<Decision<Done>> PassOver() => ledger.Run<Done>(clock.Act(), async entry =>
    {
        var newest = await entry.HoldTrunk();
        foreach (var consumer in consumers)
        {
            var bookmark = await entry.Db.FindAsync<BookmarkRow>(consumer.Name) ?? entry.Db.Add(new BookmarkRow { Consumer = consumer.Name }).Entity;
            bookmark.Sequence = newest;
        }

        return Done.Value;
    });
}
