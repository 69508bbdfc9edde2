using System.Net;
using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Opens every page that a link leads to, from the first.</summary>
internal static partial class Crawler
{
    private const int Most = 120;

    public static async Task<IReadOnlyList<(string Url, string Page)>> Walk(Browser browser, Func<string, bool> worthIt)
    {
        var (seen, open, pages) = (new HashSet<string>(["/"]), new Queue<string>(["/"]), new List<(string, string)>());
        while (pages.Count < Most && open.TryDequeue(out var url))
        {
            var answer = await browser.Get(url);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
                continue;
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            pages.Add((url, page));
            foreach (Match link in Link().Matches(page))
                if (WebUtility.HtmlDecode(link.Groups["url"].Value) is var next && worthIt(next) && seen.Add(next))
                    open.Enqueue(next);
        }

        return pages;
    }

    [GeneratedRegex("""<a [^>]*href="(?<url>/[^"#]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
