using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class DrillingWithoutALineTests
{
    private const string Drill = "/quizzes/drill";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task An_answer_sent_again_because_its_reply_was_lost_counts_once_and_the_first_stands(Store store)
    {
        await using var app = new AcademyApp(store);
        using var rep = await Forgetting.Of(app, 12);
        await rep.Browser.Submit(Drill);

        var first = await Send(rep.Browser, 1, "2026-11-23", 5, ("option", "0"));
        var kept = (await Row(app, rep)).Response;
        var again = await Send(rep.Browser, 1, "2026-11-23", 9, ("unsure", "true"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal((5, 9), (await SequenceOf(first), await SequenceOf(again)));
        Assert.Equal(kept, (await Row(app, rep)).Response);
        Assert.Single(await app.Events(), e => e.Type == "drill-answered" && e.At.Day == 23);
    }

    [Theory, InlineData(7, HttpStatusCode.OK), InlineData(8, HttpStatusCode.UnprocessableEntity)]
    public async Task An_answer_kept_on_the_device_may_arrive_up_to_a_week_late(int days, HttpStatusCode said)
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 12);
        await rep.Browser.Submit(Drill);

        app.Time.Advance(TimeSpan.FromDays(days));
        using var browser = await app.SignIn(rep.Person);
        var answer = await Send(browser, 1, "2026-11-23", 1, ("option", "0"));

        Assert.Equal(said, answer.StatusCode);
        Assert.Equal(said == HttpStatusCode.OK, (await Row(app, rep)).AnsweredAt is not null);
    }

    [Fact]
    public async Task An_answer_that_arrives_late_is_evidence_of_the_day_it_arrives()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 12);
        await rep.Browser.Submit(Drill);

        app.Time.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignIn(rep.Person);
        await Send(browser, 1, "2026-11-23", 1, ("option", "0"));

        await using var db = app.Read();
        var family = (await Row(app, rep)).Family;
        Assert.True(await db.Set<FamilyAnswerRow>().AnyAsync(a => a.Person == rep.Person && a.Family == family && a.Day == new DateOnly(2026, 11, 24), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_sends_the_answer_of_somebody_else()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 12);
        using var other = await Forgetting.Of(app, 12);
        await rep.Browser.Submit(Drill);

        var answer = await Send(other.Browser, 1, "2026-11-23", 1, ("option", "0"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null((await Row(app, rep)).AnsweredAt);
    }

    [Fact]
    public async Task A_page_names_its_person_so_that_what_is_kept_is_sent_by_them_alone()
    {
        await using var app = new AcademyApp();
        using var rep = await Forgetting.Of(app, 12);
        var before = await rep.Browser.Open(Drill);
        await rep.Browser.Submit(Drill);

        Assert.All(new[] { before, await rep.Browser.Open(Drill) }, page => Assert.Contains($"data-drill=\"{rep.Person}\"", page, StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> Send(Browser browser, int number, string day, long sequence, params (string Name, string Value)[] answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Drill}/answers")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("question", $"{number}"), KeyValuePair.Create("day", day), KeyValuePair.Create("sequence", $"{sequence}"), .. answer.Select(a => KeyValuePair.Create(a.Name, a.Value))]),
        };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("RequestVerificationToken", await browser.AntiforgeryToken());
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<long> SequenceOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<Dictionary<string, System.Text.Json.JsonElement>>(TestContext.Current.CancellationToken))!["sequence"].GetInt64();

    private static async Task<DrillQuestionRow> Row(AcademyApp app, Sitting rep)
    {
        await using var db = app.Read();
        return await db.Set<DrillQuestionRow>().SingleAsync(q => q.Person == rep.Person && q.Number == 1, TestContext.Current.CancellationToken);
    }
}
