using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Integrations;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Integrations.Webhooks;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.Integrations;

public sealed partial class TellingOtherSystemsTests
{
    private static readonly Dictionary<string, string?> Loopback = new() { ["Academy:Webhooks:Loopback"] = "true" };

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_happens_is_told_once_signed_and_without_words_of_people(Store store)
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(store, Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        var (webhook, secret) = await Add(desk, receiver.Address, [.. WebhookTypes.All]);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);

        var lead = await floor.Arrives();
        Assert.IsType<Accepted<Done>>(await floor.Wins(seller, lead));
        await Told(app, receiver, 3);

        Assert.Equal(["decision.made", "lead.assigned", "lead.won"], receiver.Types);
        Assert.All(receiver.Told, message => Assert.True(message.IsSignedWith(secret)));
        Assert.All(receiver.Told, message => Assert.Equal($"{lead}", message.Lead));
        Assert.All(receiver.Told, message => Assert.DoesNotContain("Kestrel", message.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal($"{seller}", receiver.Told.First().Json["data"]!["winner"]!.GetValue<string>());
        Assert.Equal(3, receiver.Told.Select(message => message.Id).Distinct().Count());
        await Heard(app);
        await Sender(app).SendDue(TestContext.Current.CancellationToken);
        Assert.Equal(3, receiver.Told.Count);
        Assert.Contains("lead.won", await desk.Open($"{WebhooksController.Address}/{webhook}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_lead_is_locked_and_why_and_unlocked_again_is_told_in_order()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(Store.Sqlite, Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        await Add(desk, receiver.Address, WebhookTypes.LeadLocked, WebhookTypes.LeadUnlocked);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var lead = await floor.Arrives();

        await floor.Pool.Lock(app.Clock.Act(null, "Legal looks at it"), lead, LockKind.Held);
        await floor.Pool.Lock(app.Clock.Act(null, "Asked us to stop"), lead, LockKind.DoNotContact);
        await floor.Pool.Unlock(app.Clock.Act(null, "They called back"), lead);
        await Told(app, receiver, 3);

        Assert.Equal(["lead.locked", "lead.locked", "lead.unlocked"], receiver.Types);
        Assert.Equal(["held", "do-not-contact", null], receiver.Told.Select(message => message.Json["data"]!["kind"]?.GetValue<string>()));
        Assert.Equal($"{seller}", receiver.Told.First().Json["data"]!["rep"]!.GetValue<string>());
        Assert.All(receiver.Told, message => Assert.DoesNotContain("Legal", message.Body, StringComparison.Ordinal)); // no word of a person
    }

    [Fact]
    public async Task The_academy_looks_by_itself()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        await Add(desk, receiver.Address, WebhookTypes.DecisionMade);

        await new Floor(app).Arrives();

        await Eventually.Holds(() =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            return !receiver.Told.IsEmpty;
        }, "a message");
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_message_that_was_not_taken_comes_again_by_the_schedule_and_what_follows_of_its_lead_waits(Store store)
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(store, Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        await Add(desk, receiver.Address, WebhookTypes.LeadAssigned, WebhookTypes.LeadWon);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var (troubled, other) = (await floor.Arrives(), await floor.Arrives());
        receiver.Answers = message => message.Lead == $"{troubled}" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK;
        Assert.IsType<Accepted<Done>>(await floor.Wins(seller, troubled));

        await Told(app, receiver, 2);
        app.Time.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        app.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        receiver.Answers = _ => HttpStatusCode.OK;
        app.Time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(2, await Sender(app).SendDue(TestContext.Current.CancellationToken));

        var ofTroubled = receiver.Told.Where(message => message.Lead == $"{troubled}").ToArray();
        Assert.Equal(["lead.assigned", "lead.assigned", "lead.assigned", "lead.won"], ofTroubled.Select(message => message.Type));
        Assert.Single(ofTroubled.Take(3).Select(message => message.Id).Distinct());
        Assert.Single(receiver.Told, message => message.Lead == $"{other}");
        Assert.Equal([500, 500, 200], (await Tries(app, ofTroubled[0].Id)).Select(t => t.Status!.Value));
    }

    [Fact]
    public async Task After_the_last_try_the_webhook_is_failing_sales_operations_are_told_and_it_can_be_sent_again()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback, withoutRounds: true);
        var operations = await app.Join("Wu Tong", Role.SalesOps);
        using var desk = await app.SignIn(operations);
        var (webhook, _) = await Add(desk, receiver.Address, WebhookTypes.DecisionMade);
        (receiver.Answers, receiver.Says) = (_ => HttpStatusCode.ServiceUnavailable, new string('z', 600));
        await new Floor(app).Arrives();
        await Told(app, receiver, 1);

        for (var tries = 1; tries < RetrySchedule.Tries; tries++)
        {
            app.Time.Advance(TimeSpan.FromHours(27));
            Assert.Equal(1, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        }

        app.Time.Advance(TimeSpan.FromHours(27));
        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        var row = Assert.Single(await Rows<DeliveryRow>(app));
        Assert.Equal((DeliveryState.GivenUp, 10), (row.State, receiver.Told.Count));
        Assert.Equal(1, await Notices(app, operations, "webhook-failing"));
        Assert.All(await Rows<TryRow>(app), tried => Assert.Equal(new string('z', 500), tried.Answer));
        Assert.Contains(await app.Events(), e => e.Type == "webhook-failed" && e.Subject == webhook);
        using var again = await app.SignIn(operations);
        Assert.Contains("Failing", await again.Open(WebhooksController.Address), StringComparison.Ordinal);

        receiver.Answers = _ => HttpStatusCode.OK;
        Assert.Equal(HttpStatusCode.Redirect, (await again.Submit($"{WebhooksController.Address}/{webhook}/deliveries/{row.Id}/repetitions")).StatusCode);
        await Sender(app).SendDue(TestContext.Current.CancellationToken);

        Assert.Single(receiver.Told.Select(message => message.Id).Distinct());
        Assert.Equal(DeliveryState.Done, Assert.Single(await Rows<DeliveryRow>(app)).State);
        Assert.Null(Assert.Single(await Rows<WebhookRow>(app)).FailingSince);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task An_address_that_says_it_is_gone_is_told_nothing_any_more(Store store)
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(store, Loopback, withoutRounds: true);
        var operations = await app.Join("Wu Tong", Role.SalesOps);
        using var desk = await app.SignIn(operations);
        var (webhook, _) = await Add(desk, receiver.Address, WebhookTypes.DecisionMade);
        receiver.Answers = _ => HttpStatusCode.Gone;
        var floor = new Floor(app);
        await floor.Arrives();
        await Told(app, receiver, 1);

        await floor.Arrives();
        await Heard(app);
        app.Time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        Assert.Equal(WebhookEnd.Gone, Assert.Single(await Rows<WebhookRow>(app)).DisabledWhy);
        Assert.Equal(1, await Notices(app, operations, "webhook-gone"));
        Assert.Equal(DeliveryState.Dropped, Assert.Single(await Rows<DeliveryRow>(app)).State);
        Assert.Contains(await app.Events(), e => e.Type == "webhook-disabled" && e.Subject == webhook);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        await Add(desk, receiver.Address, WebhookTypes.DecisionMade);
        receiver.Answers = _ => HttpStatusCode.Found;

        await new Floor(app).Arrives();
        await Told(app, receiver, 1);

        Assert.Equal(302, Assert.Single(await Rows<TryRow>(app)).Status);
        Assert.Equal(DeliveryState.Waiting, Assert.Single(await Rows<DeliveryRow>(app)).State);
    }

    [Fact]
    public async Task What_a_process_died_over_is_sent_by_the_next_under_the_same_id()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        var (webhook, _) = await Add(desk, receiver.Address, WebhookTypes.DecisionMade, WebhookTypes.LeadWon);
        await new Floor(app).Arrives();
        await Heard(app);
        var taken = Assert.IsType<Accepted<List<Guid>>>(await app.Ledger.Run<List<Guid>>(app.Clock.Act(), async entry => await Deliveries.Take(entry, webhook), TestContext.Current.CancellationToken));
        Assert.Single(taken.Value);

        Assert.Equal(0, await Sender(app).SendDue(TestContext.Current.CancellationToken));
        app.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, await Sender(app).SendDue(TestContext.Current.CancellationToken));

        Assert.Equal(Signing.IdOf(Assert.Single(await Rows<DeliveryRow>(app))), Assert.Single(receiver.Told).Id);
    }

    [Fact]
    public async Task Of_many_senders_one_sends_each_message()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        await Add(desk, receiver.Address, WebhookTypes.DecisionMade);
        var floor = new Floor(app);
        await floor.Arrives();
        await floor.Arrives();
        await Heard(app);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<WebhookSender>(app.Services).SendDue(TestContext.Current.CancellationToken)));

        Assert.Equal(2, receiver.Told.Count);
        Assert.Equal(2, receiver.Told.Select(message => message.Id).Distinct().Count());
        Assert.All(await Rows<DeliveryRow>(app), row => Assert.Equal(DeliveryState.Done, row.State));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_waited_when_the_academy_went_down_is_told_by_the_next_start_once_under_its_old_id(Store store)
    {
        await using var receiver = await Receiver.Open();
        await using var data = new AcademyApp(store, Loopback, withoutRounds: true);
        var secret = Signing.NewSecret();
        await using (var first = data.WithWebHostBuilder(_ => { }))
        {
            var ledger = first.Services.GetRequiredService<ILedger>();
            var clock = first.Services.GetRequiredService<Clock>();
            var webhook = await ledger.Run<Guid>(clock.Act(), entry => Task.FromResult(first.Services.GetRequiredService<WebhookDesk>().Add(entry, receiver.Address, [WebhookTypes.DecisionMade], secret)), TestContext.Current.CancellationToken);
            await first.Services.GetRequiredService<LeadPool>().Arrive(clock.Act(), Floor.Lead());
            await first.Services.GetRequiredService<LeadPool>().Arrive(clock.Act(), Floor.Lead());
            await Heard(first.Services);
            receiver.Answers = _ => HttpStatusCode.BadGateway;
            await first.Services.GetRequiredService<WebhookSender>().SendDue(TestContext.Current.CancellationToken);
            data.Time.Advance(TimeSpan.FromSeconds(6));
            await ledger.Run<List<Guid>>(clock.Act(), async entry => await Deliveries.Take(entry, ((Accepted<Guid>)webhook).Value), TestContext.Current.CancellationToken); // it dies over these
        }

        receiver.Answers = _ => HttpStatusCode.OK;
        await using var second = data.WithWebHostBuilder(_ => { });
        await Heard(second.Services);
        data.Time.Advance(TimeSpan.FromMinutes(3));
        await second.Services.GetRequiredService<WebhookSender>().SendDue(TestContext.Current.CancellationToken);
        await second.Services.GetRequiredService<WebhookSender>().SendDue(TestContext.Current.CancellationToken);

        Assert.Equal([2, 2], receiver.Told.CountBy(message => message.Id).Select(id => id.Value));
        Assert.All(receiver.Told, message => Assert.True(message.IsSignedWith(secret)));
    }

    [Fact]
    public async Task A_new_secret_signs_at_once_and_the_old_one_for_a_day_beside_it()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback, withoutRounds: true);
        var operations = await app.Join("Wu Tong", Role.SalesOps);
        using var desk = await app.SignIn(operations);
        var (webhook, old) = await Add(desk, receiver.Address, WebhookTypes.DecisionMade);

        var fresh = Secret().Match(WebUtility.HtmlDecode(await (await desk.Submit($"{WebhooksController.Address}/{webhook}/secrets")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).Value;
        await desk.Submit($"{WebhooksController.Address}/{webhook}/tests");
        await Sender(app).SendDue(TestContext.Current.CancellationToken);
        app.Time.Advance(TimeSpan.FromDays(1));
        using var next = await app.SignIn(operations);
        await next.Submit($"{WebhooksController.Address}/{webhook}/tests");
        await Sender(app).SendDue(TestContext.Current.CancellationToken);

        Assert.NotEqual(old, fresh);
        Assert.Equal([(true, true), (true, false)], receiver.Told.Select(message => (message.IsSignedWith(fresh), message.IsSignedWith(old))));
        Assert.All(receiver.Told, message => Assert.Equal(WebhookTypes.Test, message.Type));
        Assert.DoesNotContain(fresh, await next.Open($"{WebhooksController.Address}/{webhook}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_answer_keeps_no_other_waiting()
    {
        await using var slow = await Receiver.Open();
        await using var healthy = await Receiver.Open();
        await using var app = new AcademyApp(settings: new(Loopback) { ["Academy:Webhooks:TimeoutSeconds"] = "60" }, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        foreach (var address in (string[])[slow.Address, healthy.Address])
            await Add(desk, address, WebhookTypes.DecisionMade);
        using var answers = new ManualResetEventSlim();
        slow.Answers = _ => answers.Wait(TimeSpan.FromMinutes(1)) ? HttpStatusCode.NoContent : HttpStatusCode.GatewayTimeout;
        var sender = ActivatorUtilities.CreateInstance<WebhookSender>(app.Services);
        await sender.StartAsync(TestContext.Current.CancellationToken);

        for (var told = 1; told <= 3; told++)
        {
            await new Floor(app).Arrives();
            await Heard(app);
            await Reaches(healthy, told);
        }

        Assert.Single(slow.Told);
        answers.Set();
        await Reaches(slow, 3);
        await sender.StopAsync(TestContext.Current.CancellationToken);

        Task Reaches(Receiver receiver, int messages) => Eventually.Holds(() =>
        {
            app.Time.Advance(TimeSpan.FromSeconds(1));
            return receiver.Told.Count == messages;
        }, $"{messages} messages");
    }

    [Fact]
    public async Task While_it_is_switched_off_nothing_is_told_and_afterwards_only_what_happens_then()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(settings: Loopback, withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        var (webhook, _) = await Add(desk, receiver.Address, WebhookTypes.DecisionMade);
        var floor = new Floor(app);

        await desk.Submit($"{WebhooksController.Address}/{webhook}/state", ("on", "false"));
        await floor.Arrives();
        await Heard(app);
        var refused = await desk.Submit($"{WebhooksController.Address}/{webhook}/tests");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.Submit($"{WebhooksController.Address}/{webhook}/state", ("on", "true"));
        var after = await floor.Arrives();
        await Told(app, receiver, 1);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal($"{after}", Assert.Single(receiver.Told).Lead);
    }

    [Theory]
    [InlineData("198.41.0.4", true), InlineData("2001:503:ba3e::2:30", true), InlineData("100.64.0.1", false), InlineData("172.31.255.255", false), InlineData("172.32.0.1", true), InlineData("224.0.0.1", false)]
    [InlineData("64:ff9b::a00:1", false), InlineData("64:ff9b::c629:4", true), InlineData("2002:a00:1::1", false), InlineData("::", false), InlineData("::7f00:1", false), InlineData("2001:db8::1", false), InlineData("ff02::1", false)]
    public void Only_what_everybody_can_reach_is_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_later_is_not_connected_to()
    {
        await using var receiver = await Receiver.Open();
        await using var app = new AcademyApp(withoutRounds: true);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        // As if the name had been public when it was saved.
        await new Floor(app).Write(entry =>
        {
            var desk = app.Services.GetRequiredService<WebhookDesk>();
            Assert.IsType<Accepted<Guid>>(desk.Add(entry, receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), [WebhookTypes.DecisionMade], Signing.NewSecret()));
            return Task.CompletedTask;
        });

        await new Floor(app).Arrives();
        await Heard(app);
        await Sender(app).SendDue(TestContext.Current.CancellationToken);

        Assert.Empty(receiver.Told);
        var tried = Assert.Single(await Rows<TryRow>(app));
        Assert.Equal((null, "ConnectionError"), (tried.Status, tried.Answer));
    }

    private static async Task<(Guid Webhook, string Secret)> Add(Browser desk, string address, params string[] types)
    {
        var answer = await desk.Submit(WebhooksController.Address, [("Address", address), .. types.Select(type => ("Type", type))]);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, page);
        return (Guid.Parse(Shown().Match(page).Groups["id"].Value), Secret().Match(page).Value);
    }

    private static WebhookSender Sender(AcademyApp app) => app.Services.GetRequiredService<WebhookSender>();

    private static async Task Told(AcademyApp app, Receiver receiver, int messages)
    {
        await Heard(app);
        await Sender(app).SendDue(TestContext.Current.CancellationToken);
        Assert.Equal(messages, receiver.Told.Count);
    }

    // All that has happened, now and not in the relay's own time. It may have heard some of it: hearing it twice does no harm.
    private static Task Heard(AcademyApp app) => Heard(app.Services);

    private static async Task Heard(IServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<AcademyDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var events = await db.Set<EventRow>().OrderBy(e => e.Sequence).ToListAsync(TestContext.Current.CancellationToken);
        await services.GetServices<IConsumer>().OfType<WebhookPush>().Single().Consume(events, TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<T>> Rows<T>(AcademyApp app)
        where T : class
    {
        await using var db = app.Read();
        return await db.Set<T>().ToListAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<TryRow>> Tries(AcademyApp app, string message)
    {
        var delivery = (await Rows<DeliveryRow>(app)).Single(row => Signing.IdOf(row) == message).Id;
        return [.. (await Rows<TryRow>(app)).Where(tried => tried.Delivery == delivery).OrderBy(tried => tried.Number)];
    }

    private static async Task<int> Notices(AcademyApp app, Guid person, string kind) => (await Rows<NoticeRow>(app)).Count(notice => notice.Person == person && notice.Kind == kind);

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]{44}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("/integrations/webhooks/(?<id>[0-9a-f-]{36})/tests", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shown();
}
