using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SalesAcademy.Running;

namespace SalesAcademy.Reliability.Learning;

/// <summary>Sits one quiz after the other, saving answers as fast as the server takes them. What was under way when the server went is sent again, the same, when it is back.</summary>
internal sealed partial class Learner(Visitor visitor, int number, Acknowledgements log) : IDisposable
{
    private static readonly string[] Certifications = ["sales-process/certification", "leads-and-pool/certification", "discovery/certification"];

    private static readonly string[] Checks = ["sales-process/check-stages", "sales-process/check-evidence", "leads-and-pool/check-public-pool", "discovery/check-open", "discovery/check-cost"];

    private readonly List<string> quizzes = number % 2 == 0 ? [.. Certifications, .. Checks] : [.. Checks];
    private int sat;
    private long sequence = DateTime.UtcNow.Ticks;
    private Sending? unanswered;

    public Visitor Visitor => visitor;

    /// <summary>Keys with which an attempt was asked for.</summary>
    public HashSet<string> Keys { get; } = [];

    /// <summary>Every answer of the server: when it was asked, when it came, its status, and what was asked.</summary>
    public ConcurrentQueue<Heard> Heard { get; } = [];

    /// <summary>When the request was sent that is still without an answer.</summary>
    public long? UnansweredSince => unanswered?.At;

    /// <summary>Sits quizzes until told to stop or until the server no longer answers.</summary>
    public async Task Work(CancellationToken stop)
    {
        try
        {
            if (unanswered is { } again)
                await Send(again);
            while (!stop.IsCancellationRequested)
                await Sit(quizzes[sat++ % quizzes.Count], stop);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException)
        {
            // The server is gone; what was under way stays in hand.
        }
    }

    public void Dispose() => visitor.Dispose();

    private async Task Sit(string quiz, CancellationToken stop)
    {
        var key = Guid.NewGuid().ToString("N");
        Keys.Add(key);
        Guid? attempt = null;
        var started = await Send(new Sending($"/quizzes/{quiz}/attempts", [], key, answer =>
        {
            attempt = Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]); // a redirect has one
            log.Started(attempt.Value, key);
            return Task.CompletedTask;
        }));
        if (started == HttpStatusCode.UnprocessableEntity)
            quizzes.Remove(quiz);
        if (attempt is not { } sitting)
            return;
        var questions = await Questions(sitting, stop);
        // Only in a certification may an answer be changed: a check keeps the first.
        var rounds = Certifications.Contains(quiz) ? 3 : 1;
        for (var round = 0; round < rounds && !stop.IsCancellationRequested; round++)
            for (var question = 1; question <= questions && !stop.IsCancellationRequested; question++)
                await Answer(sitting, question, (round + question + number) % 2);
        if (!stop.IsCancellationRequested)
            await Send(new Sending($"/quizzes/attempts/{sitting}/submit", [], Guid.NewGuid().ToString("N"), _ =>
            {
                log.Submitted(sitting);
                return Task.CompletedTask;
            }));
    }

    private Task<HttpStatusCode> Answer(Guid attempt, int question, int place)
    {
        (string, string)[] fields =
        [
            ("Question", question.ToString(CultureInfo.InvariantCulture)), ("Option", place.ToString(CultureInfo.InvariantCulture)),
            ("Sequence", (++sequence).ToString(CultureInfo.InvariantCulture)),
        ];
        return Send(new Sending($"/quizzes/attempts/{attempt}/answers", fields, Key: null, async answer =>
        {
            using var stored = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            log.Saved(attempt, question, stored.RootElement.GetProperty("sequence").GetInt64(), stored.RootElement.GetProperty("options").EnumerateArray().Select(o => o.GetInt32()));
        }));
    }

    // A number beyond the last shows the last question.
    private async Task<int> Questions(Guid attempt, CancellationToken stop)
    {
        using var page = await visitor.Get($"/quizzes/attempts/{attempt}?q=999", stop);
        return LastQuestion().Match(await page.Content.ReadAsStringAsync(stop)) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : 0;
    }

    private async Task<HttpStatusCode> Send(Sending sending)
    {
        unanswered = sending with { At = Stopwatch.GetTimestamp() };
        using var answer = await visitor.Post(sending.Page, sending.Fields, sending.Key, byScript: sending.Page.EndsWith("/answers", StringComparison.Ordinal));
        if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect)
            await sending.Acknowledged(answer);
        Heard.Enqueue(new Heard(unanswered.At, Stopwatch.GetTimestamp(), answer.StatusCode, answer.Headers.RetryAfter is not null, sending.Page));
        unanswered = null;
        return answer.StatusCode;
    }

    [GeneratedRegex("""name="question" value="(?<number>[0-9]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastQuestion();

    private sealed record Sending(string Page, (string, string)[] Fields, string? Key, Func<HttpResponseMessage, Task> Acknowledged)
    {
        public long At { get; init; }
    }
}

/// <summary>One answer of the server, in ticks of the stopwatch.</summary>
internal sealed record Heard(long Sent, long Came, HttpStatusCode Status, bool RetryAfter, string Page)
{
    public TimeSpan Took => Stopwatch.GetElapsedTime(Sent, Came);
}
