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
    private const string Attempts = "/quizzes/attempts/";

    private static readonly string[] Certifications = ["sales-process/certification", "leads-and-pool/certification", "discovery/certification"];

    private static readonly string[] Checks = ["sales-process/check-stages", "sales-process/check-evidence", "leads-and-pool/check-public-pool", "discovery/check-open", "discovery/check-cost"];

    private readonly List<string> quizzes = number % 2 == 0 ? [.. Certifications, .. Checks] : [.. Checks];
    private int sat;
    // Above all that an earlier learner has sent for an attempt that is still open.
    private long sequence = TimeProvider.System.GetUtcNow().Ticks;
    private Sending? unanswered;

    public Visitor Visitor => visitor;

    /// <summary>The keys of every start and submission that was sent.</summary>
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
        Guid? attempt = null;
        var started = await SendOnce($"/quizzes/{quiz}/attempts", (key, answer) =>
        {
            attempt = Guid.Parse(PlaceOf(answer)[Attempts.Length..]);
            log.Started(attempt.Value, key, number);
        });
        if (started == HttpStatusCode.UnprocessableEntity)
            quizzes.Remove(quiz);
        if (attempt is not { } sitting || await Questions(sitting) is not { } questions)
            return;
        // Only in a certification may an answer be changed: a check keeps the first.
        var rounds = Certifications.Contains(quiz) ? 3 : 1;
        for (var round = 0; round < rounds && !stop.IsCancellationRequested; round++)
            for (var question = 1; question <= questions && !stop.IsCancellationRequested; question++)
                await Answer(sitting, question, (round + question + number) % 2);
        if (!stop.IsCancellationRequested)
            await SendOnce($"{Attempts}{sitting}/submit", (key, answer) =>
            {
                PlaceOf(answer);
                log.Submitted(sitting, key, number);
            });
    }

    private Task<HttpStatusCode> Answer(Guid attempt, int question, int place)
    {
        (string, string)[] fields =
        [
            ("Question", question.ToString(CultureInfo.InvariantCulture)), ("Option", place.ToString(CultureInfo.InvariantCulture)),
            ("Sequence", (++sequence).ToString(CultureInfo.InvariantCulture)),
        ];
        return Send(new Sending($"{Attempts}{attempt}/answers", fields, Key: null, async answer =>
        {
            using var stored = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            log.Saved(attempt, question, stored.RootElement.GetProperty("sequence").GetInt64(), stored.RootElement.GetProperty("values").EnumerateArray().Select(o => int.Parse(o.GetString()!, CultureInfo.InvariantCulture)), number);
        }));
    }

    private Task<HttpStatusCode> SendOnce(string page, Action<string, HttpResponseMessage> acknowledged)
    {
        var key = Guid.NewGuid().ToString("N");
        Keys.Add(key);
        return Send(new Sending(page, [], key, answer =>
        {
            acknowledged(key, answer);
            return Task.CompletedTask;
        }));
    }

    // A number beyond the last shows the last question.
    private async Task<int?> Questions(Guid attempt)
    {
        var (page, sent) = ($"{Attempts}{attempt}?q=999", Stopwatch.GetTimestamp());
        using var answer = await visitor.Get(page);
        Heard.Enqueue(new Heard(sent, Stopwatch.GetTimestamp(), answer.StatusCode, answer.Headers.RetryAfter is not null, page));
        return LastQuestion().Match(await answer.Content.ReadAsStringAsync()) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;
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

    // Being sent anywhere else, such as to the sign-in page, is no acknowledgement.
    private static string PlaceOf(HttpResponseMessage answer) => answer.Headers.Location?.OriginalString is { } place && place.StartsWith(Attempts, StringComparison.Ordinal)
        ? place
        : throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri} led to {answer.Headers.Location}");

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

    public bool IsAcknowledged => Status is HttpStatusCode.OK or HttpStatusCode.Redirect;

    /// <summary>Neither done, nor refused for a reason a learner can understand, nor told when to come back.</summary>
    public bool IsSurprising => !(IsAcknowledged || Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict || (Status == HttpStatusCode.ServiceUnavailable && RetryAfter));
}
