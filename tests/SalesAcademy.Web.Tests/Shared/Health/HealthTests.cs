using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Shared.Relay;

namespace SalesAcademy.Web.Tests.Shared.Health;

public sealed class HealthTests
{
    [Fact]
    public async Task While_the_disk_refuses_the_academy_lives_and_is_not_ready_and_says_no_more_than_that()
    {
        await using var app = new AcademyApp();
        using var probe = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await probe.Get("/readyz")).StatusCode);

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "academy.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var held = other.BeginTransaction(deferred: false);
            var degraded = await probe.Get("/readyz");

            Assert.Equal(HttpStatusCode.ServiceUnavailable, degraded.StatusCode);
            Assert.Matches("""^\{"status":"degraded","wrong":\{"write":"(refused|no answer in 5 s)"\}\}$""", await degraded.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Equal("alive", await probe.Open("/livez"));
        }

        Assert.Equal("""{"status":"ready"}""", await probe.Open("/readyz"));
    }

    [Fact]
    public async Task Strangers_who_ask_at_once_cost_fewer_writes_than_they_are()
    {
        await using var app = new AcademyApp();
        using var probe = app.Visitor();

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => probe.Get("/readyz")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await using var db = app.Read();
        Assert.InRange((await db.Set<BookmarkRow>().SingleAsync(row => row.Consumer == "health", TestContext.Current.CancellationToken)).Sequence, 1, 59);
    }
}
