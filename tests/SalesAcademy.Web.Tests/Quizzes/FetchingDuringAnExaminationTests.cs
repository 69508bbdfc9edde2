using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Web.Tests.House;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>Every key and every explanation carries a mark, and somebody sits two examinations: whatever they can fetch, the mark is in none of it.</summary>
public sealed partial class FetchingDuringAnExaminationTests
{
    [Fact]
    public async Task No_page_file_or_answer_holds_a_key_or_an_explanation()
    {
        using var content = MarkedContent.Copy();
        await using var app = new AcademyApp(settings: content.Settings);
        using var rep = await Sitting.Of(app);
        var fetched = new List<string>();

        Guid[] attempts = [await rep.Start(), await rep.Start(MarkedContent.Exam)];
        foreach (var attempt in attempts)
            fetched.AddRange(await rep.AnswerWrong(attempt));
        var pages = await Crawler.Walk(rep.Browser, url => !url.EndsWith("/contests", StringComparison.Ordinal));
        var files = pages.Select(page => page.Page).Concat(fetched).SelectMany(page => File().Matches(page)).Select(file => WebUtility.HtmlDecode(file.Groups["url"].Value)).Distinct().ToArray();
        foreach (var file in files)
            fetched.Add(await (await rep.Browser.Get(file)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.All(pages, page => Assert.False(page.Page.Contains(MarkedContent.Canary, StringComparison.Ordinal), page.Url));
        Assert.All(fetched, text => Assert.DoesNotContain(MarkedContent.Canary, text, StringComparison.Ordinal));
        Assert.InRange(pages.Count, 30, int.MaxValue);
        Assert.Contains(files, file => file.Contains("/js/quizzes/quiz", StringComparison.Ordinal));
        await rep.Submit(attempts[1]);
        Assert.Contains(MarkedContent.Canary, await rep.Browser.Open($"/quizzes/attempts/{attempts[1]}/result"), StringComparison.Ordinal);
    }

    [GeneratedRegex("""(src|<link [^>]*href)="(?<url>/[^"]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex File();
}
