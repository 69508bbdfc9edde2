using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Search;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Web.Tests.Courses;

public sealed class SearchingTests
{
    [Theory]
    [InlineData("en", "protection follow-up", "The pool: claim, protect, return", "<mark>follow")]
    [InlineData("zh-Hans", "保护期", "公海", "<mark>保护期</mark>")]
    public async Task A_lesson_is_found_by_its_words_and_opened_where_they_stand(string language, string asked, string title, string marked)
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, language);

        var page = await reader.Browser.Open($"/search?q={Uri.EscapeDataString(asked)}");

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains(marked, page, StringComparison.Ordinal);
        Assert.Contains("/courses/leads-and-pool/public-pool#", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/glossary#", page, StringComparison.Ordinal);
        // In words of the language they do not read in as well.
        Assert.Contains("/courses/leads-and-pool/public-pool#", await reader.Browser.Open($"/search?q={Uri.EscapeDataString(language == "en" ? "冷却期" : "locked door")}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_and_nothing_asked_say_what_to_do()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);

        Assert.Contains("A few words are enough.", await reader.Browser.Open("/search"), StringComparison.Ordinal);
        var nothing = await reader.Browser.Open("/search?q=zygomorphic");
        Assert.Contains("Nothing says anything about “zygomorphic”.", WebUtility.HtmlDecode(nothing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_in_quizzes_is_in_no_index()
    {
        await using var app = new AcademyApp();
        var library = app.Services.GetRequiredService<Library>();
        using var search = new CourseSearch(library);

        // Its words stand in a question of the certification and nowhere in a lesson.
        Assert.DoesNotContain(search.Ask("dental laboratories", "en", new HashSet<string>()).Lessons, lesson => lesson.Text.English!.Blocks.Any(block => block.Text.Contains("dental laboratories", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_a_course_that_is_not_the_readers_turn_only_what_its_page_shows_is_found()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app, profile: "sdr"); // on a path that begins with the sales process
        var inside = await reader.Browser.Open("/search?q=haulier");
        var byTitle = await reader.Browser.Open("/search?q=hypothesis+questionnaire");

        Assert.DoesNotContain("discovery/prepare", inside, StringComparison.Ordinal);
        Assert.Contains("Bring a hypothesis, not a questionnaire", byTitle, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/courses/discovery/prepare", byTitle, StringComparison.Ordinal);
        var closed = byTitle[byTitle.IndexOf("Bring a hypothesis, not a questionnaire", StringComparison.Ordinal)..];
        Assert.DoesNotContain("<mark>", closed[..closed.IndexOf("</li>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_question_breaks_the_search()
    {
        await using var app = new AcademyApp();
        var reader = await Reader.Join(app);

        foreach (var asked in (string[])["\"", "\"a", "a\" OR \"b", "NEAR(a b)", "title:lead", "-lead", "lead*", "(", "^lead", "{title} : x", "' OR 1=1 --", "\ud83d", "\0", "的", "<script>alert(1)</script>", "٣", "ﬁ", new string('a', 3000), string.Concat(Enumerable.Repeat("公海线索", 400))])
        {
            var page = await reader.Browser.Get($"/search?q={Uri.EscapeDataString(asked)}");
            Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{asked}: {page.StatusCode}");
            Assert.DoesNotContain("<script>alert", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_edited_lesson_is_found_by_its_new_words_and_no_longer_by_the_old()
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings);
        var library = app.Services.GetRequiredService<Library>();
        using var search = new CourseSearch(library);
        var nobody = new HashSet<string>();
        Assert.NotEmpty(search.Ask("haulier", "en", nobody).Lessons);

        content.Rewrite("courses/discovery/en", "*.md", text => text.Replace("haulier", "ferryman", StringComparison.Ordinal));
        library.Load();

        Assert.Contains(search.Ask("ferryman", "en", nobody).Lessons, lesson => lesson.Id == "prepare");
        Assert.DoesNotContain(search.Ask("haulier", "en", nobody).Lessons, lesson => lesson.Id == "prepare");
    }

    [Fact]
    public async Task The_glossary_stands_in_the_readers_order_and_a_lesson_names_the_terms_it_uses()
    {
        await using var app = new AcademyApp();
        var (english, chinese) = (await Reader.Join(app), await Reader.Join(app, "zh-Hans"));

        var (terms, lesson) = (await english.Browser.Open("/glossary"), await english.Browser.Open("/courses/leads-and-pool/public-pool"));
        var inChinese = await chinese.Browser.Open("/glossary");

        Assert.True(terms.IndexOf("id=\"assignment\"", StringComparison.Ordinal) < terms.IndexOf("id=\"tier\"", StringComparison.Ordinal));
        Assert.Contains("<small class=\"soft\" lang=\"zh-Hans\">公海</small>", terms, StringComparison.Ordinal);
        Assert.Contains("lang=\"en\">Lead pool</small>", inChinese, StringComparison.Ordinal);
        Assert.Contains("Terms in this lesson", lesson, StringComparison.Ordinal);
        Assert.Contains("href=\"/glossary#protection\"", lesson, StringComparison.Ordinal);
    }
}
