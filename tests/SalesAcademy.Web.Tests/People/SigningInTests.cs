using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Tests.People;

public sealed class SigningInTests
{
    [Fact]
    public async Task Whoever_sends_a_form_too_late_is_told_so_and_comes_back_to_its_page()
    {
        await using var app = new AcademyApp();
        using var stranger = app.Visitor();
        using var form = new HttpRequestMessage(HttpMethod.Post, "/leads/01a216c8-095a-78bf-a821-50b88a32aec8/follow-ups") { Content = new FormUrlEncodedContent([new("Note", "Called")]) };
        form.Headers.Referrer = new Uri("http://localhost/leads/01a216c8-095a-78bf-a821-50b88a32aec8?tab=1");

        var asked = (await stranger.Http.SendAsync(form, TestContext.Current.CancellationToken)).Headers.Location!;

        Assert.Equal("/people/sign-in?returnUrl=%2Fleads%2F01a216c8-095a-78bf-a821-50b88a32aec8%3Ftab%3D1&late=true", asked.OriginalString);
        Assert.Contains("what you sent was not stored", await stranger.Open(asked.OriginalString), StringComparison.Ordinal);
        Assert.DoesNotContain("what you sent was not stored", await stranger.Open("/people/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_another_site_is_no_way_back()
    {
        await using var app = new AcademyApp();
        using var stranger = app.Visitor();
        using var form = new HttpRequestMessage(HttpMethod.Post, "/quizzes/drill") { Content = new FormUrlEncodedContent([]) };
        form.Headers.Referrer = new Uri("http://evil.example/leads");

        var asked = (await stranger.Http.SendAsync(form, TestContext.Current.CancellationToken)).Headers.Location!;

        Assert.Equal("/people/sign-in?returnUrl=%2F&late=true", asked.OriginalString);
    }

    [Fact]
    public async Task Ten_wrong_passwords_rest_the_account_however_the_address_is_written()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Wei Zhang", Role.Rep);
        var email = $"{person:N}@example.com";
        string[] spellings = [email, email.ToUpperInvariant(), $"  {email} ", $"{email}\t"];

        for (var i = 0; i < 10; i++)
        {
            using var guesser = app.Visitor();
            guesser.Http.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.100.{i}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(guesser, spellings[i % spellings.Length], "wrong")).Status);
        }

        using var owner = app.Visitor();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Try(owner, email, AcademyApp.Password)).Status);
        await using var scope = app.Services.CreateAsyncScope();
        var credential = await scope.ServiceProvider.GetRequiredService<SignInDb>().Set<Credential>().SingleAsync(c => c.Id == person, TestContext.Current.CancellationToken);
        Assert.InRange(credential.LockoutEnd!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task Nobody_learns_from_the_answer_whether_an_address_is_known_or_locked_or_suspended()
    {
        await using var app = new AcademyApp();
        var known = await app.Join("Wei Zhang", Role.Rep);
        var suspended = await app.Join("Gone", Role.Rep);
        var hr = await app.SignIn(await app.Join("Hana", Role.Hr));
        await hr.Submit($"/people/{suspended}/suspension", ("Reason", "left"));
        using var guesser = app.Visitor();

        var unknown = await Try(guesser, "nobody@example.com", "wrong");
        for (var i = 0; i < 11; i++)
            Assert.Equal(unknown, await Try(guesser, $"{known:N}@example.com", "wrong", "nobody@example.com"));
        var shutOut = await Try(guesser, $"{suspended:N}@example.com", AcademyApp.Password, "nobody@example.com");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, unknown.Status);
        Assert.Equal(unknown, shutOut);
    }

    [Fact]
    public async Task A_foreign_return_address_ends_at_home()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Wei Zhang", Role.Rep);
        string[] cases =
        [
            "//evil.example",
            @"/\evil.example",
            "https:evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/\t/evil.example",
            "~//evil.example",
        ];

        foreach (var returnUrl in cases)
        {
            using var browser = app.Visitor();

            var answer = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password), ("ReturnUrl", returnUrl));

            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal("/", answer.Headers.Location!.ToString());
        }
    }

    [Fact]
    public async Task A_page_of_this_site_is_returned_to()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = app.Visitor();

        var answer = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password), ("ReturnUrl", "/people/me?a=1"));

        Assert.Equal("/people/me?a=1", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Each_sign_in_gets_a_session_of_its_own_and_signing_out_kills_it_on_the_server()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = app.Visitor();

        var first = await SessionCookie(browser, person);
        await browser.Submit("/people/sign-out");
        var second = await SessionCookie(browser, person);

        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.Redirect, await Home(app, first));
        Assert.Equal(HttpStatusCode.OK, await Home(app, second));
    }

    [Fact]
    public async Task Nobody_signs_in_over_the_session_of_somebody_else()
    {
        await using var app = new AcademyApp();
        var planter = await app.Join("Planter", Role.Rep);
        var victim = await app.Join("Victim", Role.Hr);
        using var browser = app.Visitor();
        var planted = await SessionCookie(browser, planter);

        await browser.Open("/");
        await browser.Submit("/people/sign-in", ("Email", $"{victim:N}@example.com"), ("Password", AcademyApp.Password));

        using var outsider = app.Visitor();
        outsider.Http.DefaultRequestHeaders.Add("Cookie", planted);
        Assert.DoesNotContain("Victim", await outsider.Open("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused()
    {
        await using var app = new AcademyApp();
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = await app.SignIn(person);
        using var form = new FormUrlEncodedContent([new("Language", "zh-Hans"), new("ContentLanguage", "zh-Hans"), new("Zone", "UTC")]);

        var answer = await browser.Http.PostAsync("/people/me", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(await app.Events(), e => e.Type == "preferences-changed");
    }

    [Theory]
    [InlineData("zh", "登录"), InlineData("zh-CN,zh;q=0.9,en;q=0.8", "登录"), InlineData("zh-TW", "登录")]
    [InlineData("fr-FR,fr", "Sign in"), InlineData("en-US,zh;q=0.5", "Sign in")]
    public async Task A_visitor_reads_the_language_their_browser_asks_for(string asked, string title)
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Accept-Language", asked);

        Assert.Contains($"<h1>{title}</h1>", await visitor.Open("/people/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_can_be_switched_before_signing_in()
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        await visitor.Open("/people/sign-in");

        var answer = await visitor.Submit("/people/preferences/language", ("language", "zh-Hans"), ("returnUrl", "/people/sign-in"));

        Assert.Equal("/people/sign-in", answer.Headers.Location!.ToString());
        Assert.Contains("<h1>登录</h1>", await visitor.Open("/people/sign-in"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("203.0.113.9", null, false)]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("203.0.113.9", "203.0.113.9", true)]
    [InlineData("203.0.113.9", "203.0.113.0/24", true)]
    public async Task Only_a_trusted_proxy_may_say_who_the_client_is(string from, string? trusted, bool believed)
    {
        var settings = new Dictionary<string, string?> { ["Academy:Limits:SignInPerMinuteFromAddress"] = "3" };
        if (trusted is not null)
            settings["Academy:Proxies:0"] = trusted;
        await using var app = new AcademyApp(settings: settings);

        var statuses = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            var answer = await app.Server.SendAsync(context =>
            {
                context.Request.Method = "POST";
                context.Request.Path = "/people/sign-in";
                context.Request.Headers["X-Forwarded-For"] = $"198.51.100.{i}";
                context.Connection.RemoteIpAddress = IPAddress.Parse(from);
            }, TestContext.Current.CancellationToken);
            statuses.Add(answer.Response.StatusCode);
        }

        Assert.Equal(believed, !statuses.Contains(StatusCodes.Status429TooManyRequests));
    }

    private static async Task<(HttpStatusCode Status, string Body)> Try(Browser browser, string email, string password, string? shownAs = null)
    {
        var answer = await browser.Submit("/people/sign-in", ("Email", email), ("Password", password));
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        body = System.Text.RegularExpressions.Regex.Replace(body, "__RequestVerificationToken\"[^>]+>", "");
        return (answer.StatusCode, shownAs is null ? body : body.Replace(email, shownAs, StringComparison.Ordinal));
    }

    private static async Task<string> SessionCookie(Browser browser, Guid person)
    {
        await browser.Open("/people/sign-in");
        var answer = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));
        return answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<HttpStatusCode> Home(AcademyApp app, string cookie)
    {
        using var copier = app.Visitor();
        copier.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await copier.Get("/")).StatusCode;
    }
}
