using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Shared.Http;

public sealed class AnsweringSafelyTests
{
    private static readonly string[] OnEveryAnswer =
        ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "Permissions-Policy"];

    [Fact]
    public async Task Every_answer_carries_the_headers_and_no_page_may_run_script_of_its_own()
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));

        HttpResponseMessage[] answers =
        [
            await visitor.Get("/people/sign-in"), await visitor.Get("/"), await visitor.Get("/livez"), await visitor.Get("/lib/site/site.css"), await visitor.Get("/error/500"),
            await person.Get("/"), await person.Get("/nothing-here"), await person.Get("/people"), await person.Get("/people/me"),
        ];

        Assert.All(answers, answer => Assert.All(OnEveryAnswer, header => Assert.True(answer.Headers.Contains(header), $"{answer.RequestMessage!.RequestUri} has no {header}")));
        var policy = answers[0].Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.All((string[])["default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "require-trusted-types-for 'script'"],
            part => Assert.Contains(part, policy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failure_keeps_the_headers_and_tells_nothing_but_its_trace()
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));
        await using (var db = app.Read())
            await db.Database.ExecuteSqlRawAsync("DROP TABLE notices", TestContext.Current.CancellationToken);

        var page = await Ask("text/html");
        var problem = await Ask("application/json");

        Assert.All([page, problem], answer =>
        {
            Assert.Equal(HttpStatusCode.InternalServerError, answer.Answer.StatusCode);
            Assert.All(OnEveryAnswer, header => Assert.True(answer.Answer.Headers.Contains(header), header));
            Assert.Contains("no-store", answer.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.All((string[])["Sqlite", "notices\"", "Exception", "SalesAcademy.Web.", ".cs:line"], detail => Assert.DoesNotContain(detail, answer.Body, StringComparison.Ordinal));
        });
        Assert.Contains("traceId", problem.Body, StringComparison.Ordinal);

        async Task<(HttpResponseMessage Answer, string Body)> Ask(string accept)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/notices") { Headers = { Accept = { new MediaTypeWithQualityHeaderValue(accept) } } };
            var answer = await person.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Nothing_of_somebody_signed_in_is_kept_by_a_browser()
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));
        string[] cases =
        [
            "/",
            "/notices",
            "/notices/unread",
            "/people/me",
            "/courses",
            "/coaching/notes/since/0",
            "/nothing-here",
        ];

        foreach (var url in cases)
        {
            Assert.Contains("no-store", (await person.Get(url)).Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused_before_anything_is_made_of_it()
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Hr | Role.Rep, profile: "sdr"));
        var token = await person.AntiforgeryToken();
        var many = string.Join('&', Enumerable.Range(0, 2000).Select(i => $"f{i}=1"));
        (string Type, string Body)[] broken =
        [
            ("application/x-www-form-urlencoded", many), ("application/x-www-form-urlencoded", "language=en%00"), ("application/x-www-form-urlencoded", "_key=a%00b"),
            ("application/x-www-form-urlencoded", "language=en%EF%BF%BE"), ("application/x-www-form-urlencoded", "Levels[0].Key=&Levels[0].Value=1"), ("application/x-www-form-urlencoded", "Levels.index=a&Levels.index=a"),
            ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nen\0\r\n--x--\r\n"), ("multipart/form-data; boundary=x", "--x\r\nContent-Disp"),
        ];

        foreach (var url in (string[])["/people/preferences/language", "/people", "/quizzes/sales-process/check-stages/attempts", "/courses/sales-process/stages/progress", "/notices/read"])
            foreach (var (type, body) in broken)
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } } };
                request.Headers.Add("RequestVerificationToken", token);
                var answer = await person.Http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{url} answered {(int)answer.StatusCode} to {type} {body[..Math.Min(body.Length, 30)]}");
            }

        Assert.Equal(HttpStatusCode.BadRequest, (await person.Get("/people?q=a%00b")).StatusCode);
        Assert.DoesNotContain(await app.Events(), e => e.Type is "attempt-started" or "preferences-changed");
    }

    [Fact]
    public async Task Whoever_goes_back_to_a_page_with_letters_of_any_kind_arrives_there()
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));

        var back = await person.Submit("/people/preferences/theme", ("theme", "dark"), ("returnUrl", "/courses/你好?q=a%20b&m=ö 1"));

        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("/courses/%E4%BD%A0%E5%A5%BD?q=a%20b&m=%C3%B6%201", back.Headers.GetValues("Location").Single());
        Assert.Equal(HttpStatusCode.Redirect, (await person.Get("/quizzes/%E4%BD%A0/x%0d%0ay/attempts")).StatusCode);
    }

    [Fact]
    public async Task The_page_of_a_failure_is_no_page_to_ask_for()
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/error/500")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/error/599")).StatusCode);
    }

    [Fact]
    public async Task A_field_of_a_form_does_not_overrule_the_address()
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));

        var started = await person.Submit("/quizzes/sales-process/check-stages/attempts", ("course", "discovery"), ("quiz", "check-open"));

        Assert.Equal(HttpStatusCode.Redirect, started.StatusCode);
        await using var db = app.Read();
        var attempt = await db.Set<SalesAcademy.Web.Features.Quizzes.AttemptRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("sales-process", "check-stages"), (attempt.Course, attempt.Quiz));
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_by_a_real_server_and_the_page_says_so()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:BodyKilobytes"] = "64" });
        app.OnAPort();
        using var visitor = app.Visitor();
        await visitor.Open("/people/sign-in");

        var fits = await visitor.Submit("/people/preferences/theme", ("theme", "dark"), ("returnUrl", new string('x', 50_000)));
        var large = await visitor.Submit("/people/preferences/theme", ("theme", "dark"), ("returnUrl", new string('x', 70_000)));

        Assert.Equal(HttpStatusCode.Redirect, fits.StatusCode);
        Assert.Contains(large.StatusCode, (HttpStatusCode[])[HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge]);
    }

    [Theory, InlineData("/livez", HttpStatusCode.OK), InlineData("/readyz", HttpStatusCode.OK), InlineData("/people/sign-in", HttpStatusCode.OK), InlineData("/lib/site/site.css", HttpStatusCode.OK), InlineData("/", HttpStatusCode.Redirect)]
    public async Task Head_answers_as_get_does_without_a_body(string url, HttpStatusCode expected)
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, url);

        var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_stranger_learns_of_no_address_and_somebody_signed_in_is_told_what_is_not_there()
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));

        foreach (var url in (string[])["/nothing-here", "/people", "/.git/config", "/appsettings.json", "/content/academy.yml", "/courses/..%2f..%2facademy.yml"])
        {
            Assert.StartsWith("http://localhost/people/sign-in", (await visitor.Get(url)).Headers.Location!.ToString(), StringComparison.Ordinal);
            Assert.Contains((await person.Get(url)).StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        }
    }

    [Fact]
    public async Task Another_sites_name_is_not_answered_to_and_a_claimed_one_goes_into_no_page()
    {
        await using var app = new AcademyApp(settings: new() { ["AllowedHosts"] = "academy.example" });
        using var visitor = app.Visitor();

        Assert.Equal(HttpStatusCode.BadRequest, (await Ask("evil.example")).StatusCode);
        var own = await Ask("academy.example", ("X-Forwarded-Host", "evil.example"), ("X-Original-URL", "/people"));
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.DoesNotContain("evil.example", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task<HttpResponseMessage> Ask(string host, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/people/sign-in") { Headers = { Host = host } };
            foreach (var (name, value) in headers)
                request.Headers.Add(name, value);
            return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task Over_https_every_cookie_is_secure_and_bound_to_this_host()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Https"] = "true" });
        var person = await app.Join("Wei Zhang", Role.Rep);
        using var browser = new Browser(app.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://academy.example") }));
        var page = await browser.Get("/people/sign-in");
        await browser.Open("/people/sign-in");
        var theme = await browser.Submit("/people/preferences/theme", ("theme", "dark"));
        var signedIn = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));

        var set = new[] { page, theme, signedIn }.SelectMany(answer => answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []).ToArray();

        Assert.All(set, cookie => Assert.Contains("; secure", cookie, StringComparison.Ordinal));
        Assert.All(set, cookie => Assert.Contains("; httponly", cookie, StringComparison.Ordinal));
        Assert.Contains(set, cookie => cookie.StartsWith("__Host-academy=", StringComparison.Ordinal) && cookie.Contains("samesite=lax", StringComparison.Ordinal));
        Assert.Contains(set, cookie => cookie.StartsWith("__Host-antiforgery=", StringComparison.Ordinal) && cookie.Contains("samesite=strict", StringComparison.Ordinal));
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Fact]
    public async Task A_form_that_arrives_slowly_takes_no_place_from_others()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:Concurrency"] = "1", ["Academy:Limits:Queue"] = "0" });
        using var slow = app.Visitor();
        using var other = app.Visitor();
        var body = new System.IO.Pipelines.Pipe();
        using var form = new StreamContent(body.Reader.AsStream()) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };
        var sending = slow.Http.PostAsync("/people/preferences/theme", form, TestContext.Current.CancellationToken);
        await body.Writer.WriteAsync("theme="u8.ToArray(), TestContext.Current.CancellationToken);

        await other.Open("/people/sign-in");
        Assert.False(sending.IsCompleted);

        await body.Writer.WriteAsync("dark"u8.ToArray(), TestContext.Current.CancellationToken);
        await body.Writer.CompleteAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await sending).StatusCode); // it has no token
    }

    [Theory, InlineData("charset=utf-7", "theme=dark"), InlineData("charset=utf-8", "theme[=dark"), InlineData("charset=utf-8", "theme]=dark&[=x")]
    public async Task A_form_nobody_can_read_is_no_fault_of_the_server(string charset, string body)
    {
        await using var app = new AcademyApp();
        using var visitor = app.Visitor();
        var token = Uri.EscapeDataString(await visitor.AntiforgeryTokenOf("/people/sign-in"));
        using var form = new StringContent($"{body}&__RequestVerificationToken={token}");
        form.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse($"application/x-www-form-urlencoded; {charset}");

        var answer = await visitor.Http.PostAsync("/people/preferences/theme", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task No_form_leads_to_another_site()
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));

        foreach (var evil in (string[])["//evil.example", @"/\evil.example", "https:evil.example", "https://evil.example/", "javascript:alert(1)", "/\t/evil.example", "~//evil.example"])
        {
            HttpResponseMessage[] answers =
            [
                await person.Submit("/people/preferences/language", ("language", "en"), ("returnUrl", evil)),
                await person.Submit("/people/preferences/content-language", ("language", "en"), ("returnUrl", evil)),
                await person.Submit("/people/preferences/theme", ("theme", "dark"), ("returnUrl", evil)),
                await person.Submit("/quizzes/sales-process/check-stages/attempts", ("return", evil)),
                await person.Get($"/people/sign-in?returnUrl={Uri.EscapeDataString(evil)}"),
            ];

            Assert.All(answers, answer => Assert.Matches("^/(?![/\\\\])[a-z0-9/-]*$", answer.Headers.Location!.ToString()));
        }
    }

    [Theory, InlineData("http://evil.example"), InlineData("null"), InlineData("http://localhost.evil.example"), InlineData("http://localhost, http://evil.example"), InlineData("http://localhost:81")]
    public async Task No_foreign_page_opens_the_live_connection(string origin)
    {
        await using var app = new AcademyApp();
        using var person = await app.SignIn(await app.Join("Wei Zhang", Role.Rep));

        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(origin)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Ask("http://localhost")).StatusCode);

        async Task<HttpResponseMessage> Ask(string from)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/live/negotiate?negotiateVersion=1");
            request.Headers.TryAddWithoutValidation("Origin", from.Split(", "));
            return await person.Http.SendAsync(request, TestContext.Current.CancellationToken);
        }
    }
}
