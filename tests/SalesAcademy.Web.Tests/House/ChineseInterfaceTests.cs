using System.Net;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Tests.Certificates;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Whoever reads Chinese meets no Latin word on a page that is not a name: attributes a screen reader speaks and lists to choose from included.</summary>
public sealed partial class ChineseInterfaceTests
{
    // The product, formats, and names of things that have no Chinese name.
    private static readonly string[] Allowed = ["SalesAcademy", "EN", "English", "CSV", "XLSX", "PDF", "ZIP", "CRM", "ERP", "HR", "IT", "Enter", "Ctrl", "Alt", "CNY", "USD", "EUR", "GBP"];

    [Fact]
    public async Task No_page_that_anybody_reaches_holds_a_Latin_word()
    {
        await using var app = new AcademyApp();
        var floor = new Leads.Floor(app);
        var manager = await app.Join("周明哲", Role.Manager, language: "zh-Hans");
        var team = await app.Team("华东团队", manager);
        var rep = await floor.ReadySeller("林悦", team, "zh-Hans");
        var desk = await app.Join("孙洁", Role.Hr | Role.Admin, language: "zh-Hans");
        var sales = await app.Join("吴桐", Role.SalesOps | Role.Author, language: "zh-Hans");
        using var coach = await app.SignIn(manager);
        await coach.Submit("/coaching/notes", ("Person", $"{rep}"), ("Text", "说得好"));
        await app.Certify(rep);
        await floor.Arrives(Leads.Floor.Lead(Tier.C, "苏州恒润精密") with { About = "扩建二厂", Contact = "孙磊", Phone = "", Source = "官网" });

        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var person in (Guid[])[manager, rep, desk, sales])
        {
            using var browser = await app.SignIn(person);
            foreach (var (url, page) in await Crawler.Walk(browser, url => !LessonOrQuiz().IsMatch(url)))
                foreach (var word in Words(page))
                    found.Add($"{url}: {word}");
        }

        Assert.True(found.Count == 0, string.Join("; ", found));
    }

    private static IEnumerable<string> Words(string page)
    {
        var spoken = string.Join(' ', Attribute().Matches(page).Select(match => match.Groups["words"].Value));
        var text = WebUtility.HtmlDecode(Tag().Replace(Silent().Replace(page, " "), " ") + " " + spoken);
        return Latin().Matches(NoWord().Replace(text, " ")).Select(match => match.Value).Where(word => !Allowed.Contains(word)).Distinct();
    }

    // What is taught is content, in the language it is written in; it has a check of its own.
    [GeneratedRegex("^/courses/[^/]+/|^/authoring/([^/]+/|glossary$|playbook$)|^/quizzes/|/document", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LessonOrQuiz();

    [GeneratedRegex("""\s(aria-label|title|placeholder|alt)="(?<words>[^"]*)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex("(?s)<(?<element>script|style|svg|head|code|time)\\b.*?</\\k<element>>|<[^>]*\\slang=\"en\"[^>]*>[^<]*(?=<)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Silent();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tag();

    // Addresses, numbers of certificates and hashes are names too.
    [GeneratedRegex(@"\S+@\S+|\b[A-Za-z-]*\d[\w-]*\b", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex NoWord();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Latin();
}
