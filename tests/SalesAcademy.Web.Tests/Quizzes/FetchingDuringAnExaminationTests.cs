using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using SalesAcademy.Web.Tests.House;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>Every key and every explanation carries a mark, and somebody sits two examinations: whatever they can fetch, the mark is in none of it.</summary>
public sealed partial class FetchingDuringAnExaminationTests
{
    private const string Canary = "canary-7319";
    private const string Marked = "/quizzes/discovery/marked";

    private const string Quiz = $$$"""
        ---
        title: Marked
        kind: certification
        review: after
        ---
        ## What is it called? {#marked-text competency=discovery}

        = {{{Canary}}} question

        > {{{Canary}}}

        ## Fill in. {#marked-cloze competency=discovery}

        Call back within {{{{{Canary}}} hours|24 h}}.

        > {{{Canary}}}
        """;

    [Fact]
    public async Task No_page_file_answer_or_frame_holds_a_key_or_an_explanation()
    {
        using var content = new ContentCopy().Rewrite("courses", "quiz-*.md", text => Quoted().Replace(text, $"$0{Canary} ")).Text("courses/discovery/en/quiz-marked.md", Quiz);
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        using var frames = new Frames(app.Server.CreateHandler());
        await using var live = await Listen(app, rep.Person, frames);
        var fetched = new List<string>();

        Guid[] attempts = [await rep.Start(), await rep.Start(Marked)];
        foreach (var attempt in attempts)
            foreach (var question in (await rep.Paper(attempt)).Questions)
            {
                fetched.Add(await rep.Browser.Open($"/quizzes/attempts/{attempt}?q={question.Number}"));
                var saved = await rep.Save(attempt, question.Number, [], null, question.How is "text" or "cloze" ? ("fill", "wrong") : ("option", "0"));
                Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
                fetched.Add(await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            }

        var pages = await Crawler.Walk(rep.Browser, url => !url.EndsWith("/contests", StringComparison.Ordinal));
        var files = pages.Select(page => page.Page).Concat(fetched).SelectMany(page => File().Matches(page)).Select(file => WebUtility.HtmlDecode(file.Groups["url"].Value)).Distinct().ToArray();
        foreach (var file in files)
            fetched.Add(await (await rep.Browser.Get(file)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await live.StopAsync(TestContext.Current.CancellationToken);

        Assert.All(pages, page => Assert.False(page.Page.Contains(Canary, StringComparison.Ordinal), page.Url));
        Assert.All(fetched.Concat(frames.Bodies), text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
        Assert.NotEmpty(frames.Bodies);
        Assert.InRange(pages.Count, 30, int.MaxValue);
        Assert.Contains(files, file => file.Contains("/js/quizzes/quiz", StringComparison.Ordinal));
        await rep.Submit(attempts[1]);
        Assert.Contains(Canary, await rep.Browser.Open($"/quizzes/attempts/{attempts[1]}/result"), StringComparison.Ordinal);
    }

    private static async Task<HubConnection> Listen(AcademyApp app, Guid person, Frames frames)
    {
        using var visitor = app.Visitor();
        var answer = await visitor.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("academy=", StringComparison.Ordinal)).Split(';')[0];
        var live = new HubConnectionBuilder().WithUrl(new Uri(app.Server.BaseAddress, "live"), options =>
        {
            options.HttpMessageHandlerFactory = _ => frames;
            options.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.LongPolling;
            options.Headers.Add("Cookie", cookie);
        }).Build();
        await live.StartAsync(TestContext.Current.CancellationToken);
        await live.SendAsync("Here", "quiz:certification", TestContext.Current.CancellationToken);
        return live;
    }

    [GeneratedRegex(@"\n *> ", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("""(src|<link [^>]*href)="(?<url>/[^"]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex File();

    /// <summary>Keeps what comes over a live connection, as it comes.</summary>
    private sealed class Frames(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly List<string> bodies = [];

        public IReadOnlyList<string> Bodies
        {
            get
            {
                lock (bodies)
                    return [.. bodies];
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            lock (bodies)
                bodies.Add(System.Text.Encoding.UTF8.GetString(body));
            answer.Content = new ByteArrayContent(body);
            return answer;
        }
    }
}
