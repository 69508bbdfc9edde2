using AngleSharp.Html.Parser;
using CsCheck;
using Ganss.Xss;
using SalesAcademy.Content.Markup;

namespace SalesAcademy.Content.Tests;

/// <summary>HtmlSanitizer, told exactly what lessons may hold, must find nothing to take away from what we emit.</summary>
public sealed class SafeMarkupTests
{
    private static readonly string[] Attacks =
    [
        "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](&#106;avascript:alert(1))", "[x](javascript&colon;alert(1))", "[x](java&#10;script:alert(1))", "[x](java\tscript:alert(1))",
        "[x](<java script:alert(1)>)", "[x](&#1;javascript:alert(1))", "[x](\\javascript:alert(1))", "[x](%6aavascript:alert(1))", "[x](vbscript:msgbox)", "[x](data:text/html,<script>alert(1)</script>)",
        "[x](data:image/svg+xml;base64,PHN2Zz4=)", "[x](//evil.example)", "[x](///evil.example)", "[x](/\\evil.example)", "[x](\\\\evil.example)", "[x](http://evil.example)", "[x](https:evil.example)", "[x](https://)",
        "[x](https://user@evil.example)", "[x](file:///etc/passwd)", "[x](/admin)", "[x](/courses/../admin)", "[x](../../secret.md)", "[x](../en/../../x.md)", "[x](mailto:a@b.example?bcc=all@evil.example)", "[x](ftp://a)",
        "<javascript:alert(1)>", "<https://evil.example/\"onclick=alert(1)>", "[x][r]\n\n[r]: javascript:alert(1)", "[x][r]\n\n[r]: https://a.example/\"onmouseover=alert(1) 'title\" onclick=\"a'",
        "[x](https://a.example \"t\\\" onclick=\\\"alert(1)\")", "![x](javascript:alert(1))", "![x](https://evil.example/a.png)", "![x](//evil.example/a.png)", "![x](../assets/../../../etc/passwd)", "![\" onerror=\"alert(1)](../assets/two-minutes.svg)",
        "![x](../assets/two-minutes.svg \"<script>alert(1)</script>\")", "[![x](../assets/two-minutes.svg)](javascript:alert(1))", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<!-- --><script>alert(1)</script>",
        "<iframe src=https://evil.example></iframe>", "<form action=https://evil.example><input name=p></form>", "<base href=//evil.example>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<style>@import '//evil.example'</style>", "<a href=javascript:alert(1)>x</a>",
        "text {onclick=alert(1)}", "## Title {onclick=alert(1)}", "## T {#x onclick=alert(1)}", "![video](https://www.youtube.com/watch?v=1)", "::: case \"><script>alert(1)</script>\nx\n:::", "::: dialogue\n- <img src=x onerror=alert(1)>: hello\n:::",
        "::: dialogue\n- **\"><b onclick=a>x:** hello\n:::", "::: case a {onclick=alert(1)}\nx\n:::", ":::: case a\n::: case b\n::: dialogue\n- A: b\n:::\n:::\n::::", "```js onclick=alert(1)\n</code><script>alert(1)</script>\n```", "`<script>`", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "| <script>alert(1)</script> | b |\n|---|---|\n| [x](javascript:a) | \" onclick= |", "> [!IMPORTANT] <script>alert(1)</script>", "> [!\"><script>]\n> x", "- [x] <img src=x onerror=alert(1)>", "[x](#\"><script>alert(1)</script>)", "## \"><script>alert(1)</script>", "\u0001<\u0002script>", "[\u202Ex](https://a.example)", "<https://a.example/&quot;><b>", "$\\href{javascript:alert(1)}{x}$", "[x](https://a.example/\u00A0\"onclick=1)",
    ];

    [Fact]
    public void What_we_ship_and_the_example_pass_the_oracle()
    {
        using var content = new ContentBuilder();
        Catalogue[] catalogues = [content.Good(), ContentCompiler.Compile(OwnContentTests.Folder, Catalogue.Empty, TestContext.Current.CancellationToken).Catalogue!]; // of shipped content there is always one

        Assert.All(catalogues.SelectMany(AllMarkup), AssertSafe);
    }

    public static TheoryData<string> AllAttacks => [.. Attacks];

    [Theory]
    [MemberData(nameof(AllAttacks))]
    public void An_attack_leaves_nothing_but_text(string attack)
    {
        foreach (var html in Rendered($"Before.\n\n{attack}\n\nAfter.").Append(Quoted(attack)))
        {
            AssertSafe(html);
            var page = new HtmlParser().ParseDocument(html);
            Assert.All(page.QuerySelectorAll("a[href]"), link => Assert.Matches("^(https://a\\.example/|#h-|/courses/first-call)", link.GetAttribute("href")));
            Assert.Empty(page.QuerySelectorAll("script, iframe, form, input, style, base, meta, svg, object"));
            Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void No_mixture_of_attacks_and_marks_gets_through()
    {
        string[] marks = ["\n", "\n\n", " ", "**", "*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "|", "---", "> ", "- ", "- [ ] ", "1. ", "## ", "::: case x\n", "::: dialogue\n", ":::\n", "    ", "\\", "&", "&#x3a;", "\"", "'", "{", "}", "#", ":", "：", "“", "字", "word", "\t", "\u00A0"];
        var piece = Gen.OneOf(Gen.Int[0, Attacks.Length - 1].Select(index => Attacks[index]), Gen.Int[0, marks.Length - 1].Select(index => marks[index]));

        piece.Array[1, 12].Sample(pieces => Assert.All(Rendered(string.Concat(pieces)), AssertSafe), iter: 1500);
    }

    [Fact]
    public void The_oracle_itself_sees_a_planted_offence()
    {
        Assert.NotEqual(Normal("<p onclick=\"a\">x</p>"), Sanitised("<p onclick=\"a\">x</p>"));
        Assert.NotEqual(Normal("<a href=\"javascript:a\">x</a>"), Sanitised("<a href=\"javascript:a\">x</a>"));
        Assert.NotEqual(Normal("<form><input></form>"), Sanitised("<form><input></form>"));
    }

    // Straight through the writers, so that what is reported as an error is looked at as well.
    private static IEnumerable<string> Rendered(string text)
    {
        foreach (var locale in Locales.All)
        {
            var problems = new Problems("x.md");
            if (SafeMarkdown.Parse(text, quiz: false, 1, problems) is not { } document)
                continue;
            var assets = new Dictionary<string, CourseAsset>(StringComparer.Ordinal)
            {
                ["two-minutes.svg"] = new() { Name = "two-minutes.svg", Hash = "", MediaType = "image/svg+xml", Url = "/courses/first-call/assets/0/two-minutes.svg", FullPath = "" },
            };
            var writer = new BlockWriter(new("first-call", locale, 1, assets, problems) { Blocks = new() });
            writer.Write(document);
            yield return writer.Html;
        }
    }

    private static string Quoted(string attack) => string.Concat(Rendered(string.Join('\n', attack.Split('\n').Select(line => "> " + line))));

    private static IEnumerable<string> AllMarkup(Catalogue catalogue) => catalogue.Courses.SelectMany(course => course.Lessons
        .SelectMany(lesson => new[] { lesson.Text.English?.Html, lesson.Text.Chinese?.Html })
        .Concat(course.Quizzes.SelectMany(quiz => quiz.Families).SelectMany(family => family.Variants).SelectMany(Parts))).OfType<string>();

    private static IEnumerable<string?> Parts(QuestionVariant variant) => Locales.All.SelectMany(locale =>
    {
        var (face, feedback) = (variant.Face.In(locale).Value, variant.Key.Feedback.In(locale).Value);
        return (IEnumerable<string?>)[face.Title, face.Body, .. face.Options, .. feedback.Options, feedback.General];
    });

    internal static void AssertSafe(string html) => Assert.Equal(Normal(html), Sanitised(html));

    private static string Normal(string html) => new HtmlParser().ParseDocument($"<html><head></head><body>{html}").Body!.InnerHtml;

    private static string Sanitised(string html)
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Set("p h2 h3 h4 h5 h6 ul ol li blockquote aside section dl dt dd div span figure figcaption img table thead tbody tr th td pre code strong em a br hr video audio source track b button "
                + "svg g defs path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop marker clipPath"),
            AllowedAttributes = Set("id class href rel src alt width height loading decoding start scope role tabindex aria-label data-block lang controls preload playsinline poster kind srclang label default hidden type data-recording data-at "
                + "x y x1 y1 x2 y2 cx cy r rx ry dx dy d points transform viewBox fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-dasharray opacity "
                + "font-size font-weight font-style text-anchor dominant-baseline letter-spacing offset stop-color stop-opacity gradientUnits gradientTransform "
                + "refX refY markerWidth markerHeight markerUnits orient marker-start marker-mid marker-end clip-path clipPathUnits"),
            AllowedSchemes = Set("https mailto"),
            UriAttributes = Set("href src"),
        };
        return Normal(new HtmlSanitizer(options).Sanitize(html));
    }

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
