using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations;

namespace SalesAcademy.Web.Tests.Integrations;

public sealed partial class IssuingTokensTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_token_is_shown_once_kept_by_its_hash_alone_and_opens_what_it_was_given(Store store)
    {
        await using var app = new AcademyApp(store);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));

        var token = Token().Match(await (await Issue(desk, Scopes.LeadsRead)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Value;

        Assert.Equal(46, token.Length);
        using var http = Machine.Client(app, token);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/leads", TestContext.Current.CancellationToken)).StatusCode);
        var again = await desk.Open(TokensController.Address);
        Assert.DoesNotContain(token, again, StringComparison.Ordinal);
        Assert.Contains(token[^4..], again, StringComparison.Ordinal);
        var row = await Row(app);
        Assert.Equal((TokenSecret.HashOf(token), app.Clock.Now), (row.Hash, row.UsedAt));
        Assert.DoesNotContain(token[3..], string.Concat((await app.Events()).Select(e => e.Json)), StringComparison.Ordinal);
        Assert.Contains(await app.Events(), e => e.Type == "api-token-issued" && e.Subject == row.Id && e.Actor == row.CreatedBy);
    }

    [Fact]
    public async Task A_revoked_token_is_worth_nothing_from_the_next_call_on()
    {
        await using var app = new AcademyApp();
        using var machine = await Machine.With(app, Scopes.LeadsRead);
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.Admin));
        Assert.Equal(HttpStatusCode.OK, (await machine.Get("/api/v1/leads")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await desk.Submit($"{TokensController.Address}/{machine.Token}/revocation")).StatusCode);

        await IsRefused(await machine.Get("/api/v1/leads"));
        Assert.Contains(await app.Events(), e => e.Type == "api-token-revoked" && e.Subject == machine.Token);
        Assert.Contains("Revoked", await desk.Open(TokensController.Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_ends_on_its_day()
    {
        await using var app = new AcademyApp();
        using var machine = await Machine.With(app, Scopes.LeadsRead);

        app.Time.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        var before = await machine.Get("/api/v1/leads");
        app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await IsRefused(await machine.Get("/api/v1/leads"));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer sa_")]
    [InlineData("Bearer sa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("Basic c2E6c2E=")]
    public async Task What_is_no_token_is_told_the_same_as_one_that_is_over(string header)
    {
        await using var app = new AcademyApp();
        using var http = app.CreateClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);

        var answer = await http.GetAsync("/api/v1/leads", TestContext.Current.CancellationToken);

        await IsRefused(answer);
    }

    [Fact]
    public async Task No_cookie_counts_at_the_interface_and_no_token_at_a_page()
    {
        await using var app = new AcademyApp();
        using var desk = await app.SignIn(await app.Join("Wu Tong", (Role)63, profile: "sdr"));
        using var machine = await Machine.With(app, [.. Scopes.All]);

        var withCookie = await desk.Get("/api/v1/leads");
        var withToken = await machine.Get("/leads/health");
        desk.Http.DefaultRequestHeaders.Authorization = machine.Http.DefaultRequestHeaders.Authorization;
        var withBoth = await desk.Get("/api/v1/leads");

        Assert.Equal((401, "token-needed"), await Kind(withCookie));
        Assert.Equal(HttpStatusCode.Redirect, withToken.StatusCode);
        Assert.Equal(HttpStatusCode.OK, withBoth.StatusCode);
    }

    [Fact]
    public async Task A_token_that_calls_too_often_is_told_when_to_come_again_and_no_other_feels_it()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:ApiPerMinute"] = "3" });
        using var machine = await Machine.With(app, Scopes.LeadsRead);
        using var other = await Machine.With(app, Scopes.LeadsRead);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await machine.Get("/api/v1/leads")).StatusCode);

        var slowed = await machine.Get("/api/v1/leads");

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.InRange(slowed.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal("application/problem+json", slowed.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/api/v1/leads")).StatusCode);
    }

    [Fact]
    public async Task What_a_token_does_is_recorded_in_its_name()
    {
        await using var app = new AcademyApp();
        using var machine = await Machine.With(app, Scopes.LeadsWrite);

        await machine.Post("/api/v1/leads", Machine.Lead());

        Assert.All((await app.Events()).Where(e => e.Type is "lead-arrived" or "lead-held"), e => Assert.Equal(machine.Token, e.Actor));
        Assert.Contains(await app.Events(), e => e.Type == "lead-arrived");
    }

    [Fact]
    public async Task Without_a_scope_or_with_a_strange_system_no_token_is_made()
    {
        await using var app = new AcademyApp();
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));

        var (without, strange) = (await Issue(desk), await desk.Submit(TokensController.Address, ("Name", "Feed"), ("System", "My CRM"), ("Scope", Scopes.LeadsRead), ("Days", "30")));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (without.StatusCode, strange.StatusCode));
        await using var db = app.Read();
        Assert.False(await db.Set<TokenRow>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_form_that_was_sent_twice_makes_one_token()
    {
        await using var app = new AcademyApp();
        using var desk = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));

        var (first, second) = (await Issue(desk, Scopes.LeadsRead, ("_key", "one")), await Issue(desk, Scopes.LeadsRead, ("_key", "one")));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        _ = await Row(app);
    }

    private static Task<HttpResponseMessage> Issue(Browser desk, string? scope = null, params (string, string)[] more) =>
        desk.Submit(TokensController.Address, [("Name", "Feed"), ("System", "crm"), ("Days", "30"), .. scope is null ? [] : new[] { ("Scope", scope) }, .. more]);

    private static async Task<TokenRow> Row(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<TokenRow>().SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(int, string)> Kind(HttpResponseMessage answer)
    {
        var (status, kind, _) = await Machine.ProblemOf(answer);
        return (status, kind);
    }

    private static async Task IsRefused(HttpResponseMessage answer)
    {
        Assert.Equal((401, "token-refused"), await Kind(answer));
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("sa_[A-Za-z0-9_-]{43}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
