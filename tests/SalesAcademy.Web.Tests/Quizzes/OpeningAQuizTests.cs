using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>When a quiz may be begun, until when, and what has to be told for it. The clock starts on Monday 23 November 2026, 08:00 in Shanghai.</summary>
public sealed class OpeningAQuizTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task It_opens_and_closes_to_the_second_where_the_organisation_is(Store store)
    {
        using var content = new AlteredContent("opens: 2026-11-23 10:00\ncloses: 2026-11-23 11:00");
        await using var app = new AcademyApp(store, content.Settings);
        using var rep = await Sitting.Of(app);
        Assert.Contains("10:00 to 11:00", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        var early = await rep.Browser.Submit($"{Sitting.Exam}/attempts");
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var first = await rep.Start();
        await rep.Submit(first);
        app.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        var last = await rep.Start();
        await rep.Submit(last);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        var late = await rep.Browser.Submit($"{Sitting.Exam}/attempts");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        Assert.Contains("The quiz opens at 10:00", await Text(early), StringComparison.Ordinal);
        Assert.NotEqual(first, last);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("The quiz closed at 11:00", await Text(late), StringComparison.Ordinal);
        Assert.DoesNotContain("<button class=\"btn btn-primary btn-lg\"", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
        Assert.Contains("The quiz closed at 11:00", await rep.Browser.Open($"/quizzes/attempts/{last}/result"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Closing_before_the_time_is_over_ends_the_attempt_and_is_said_before_it_begins(Store store)
    {
        using var content = new AlteredContent("time-limit: 20 min\ncloses: 2026-11-23 08:30");
        await using var app = new AcademyApp(store, content.Settings);
        using var rep = await Sitting.Of(app);

        app.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.DoesNotContain("an attempt begun now ends then", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("The quiz closes at 08:30: an attempt begun now ends then", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
        var attempt = await rep.Start();

        Assert.Equal(new DateTime(2026, 11, 23, 0, 30, 0, DateTimeKind.Utc), (await rep.Row(attempt)).Deadline);
        Assert.Contains("ends at 08:30", await rep.Browser.Open($"/quizzes/attempts/{attempt}"), StringComparison.Ordinal);
        app.Time.SetUtcNow(new DateTimeOffset(2026, 11, 23, 0, 30, 10, TimeSpan.Zero));
        Assert.Equal(HttpStatusCode.OK, (await rep.Save(attempt, 1, [0], 100)).StatusCode);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Conflict, (await rep.Save(attempt, 1, [1], 200)).StatusCode);
    }

    [Fact]
    public async Task More_time_does_not_reach_beyond_the_closing()
    {
        using var content = new AlteredContent("time-limit: 20 min\ncloses: 2026-11-23 08:25");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var hr = await app.Join("Sun Jie", Role.Hr);
        using var desk = await app.SignIn(hr);
        await desk.Submit($"/quizzes/accommodations/{rep.Person}", ("ExtraTime", "50"), ("Until", "2026-11-30"), ("Reason", "Because"));

        Assert.Contains("The quiz closes at 08:25", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);
        Assert.Equal(new DateTime(2026, 11, 23, 0, 25, 0, DateTimeKind.Utc), (await rep.Row(await rep.Start())).Deadline);
    }

    [Fact]
    public async Task Moving_the_closing_changes_nothing_for_an_attempt_at_work()
    {
        using var content = new AlteredContent("closes: 2026-11-23 09:00");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();

        content.Write("closes: 2026-11-23 08:10");
        app.Services.GetRequiredService<Library>().Load();
        app.Time.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal(HttpStatusCode.OK, (await rep.Save(attempt, 1, [0])).StatusCode);
        Assert.Equal(new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc), (await rep.Row(attempt)).Deadline);
    }

    [Fact]
    public async Task A_leap_of_the_clock_closes_what_was_open()
    {
        using var content = new AlteredContent("closes: 2026-11-23 09:00");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var attempt = await rep.Start();
        await rep.Save(attempt, 1, await rep.Places(attempt, 1));

        app.Time.Advance(TimeSpan.FromHours(5));
        await rep.Browser.Get($"/quizzes/attempts/{attempt}");

        var row = await rep.Row(attempt);
        Assert.Equal((AttemptEnd.Expired, new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc)), (row.Ending, row.FinishedAt));
        Assert.True(row.Score > 0);
    }

    [Fact]
    public async Task Later_attempts_wait_as_long_as_the_author_says()
    {
        using var content = new AlteredContent("cooldown: 1 h\ncooldown-later: 2 d");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        Assert.Contains("2 days after the second and every later one", await rep.Browser.Open(Sitting.Exam), StringComparison.Ordinal);

        await rep.Submit(await rep.Start());
        app.Time.Advance(TimeSpan.FromHours(1));
        await rep.Submit(await rep.Start());
        app.Time.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        using var back = await app.SignIn(rep.Person);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await back.Submit($"{Sitting.Exam}/attempts")).StatusCode);
        app.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Redirect, (await back.Submit($"{Sitting.Exam}/attempts")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_asked_for_at_the_start_only()
    {
        using var content = new AlteredContent("code: Kx-7319");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);

        var intro = await rep.Browser.Open(Sitting.Exam);
        var begun = await Begin(rep, " Ｋｘ-7319 ");
        var again = await rep.Browser.Submit($"{Sitting.Exam}/attempts");

        Assert.Contains("Access code", intro, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        Assert.Equal(begun.Headers.Location, again.Headers.Location);
    }

    [Fact]
    public async Task What_is_not_the_code_begins_nothing()
    {
        string[][] cases = [["0"], ["true"], ["null"], ["[]"], ["0e1"], [""], ["kx-7319"], ["Kx -7319"], ["Kx-731"], ["Kx-73199"], ["Kx-7319", "Kx-7319"], ["Kx-7319", ""]];
        using var content = new AlteredContent("code: Kx-7319");
        await using var app = new AcademyApp(settings: content.Settings);

        foreach (var codes in cases)
        {
            using var rep = await Sitting.Of(app);

            var refused = await Begin(rep, codes);

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.DoesNotContain(await app.Events(), e => e.Type == "attempt-started");
            Assert.DoesNotContain("7319", await Text(refused), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_code_or_with_one_in_the_address_nothing_begins()
    {
        using var content = new AlteredContent("code: Kx-7319");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);

        var without = await rep.Browser.Submit($"{Sitting.Exam}/attempts");
        var address = await rep.Browser.Submit($"{Sitting.Exam}/attempts?code=Kx-7319");

        Assert.Contains("Enter the access code", await Text(without), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, address.StatusCode);
    }

    [Fact]
    public async Task A_code_never_leaves_the_server()
    {
        using var content = new AlteredContent("code: Kx-7319");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var begun = await Begin(rep, "Kx-7319");
        var seen = new List<string> { await rep.Browser.Open(Sitting.Exam), await rep.Browser.Open("/"), await rep.Browser.Open("/courses/discovery"), await rep.Browser.Open($"{begun.Headers.Location}") };
        await rep.Browser.Submit($"{begun.Headers.Location}/submit");
        seen.Add(await rep.Browser.Open($"{begun.Headers.Location}/result"));
        seen.Add(await rep.Browser.Open(Sitting.Exam));

        Assert.All(seen, page => Assert.DoesNotContain("Kx-7319", page, StringComparison.OrdinalIgnoreCase));
        Assert.All(await app.Events(), e => Assert.DoesNotContain("Kx-7319", e.Json, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Guessing_a_code_is_slowed_down_for_one_person_and_not_for_others()
    {
        using var content = new AlteredContent("code: Kx-7319");
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        using var other = await Sitting.Of(app);
        using var phone = await app.SignIn(rep.Person);
        await phone.AntiforgeryToken();

        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Begin(rep, $"guess-{i}")).StatusCode);

        var right = await phone.Submit($"{Sitting.Exam}/attempts", ("code", "Kx-7319"));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.NotNull(right.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Redirect, (await Begin(other, "Kx-7319")).StatusCode);
    }

    private static Task<HttpResponseMessage> Begin(Sitting rep, params string[] codes) => rep.Browser.Submit($"{Sitting.Exam}/attempts", [.. codes.Select(code => ("code", code))]);

    private static async Task<string> Text(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
