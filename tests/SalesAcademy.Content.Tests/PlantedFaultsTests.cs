using System.Text.RegularExpressions;

namespace SalesAcademy.Content.Tests;

/// <summary>Faults that take more than one edit to plant, and the rule that no rule goes without a planted fault.</summary>
public sealed partial class PlantedFaultsTests
{
    private const string Course = "courses/first-call/";
    private const string Check = Course + "en/quiz-check-opening.md";
    private const string ChineseCheck = Course + "zh-Hans/quiz-check-opening.md";
    private const string Readiness = "policies/readiness.yml";
    private const string Waste = "## A call without a reason wastes time. {#open-waste competency=opening}\n\n- [x] True\n- [ ] False\n";

    private static readonly string[] Unplantable = ["compiler-fault", "markup-unknown"]; // a fault of ours, and a form that no text we know of gives

    /// <summary>Code, file and line reported after an edit of this file; further edits are made by <see cref="Plant"/>.</summary>
    public static TheoryData<string, string, int, string, string> Faults => new()
    {
        { "academy-signatories", "academy.yml", 3, "time-zone:", "  - name: { en: A, zh-Hans: 甲 }\n    role: { en: B, zh-Hans: 乙 }\n  - name: { en: C, zh-Hans: 丙 }\n    role: { en: D, zh-Hans: 丁 }\ntime-zone:" },
        { "heading-empty", Course + "en/02-closing.md", 9, "## The next step", "##" },
        { "quiz-review-later", Check, 5, "kind: check\n", "kind: check\nreview:\n  later-after: 2 d\n" },
        { "lesson-locales-check", Course + "zh-Hans/01-opening.md", 4, "check: check-opening", "check: check-closing" },
        { "lesson-change", Course + "en/02-closing.md", 5, "check: check-closing", "changed: 2026-11-20\ncheck: check-closing" },
        { "lesson-change", Course + "en/02-closing.md", 5, "check: check-closing", "what-changed: Who comes.\ncheck: check-closing" },
        { "lesson-locales-changed", Course + "zh-Hans/02-closing.md", 6, "", "" },
        { "playbook-stages", "playbook.yml", 1, "stages:\n", "stages:\n" + string.Concat(Enumerable.Range(1, 12).Select(number => $"  - {{ id: stage-{number}, name: {{ en: A, zh-Hans: 甲 }}, exit: [{{ en: B, zh-Hans: 乙 }}], competencies: [opening], lessons: [first-call/opening] }}\n")) },
        { "policy-role", Readiness, 4, "  sdr:\n", "  SDR:\n" },
        { "quiz-question", Check, 27, "## A call without a reason wastes time. {#open-waste", "## {#open-waste" },
        { "rubric-criterion-twice", "rubrics/first-call.yml", 2, "id: asks-for-a-date", "id: says-why" },
        { "yaml-key", "glossary.yml", 1, "- id:", "- [a, b]: c\n  id:" },
        { "image-text", Course + "en/01-opening.md", 40, "![Interest falls over two minutes]", "![two-minutes.svg]" },
        { "quiz-empty", Course + "en/quiz-check-closing.md", 5, "", "" },
        { "pools-many", "policies/pools.yml", 1, "", "" },
        { "snippet-twice", "policies/coaching.yml", 2, "", "" },
        { "name-reserved", Course + "en/03-battle-card.md", 0, "", "" },
        { "name-reserved", "courses/glossary/course.yml", 0, "", "" },
        { "link-anchor", Course + "en/battle-card.md", 5, "", "" },
        { "link-anchor", Check, 23, "- [x] A fault he has\n", "[there](#ending-well)\n\n- [x] A fault he has\n" },
        { "file-missing", "competencies.yml", 0, "", "" },
        { "path-order", "paths/first-weeks.yml", 4, "  - { course: first-call, due: day 5 }\n  - { certification: first-call, due: day 7 }\n", "  - { certification: first-call, due: day 5 }\n  - { course: first-call, due: day 7 }\n" },
        { "policy-unobservable", Readiness, 9, "", "" },
        { "policy-gate-unled", Readiness, 11, "", "" },
        { "policy-gate-unled", Readiness, 12, "", "" },
        { "quiz-locales-order", ChineseCheck, 0, "", "" },
        { "file-unknown", "notes.txt", 0, "", "" },
        { "file-unknown", Course + "notes.txt", 0, "", "" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_named_with_its_file_its_line_and_a_remedy(string code, string file, int line, string old, string text)
    {
        using var content = new ContentBuilder();
        if (old.Length > 0)
            content.Replace(file, old, text);
        else
            Plant(content, code, file);

        var result = content.Compile();

        var problem = result.Problems.FirstOrDefault(problem => problem.Code == code && problem.File == file && problem.Line == line);
        Assert.True(problem is not null, string.Join('\n', result.Problems));
        Assert.NotEmpty(problem.Remedy);
    }

    [Fact]
    public void Every_rule_of_the_check_is_shown_a_planted_fault()
    {
        var root = Directory.GetParent(OwnContentTests.Folder)!.FullName; // a folder in the repository
        var rules = Words(Path.Combine(root, "src/SalesAcademy.Content"), Rule()).ToHashSet(StringComparer.Ordinal);
        var planted = Words(Path.Combine(root, "tests/SalesAcademy.Content.Tests"), Quoted()).ToHashSet(StringComparer.Ordinal);

        Assert.True(rules.Count > 90, $"only {rules.Count} rules were found"); // or the pattern no longer finds them
        Assert.Equal("", string.Join(' ', rules.Except(planted, StringComparer.Ordinal).Except(Unplantable, StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private static void Plant(ContentBuilder content, string code, string file)
    {
        _ = (code, file) switch
        {
            ("quiz-empty", _) => content.Text(file, "---\ntitle: T\nkind: check\n---\n"),
            ("pools-many", _) => content.Text(file, "pools:\n" + string.Concat(Enumerable.Range(1, 40).Select(number => $"  - {{ id: p{number}, name: {{ en: A, zh-Hans: 甲 }}, takes: {{ source: [s{number}] }}, members: everyone }}\n"))),
            ("snippet-twice", _) => content.Text(file, "version: 1\nsnippets:\n" + string.Concat(Enumerable.Repeat("  - { id: a, name: { en: A, zh-Hans: 甲 }, text: { en: B, zh-Hans: 乙 } }\n", 2))),
            ("name-reserved", "courses/glossary/course.yml") => content.SecondCourse("glossary"),
            ("name-reserved", _) => content.Text(file, content[Course + "en/02-closing.md"]),
            ("link-anchor", _) => content.Text(file, "---\ntitle: T\nsummary: S\n---\nSee [it](#nowhere).\n"),
            ("lesson-locales-changed", _) => content.Replace(Course + "en/02-closing.md", "check: check-closing", "check: check-closing\nchanged: 2026-11-20\nwhat-changed: A date.")
                .Replace(file, "check: check-closing", "check: check-closing\nchanged: 2026-11-21\nwhat-changed: 日期。"),
            ("file-missing", _) => content.Delete(file),
            ("policy-unobservable", _) => content.Replace("rubrics/first-call.yml", "competency: closing", "competency: opening"),
            ("policy-gate-unled", _) => content.Replace("paths/first-weeks.yml", "  - { course: first-call, due: day 5 }\n  - { certification: first-call, due: day 7 }\n", ""),
            ("quiz-locales-order", _) => content.Replace(Check, Waste, "").Replace(Check, "---\n\n## Which", $"---\n\n{Waste}\n## Which"),
            _ => content.Text(file, "x"),
        };
    }

    private static IEnumerable<string> Words(string folder, Regex form) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(file => form.Matches(File.ReadAllText(file))).Select(match => match.Groups["code"].Value);

    // Where problems are made, the code follows the line, or closes the record.
    [GeneratedRegex("""(Error|Warn|Warning|Refuse|Refusal|Reject|Fault)\(([^"\n]|"[^"\n]*"\))*?"(?<code>[a-z]+(-[a-z]+)+)",|, "(?<code>[a-z]+(-[a-z]+)+)"\);""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rule();

    [GeneratedRegex("""["\s(](?<code>[a-z]+(-[a-z]+)+)["\s)]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
