using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Web.Features.Integrations.Webhooks;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.Integrations;

public sealed class KeepingTheQueueTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_webhook_not_told_for_a_quarter_of_an_hour_is_a_sign_that_keeps_no_request_away(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        await Queue(app, DeliveryState.Waiting);
        await Queue(app, DeliveryState.Done);
        using var visitor = app.Visitor();

        app.Time.Advance(TimeSpan.FromMinutes(15));
        var inTime = await visitor.Open("/readyz");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        var late = await visitor.Get("/readyz");

        Assert.Contains("\"ready\"", inTime, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, late.StatusCode);
        Assert.Contains("\"webhooks\":\"1 deliveries wait, the oldest for 16 min\"", await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task What_was_told_is_kept_for_thirty_days_and_what_waits_for_ever(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var cleaner = app.Services.GetRequiredService<WebhookCleaner>();
        foreach (var state in (DeliveryState[])[DeliveryState.Done, DeliveryState.GivenUp, DeliveryState.Dropped, DeliveryState.Waiting])
            await Queue(app, state);
        app.Time.Advance(TimeSpan.FromDays(29));
        await Queue(app, DeliveryState.Done);

        var early = await cleaner.Run(TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromSeconds(1));
        var due = await cleaner.Run(TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(60));
        var newest = await cleaner.Run(TestContext.Current.CancellationToken);

        Assert.Equal((0, 3, 0), (early, due, newest)); // the newest gives the next its number
        await using var db = app.Read();
        Assert.Equal([4L, 5L], await db.Set<DeliveryRow>().OrderBy(d => d.Number).Select(d => d.Number).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await db.Set<TryRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    private static Task Queue(AcademyApp app, DeliveryState state) => new Floor(app).Write(async entry =>
    {
        var number = await entry.Db.Set<DeliveryRow>().CountAsync() + 1;
        var id = entry.NewId();
        entry.Db.Add(new DeliveryRow { Id = id, Webhook = Guid.Empty, Number = number, Source = $"{number}", Subject = Guid.NewGuid(), Type = WebhookTypes.LeadWon, Body = "{}", At = entry.Act.At, State = state, NextAt = entry.Act.At });
        entry.Db.Add(new TryRow { Delivery = id, Number = 1, At = entry.Act.At, Milliseconds = 3, Status = 200, Answer = "" });
    });
}
