using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>"Why not me" over HTTP in a generated organisation: a recorded decision explained to sales operations for somebody who was not given the lead, and a lead of the pool to a seller.</summary>
internal static class WhyNotCase
{
    private const int Asked = 60;
    private const int WarmUp = 10;

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var sizes = Sizes.Asked;
        var app = await Generated.Open(site, sizes);
        var (decision, other, waiting) = await Decide(app);
        await Generated.Close(app);
        using var server = await Server.Start(AppContext.BaseDirectory, Generated.Folder, Server.FreePort());
        await Rest(server);
        using var operations = await Visitor.SignIn(server.Address, $"wutong@{DemoOrganisation.Domain}", DemoOrganisation.Password);
        using var seller = await Visitor.SignIn(server.Address, GeneratedWaysIn.Seller(3), DemoOrganisation.Password);
        return
        [
            await Time($"{sizes}: a decision explained", operations, $"/leads/decisions/{decision}?person={other}"),
            await Time($"{sizes}: a lead of the pool explained", seller, $"/leads/{waiting}/why"),
        ];
    }

    // After a start the table of the turn is laid, on every core: of the page's own time only what follows tells.
    private static async Task Rest(Server server)
    {
        for (var before = 0.0; Processor.Of(server.Pid) is var now && now - before > 200_000; before = now)
            await Task.Delay(TimeSpan.FromSeconds(1)); // the span over which another process's processor time is read
    }

    // A decision of now, somebody who sells and did not win it, and a lead of the pool.
    private static async Task<(Guid Decision, Guid Other, Guid InPool)> Decide(WebApplication app)
    {
        var (pool, clock) = (app.Services.GetRequiredService<LeadPool>(), app.Services.GetRequiredService<Clock>());
        if (await pool.Arrive(clock.Act(), LiveCase.LeadOf(1)) is not Accepted<Guid> { Value: var lead })
            throw new InvalidOperationException("A lead was refused.");
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContextAsync();
        var made = await db.Set<DecisionRow>().SingleAsync(d => d.Lead == lead);
        var email = GeneratedWaysIn.Seller(7);
        var other = await db.Set<PersonRow>().Where(p => p.Email == email).Select(p => p.Id).SingleAsync();
        return (made.Id, other, await db.Set<LeadRow>().Where(l => l.State == LeadState.Pool).Select(l => l.Id).FirstAsync());
    }

    private static async Task<string> Time(string what, Visitor visitor, string page)
    {
        var took = new List<double>();
        for (var asked = 0; asked < WarmUp + Asked; asked++)
        {
            var started = Stopwatch.GetTimestamp();
            using var answer = await visitor.Get(page);
            answer.EnsureSuccessStatusCode();
            if (asked >= WarmUp)
                took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        took.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{what} in p50 {took[Asked / 2]:0} ms, p95 {took[Asked * 95 / 100]:0} ms (target <= 100; machine load {Machine.Load})");
    }
}
