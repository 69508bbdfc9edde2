using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Tests.Paths;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A rep at a quiz: begins, answers as the page's script does, hands in. Knows the right answers from the catalogue, never from a page.</summary>
internal sealed class Sitting(AcademyApp app, Browser browser, Guid person) : IDisposable
{
    public const string Exam = "/quizzes/discovery/certification";
    public const string Check = "/quizzes/discovery/check-open";

    public Browser Browser => browser;

    public Guid Person => person;

    public static async Task<Sitting> Of(AcademyApp app, string language = "en")
    {
        var person = await app.Join("Lin Xiao", Role.Rep, profile: "sdr", language: language);
        await app.ClearTheWay(person);
        return new Sitting(app, await app.SignIn(person), person);
    }

    /// <summary>Begins and yields the attempt.</summary>
    public async Task<Guid> Start(string quiz = Exam)
    {
        var answer = await browser.Submit($"{quiz}/attempts");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
    }

    public async Task<Paper> Paper(Guid attempt) => (await app.Services.GetRequiredService<PaperShelf>().Find(attempt, person))!;

    /// <summary>The places on screen of the right options, or of wrong ones.</summary>
    public async Task<int[]> Places(Guid attempt, int number, bool right = true)
    {
        var question = (await Paper(attempt)).Find(number)!;
        var key = Assert.IsType<ChoiceKey>(question.Key);
        var fitting = question.Order.Index().Where(o => key.Right[o.Item] == right).Select(o => o.Index);
        return [.. key.Several ? fitting : fitting.Take(1)];
    }

    /// <summary>Saves as the page's script does.</summary>
    public async Task<HttpResponseMessage> Save(Guid attempt, int number, int[] places, long? sequence = null, params (string, string)[] more)
    {
        var form = new List<KeyValuePair<string, string>> { new("question", $"{number}") };
        form.AddRange(places.Select(p => KeyValuePair.Create("option", $"{p}")));
        form.AddRange(more.Select(m => KeyValuePair.Create(m.Item1, m.Item2)));
        if (sequence is { } known)
            form.Add(new("sequence", $"{known}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/quizzes/attempts/{attempt}/answers") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("RequestVerificationToken", await browser.AntiforgeryToken());
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> Submit(Guid attempt, params (string, string)[] fields) => browser.Submit($"/quizzes/attempts/{attempt}/submit", fields);

    /// <summary>Answers the first so many questions right and the others wrong.</summary>
    public async Task AnswerAll(Guid attempt, int right = int.MaxValue)
    {
        foreach (var question in (await Paper(attempt)).Questions)
            Assert.Equal(HttpStatusCode.OK, (await Save(attempt, question.Number, await Places(attempt, question.Number, question.Number <= right))).StatusCode);
    }

    public async Task<AttemptRow> Row(Guid attempt)
    {
        await using var db = app.Read();
        return await db.Set<AttemptRow>().SingleAsync(a => a.Id == attempt, TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyList<AttemptAnswerRow>> Stored(Guid attempt)
    {
        await using var db = app.Read();
        return await db.Set<AttemptAnswerRow>().Where(a => a.Attempt == attempt).OrderBy(a => a.Position).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async Task<IReadOnlyList<AttemptGraded>> Graded() =>
        [.. (await app.Events()).Where(e => e.Type == "attempt-graded").Select(e => (AttemptGraded)EventTrunk.Read(e)).Where(e => e.Subject == person)];

    public void Dispose() => browser.Dispose();
}

/// <summary>What the page's script is told.</summary>
internal sealed record SavedReply(string At, long Sequence, string[] Values)
{
    public IEnumerable<int> Options => Values.Select(value => int.Parse(value, CultureInfo.InvariantCulture));

    public static async Task<SavedReply> Of(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<SavedReply>(TestContext.Current.CancellationToken))!;
    }
}
