using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Tests.Shared.Access;

public sealed class LimitsTests
{
    [Fact]
    public void Every_limit_is_read_from_the_configuration_and_stands_in_the_documents()
    {
        var properties = typeof(Limits).GetProperties();
        var settings = new ConfigurationBuilder().AddInMemoryCollection(properties.Select((p, i) => KeyValuePair.Create($"Academy:Limits:{p.Name}", (string?)$"{1000 + i}"))).Build();
        var documents = File.ReadAllText(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../../src/docs/operations.md")));

        var read = Limits.Read(settings);

        Assert.Equal(Enumerable.Range(1000, properties.Length), properties.Select(p => (int)p.GetValue(read)!));
        Assert.All(properties, p => Assert.Contains(p.Name, documents, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Too_many_tries_at_one_account_rest_that_account_for_that_address_alone()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:SignInPerMinute"] = "3" });
        var (person, colleague) = (await app.Join("Wei Zhang", Role.Rep), await app.Join("Ana Ruiz", Role.Rep));
        var gate = app.Services.GetRequiredService<SignInGate>();
        for (var i = 0; i < 3; i++)
            (await gate.Enter($" {person:N}@EXAMPLE.com", from: null, TestContext.Current.CancellationToken)).Dispose();

        using var browser = app.Visitor();
        var refused = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        using var elsewhere = await gate.Enter($"{person:N}@example.com", IPAddress.Loopback, TestContext.Current.CancellationToken);
        Assert.True(elsewhere.IsAcquired);
        using var other = await app.SignIn(colleague);
    }

    [Fact]
    public async Task While_as_many_passwords_are_checked_as_may_be_the_next_is_told_to_come_again()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:SignInConcurrency"] = "1", ["Academy:Limits:SignInQueue"] = "0" });
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = app.Visitor();
        HttpResponseMessage refused;

        using (await app.Services.GetRequiredService<SignInGate>().Enter("somebody", from: null, TestContext.Current.CancellationToken))
            refused = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var signedIn = await app.SignIn(person);
    }

    [Fact]
    public async Task An_account_rests_after_as_many_wrong_passwords_as_configured()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:LockoutAfter"] = "2" });
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = app.Visitor();

        foreach (var password in (string[])["wrong", "wrong as well", AcademyApp.Password])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", password))).StatusCode);
    }

    [Fact]
    public async Task One_person_exports_once_at_a_time_and_all_together_as_often_as_configured()
    {
        await using var house = await SmallHouse.Open(new Limits { Exports = 1, ExportsOfAll = 2 }, Limits.Export);

        var first = await house.Begin("ana");
        var again = await house.Ask("ana");
        var second = await house.Begin("bo");
        var third = await house.Ask("cy");
        house.Finish();

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable], [again.StatusCode, third.StatusCode]);
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [(await first).StatusCode, (await second).StatusCode]);
        Assert.Equal(HttpStatusCode.OK, (await house.Ask("ana")).StatusCode);
    }

    [Fact]
    public async Task A_flood_of_saves_to_one_attempt_is_slowed_and_no_other_attempt_feels_it()
    {
        await using var house = await SmallHouse.Open(new Limits { SavesPerSecond = 1, SavesAtOnce = 2 }, Limits.Saving);
        house.Finish();

        var flooded = "01a216c8-095a-78bf-a821-50b88a32aec8";
        var flood = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => house.Ask("ana", flooded)));

        Assert.Contains(flood, answer => answer.StatusCode == HttpStatusCode.TooManyRequests && answer.Headers.RetryAfter is not null);
        // However its id is spelled, and whoever else floods it.
        Assert.Equal(HttpStatusCode.TooManyRequests, (await house.Ask("ana", flooded.ToUpperInvariant())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await house.Ask("bo", flooded)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await house.Ask("ana", "01a216c8-0ff9-79ac-837d-81031f9a6cde")).StatusCode);
    }

    [Fact]
    public async Task A_full_house_says_so_and_keeps_its_live_connections()
    {
        await using var house = await SmallHouse.Open(new Limits { Concurrency = 1, Queue = 0 }, policy: null);

        var inside = await house.Begin("ana");
        var (turnedAway, live) = (await house.Ask("bo"), await house.Ask("bo", "live"));
        house.Finish();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, turnedAway.StatusCode);
        Assert.NotNull(turnedAway.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await inside).StatusCode);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    /// <summary>The limits of the academy around one page that takes as long as a test wants.</summary>
    private sealed class SmallHouse(WebApplication app) : IAsyncDisposable
    {
        private static readonly ConcurrentDictionary<string, Guid> People = [];

        private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public static async Task<SmallHouse> Open(Limits limits, string? policy)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Services.AddLimits(limits);
            var app = builder.Build();
            var house = new SmallHouse(app);
            app.Use((context, next) =>
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, context.Request.Headers["who"].ToString())], "test"));
                return next(context);
            });
            app.UseRouting().UseRateLimiter();
            app.MapGet("/live", () => "open");
            var page = app.MapGet("/{id}", house.Work);
            if (policy is not null)
                page.RequireRateLimiting(policy);
            await app.StartAsync(TestContext.Current.CancellationToken);
            return house;
        }

        /// <summary>Asks and comes back when the page is at work.</summary>
        public async Task<Task<HttpResponseMessage>> Begin(string who)
        {
            var asked = Ask(who);
            await entered.Task.WaitAsync(TestContext.Current.CancellationToken);
            entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return asked;
        }

        public async Task<HttpResponseMessage> Ask(string who, string page = "page")
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/{page}") { Headers = { { "who", People.GetOrAdd(who, _ => Guid.NewGuid()).ToString() } } };
            return await app.GetTestClient().SendAsync(request, TestContext.Current.CancellationToken);
        }

        public void Finish() => done.TrySetResult();

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task Work()
        {
            entered.TrySetResult();
            await done.Task;
        }
    }
}
