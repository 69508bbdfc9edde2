namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A quiz with an open answer and a recorded pitch, which people judge, and a choice.</summary>
internal static class JudgedQuiz
{
    public const string Judged = "/quizzes/discovery/judged";
    public const int Open = 1, Pitch = 2, Choice = 3;

    /// <summary>What a browser records, as far as its first bytes say.</summary>
    public static readonly byte[] Webm = [0x1A, 0x45, 0xDF, 0xA3, .. Enumerable.Range(0, 5000).Select(i => (byte)i)];

    /// <summary>The academy's content with this quiz in it.</summary>
    public static ContentCopy Copy(string attributes = "") => new ContentCopy().Text("courses/discovery/en/quiz-judged.md", $$"""
        ---
        title: Judged
        kind: certification
        shuffle: none
        review: after
        ---
        ## How do you ask for the cost? {#judged-open competency=discovery{{attributes}}}

        rubric: first-call

        ## Record how you open. {#judged-pitch competency=discovery type=audio most=60}

        rubric: first-call

        ## Which is right? {#judged-choice competency=discovery}

        - [x] This
        - [ ] That
        """);

    /// <summary>Sends a recording as the page's script does.</summary>
    public static async Task<HttpResponseMessage> Record(Browser browser, Guid attempt, byte[] file, int number = Pitch, string key = "")
    {
        using var form = new MultipartFormDataContent { { new StringContent($"{number}"), "question" }, { new StringContent(key), "_key" }, { new ByteArrayContent(file), "recording", "recording" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/quizzes/attempts/{attempt}/recordings") { Content = form };
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("RequestVerificationToken", await browser.AntiforgeryToken());
        return await browser.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
