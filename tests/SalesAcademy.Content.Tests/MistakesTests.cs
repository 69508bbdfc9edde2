namespace SalesAcademy.Content.Tests;

public sealed class MistakesTests
{
    private const string Course = "courses/first-call/";
    private const string Opening = Course + "en/01-opening.md";
    private const string Closing = Course + "en/02-closing.md";
    private const string Check = Course + "en/quiz-check-opening.md";
    private const string ChineseCheck = Course + "zh-Hans/quiz-check-opening.md";
    private const string Exam = Course + "en/quiz-certification.md";
    private const string Readiness = "policies/readiness.yml";
    private const string Leads = "policies/leads.yml";

    private const string Answers = "- [x] A fault he has\n- [x] A date he named\n- [ ] Our quarter ends\n";

    /// <summary>Code, file and line reported when the text in the file is replaced.</summary>
    public static TheoryData<string, string, int, string, string> Errors => new()
    {
        { "front-matter", Opening, 1, "---\ntitle: The first", "title: The first" },
        { "front-matter", Closing, 1, "check: check-closing\n---\n", "check: check-closing\n" },
        { "field-missing", Opening, 2, "summary: What to say before the buyer decides whether to listen.\n", "" },
        { "field-unknown", Opening, 4, "check: check-opening", "chek: 1\ncheck: check-opening" },
        { "field-value", Closing, 4, "minutes: 4", "minutes: many" },
        { "field-value", Closing, 4, "minutes: 4", "changed: last week\nwhat-changed: A date." },
        { "yaml-syntax", Opening, 2, "title: The first", "title: [The first" },
        { "yaml-twice", Opening, 3, "title: The first two minutes", "title: One\ntitle: Two" },
        { "yaml-alias", Opening, 3, "summary: What", "summary: *what" },
        { "yaml-tag", Opening, 2, "title: The", "title: !!python/object The" },
        { "lesson-check", Opening, 4, "check: check-opening", "check: nothing" },
        { "lesson-check", Opening, 4, "check: check-opening", "check: certification" },
        { "heading-level", Opening, 8, "## Say why", "# Say why" },
        { "markup-callout", Opening, 10, "[!IMPORTANT]", "[!URGENT]" },
        { "markup-container", Opening, 27, "::: dialogue", "::: quiz" },
        { "dialogue-speaker", Opening, 28, "- Sun Lei: Who", "- Who" },
        { "dialogue-form", Opening, 27, "::: dialogue\n", "::: dialogue\nThey meet.\n\n" },
        { "markup-case", Opening, 33, "::: case The print shop", "::: case" },
        { "image-missing", Opening, 40, "two-minutes.svg", "three-minutes.svg" },
        { "image-text", Opening, 40, "![Interest falls over two minutes]", "![]" },
        { "link-target", Opening, 20, "https://academy.example/why", "http://academy.example/why" },
        { "link-target", Opening, 20, "https://academy.example/why", "javascript:alert(1)" },
        { "link-form", Opening, 20, "https://academy.example/why", "https://me:secret@academy.example/" },
        { "link-anchor", Opening, 6, "#ending-well", "#nowhere" },
        { "link-anchor", Opening, 6, "#the-next-step", "#nowhere" },
        { "reference-missing", Opening, 6, "02-closing.md", "03-closed.md" },
        { "link-locale", Opening, 6, "../en/02", "../zh-Hans/02" },
        { "lesson-empty", Closing, 7, "Every call ends with a date. Go back to [the first lesson](/courses/first-call/opening) or [the course](/courses/first-call).\n\n## The next step\n\nA purpose, a date, and who comes.\n", "" },
        { "quiz-attributes", Check, 6, " {#open-best competency=opening}", "" },
        { "quiz-attributes", Check, 6, "{#open-best competency=opening}", "{#open-best onclick=alert(1) competency=opening}" },
        { "quiz-attributes", Check, 21, "points=2", "points=-2" },
        { "quiz-type", Check, 21, "points=2", "type=single" },
        { "quiz-no-options", Check, 21, "- [x] A fault he has\n- [x] A date he named\n- [ ] Our quarter ends\n", "Well?\n" },
        { "quiz-check-rubric", Check, 21, Answers, "rubric: first-call\n" },
        { "quiz-rubric", Check, 23, Answers, "rubric: first call\n" },
        { "quiz-type", Check, 21, " points=2}\n\n" + Answers, " points=2 type=text}\n\nrubric: first-call\n" },
        { "quiz-attributes", Check, 21, " points=2}\n\n" + Answers, " points=2 graders=3}\n\nrubric: first-call\n" },
        { "quiz-attributes", Check, 21, " points=2}\n\n" + Answers, " points=2 type=audio most=0}\n\nrubric: first-call\n" },
        { "quiz-after-options", Check, 25, Answers, "rubric: first-call\n\nAnd more.\n" },
        { "quiz-accepted", Check, 25, Answers, "\n= 5 days\n= ...\n" },
        { "quiz-accepted", Check, 25, Answers, "\n= 5 days\nor more\n" },
        { "quiz-accepted", Check, 24, Answers, "\n= 5 ± many\n" },
        { "quiz-accepted", Check, 24, Answers, "\n= 9..5 days\n" },
        { "quiz-type", Check, 21, " points=2}\n\n" + Answers, " points=2 type=text}\n\n= 5 days\n" },
        { "quiz-blank", Check, 23, Answers, "Call {{}} back.\n" },
        { "quiz-blank", Check, 24, Answers, "\nCall {{him\nback}}.\n" },
        { "quiz-blank", Check, 21, Answers, "- Call {{him}} back.\n" },
        { "quiz-blank", Check, 21, "## Which are", "## {{Which}} are" },
        { "quiz-order", Check, 21, Answers, "1. Only one\n" },
        { "quiz-order", Check, 24, Answers, "1. Ask\n2. Ask\n" },
        { "quiz-order", Check, 23, Answers, "1. Ask\n\n   and wait\n2. Listen\n" },
        { "quiz-pairs", Check, 21, Answers, "| Word | Kind |\n|---|---|\n| Budget | Fact |\n" },
        { "quiz-pairs", Check, 25, Answers, "| Word | Kind |\n|---|---|\n| Budget | |\n| Mood | Guess |\n" },
        { "quiz-pairs", Check, 26, Answers, "| Word | Kind |\n|---|---|\n| Budget | Fact |\n| Budget | Guess |\n" },
        { "quiz-pairs", Check, 23, Answers, "| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |\n" },
        { "quiz-hotspot", Check, 21, " points=2}\n\n" + Answers, " points=2 type=hotspot}\n\n" + Answers },
        { "quiz-hotspot", Check, 25, " points=2}\n\n" + Answers, " points=2 type=hotspot}\n\n![The fall](../assets/two-minutes.svg)\n\n- [x] The start\n- [ ] The end (50, 0, 50, 100)\n" },
        { "quiz-hotspot", Check, 26, " points=2}\n\n" + Answers, " points=2 type=hotspot}\n\n![The fall](../assets/two-minutes.svg)\n\n- [x] The start (0, 0, 50, 100)\n- [ ] The end (60, 0, 50, 100)\n" },
        { "quiz-no-key", Check, 6, "- [x] \"Your press", "- [ ] \"Your press" },
        { "quiz-options", Check, 21, "- [x] A date he named\n- [ ] Our quarter ends\n", "" },
        { "quiz-option-form", Check, 24, "- [x] A date he named", "- A date he named" },
        { "quiz-option-twice", Check, 24, "A date he named", "A fault he has" },
        { "quiz-after-options", Check, 19, "> He stays", "He stays" },
        { "quiz-before-questions", Check, 6, "## Which sentence", "Hello.\n\n## Which sentence" },
        { "quiz-heading", Check, 8, "Think of Sun Lei:", "### Think" },
        { "quiz-variant-twice", Check, 27, "#open-waste", "#open-reasons" },
        { "quiz-variant-differs", Exam, 18, "- [ ] A song\n", "" },
        { "quiz-draw", Exam, 5, "draw: 1", "draw: 9" },
        { "quiz-draw", Exam, 6, "draw: 1", "draw:\n  - { count: 3 }" },
        { "quiz-draw", Exam, 7, "draw: 1", "draw:\n  - { difficulty: medium, count: 1 }\n  - { count: 2 }" },
        { "quiz-draw", Exam, 5, "draw: 1", "draw: [{ difficulty: hard, count: 1 }]" },
        { "quiz-draw-tag", Exam, 6, "draw: 1", "draw:\n  - { tag: price, count: 1 }" },
        { "field-value", Exam, 5, "draw: 1", "draw: []" },
        { "field-value", Exam, 5, "draw: 1", "draw: 0" },
        { "field-value", Exam, 6, "draw: 1", "draw:\n  - { count: 0 }" },
        { "field-value", Exam, 6, "draw: 1", "draw:\n  - { difficulty: tricky, count: 1 }" },
        { "field-missing", Exam, 6, "draw: 1", "draw:\n  - { difficulty: medium }" },
        { "field-unknown", Exam, 6, "draw: 1", "draw:\n  - { level: hard, count: 1 }" },
        { "field-form", Exam, 6, "draw: 1", "draw:\n  - hard" },
        { "quiz-attributes", Exam, 11, "competency=closing}", "competency=closing tags=Price}" },
        { "quiz-attributes", Exam, 11, "competency=closing}", "competency=closing tags=price,price}" },
        { "quiz-attributes", Exam, 11, "competency=closing}", "competency=closing tags=price, date}" },
        { "quiz-attributes", Exam, 11, "competency=closing}", "competency=closing difficulty=tricky}" },
        { "quiz-variant-differs", Exam, 18, "variant=b", "variant=b points=3" },
        { "quiz-variant-differs", Exam, 18, "competency=closing}", "competency=closing tags=price}" },
        { "quiz-variant-differs", Exam, 18, "variant=b", "variant=b difficulty=hard" },
        { "quiz-locales-attributes", ChineseCheck, 21, "points=2", "points=2 tags=price" },
        { "quiz-locales-attributes", ChineseCheck, 21, "points=2", "points=2 difficulty=easy" },
        { "field-value", Exam, 4, "80 %", "80" },
        { "field-value", Exam, 6, "20 min", "20 minutes" },
        { "quiz-locales-settings", ChineseCheck, 1, "kind: check", "kind: check\npass: 70 %" },
        { "quiz-locales-missing", ChineseCheck, 27, "#open-waste", "#open-loss" },
        { "quiz-locales-key", ChineseCheck, 21, "- [x] 他遇到的故障", "- [ ] 他遇到的故障" },
        { "quiz-locales-options", ChineseCheck, 21, "- [ ] 我们季度要结束了\n", "" },
        { "quiz-locales-attributes", ChineseCheck, 21, "points=2", "points=3" },
        { "reference-missing", "rubrics/first-call.yml", 4, "competency: opening", "competency: dancing" },
        { "field-languages", Course + "course.yml", 1, "title: { en: The first call, zh-Hans: 首次通话 }", "title: The first call" },
        { "reference-missing", Course + "course.yml", 3, "[opening, closing]", "[opening, dancing]" },
        { "asset-form", Course + "assets/two-minutes.svg", 0, "<title>", "<script>alert(1)</script><title>" },
        { "asset-form", Course + "assets/two-minutes.svg", 0, "<rect", "<rect onload=\"alert(1)\"" },
        { "asset-form", Course + "assets/two-minutes.svg", 0, "fill=\"#eef\"", "fill=\"url(https://evil.example/x)\"" },
        { "asset-form", Course + "assets/two-minutes.svg", 0, "<svg xmlns", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns" },
        { "policy-weights", Readiness, 7, "weight: 0.6", "weight: 0.7" },
        { "policy-thresholds", Readiness, 2, "B: 0.65", "B: 0.40" },
        { "policy-contradiction", Readiness, 13, "raters: 2", "raters: 3" },
        { "reference-missing", Readiness, 8, "opening: {", "dancing: {" },
        { "field-value", "academy.yml", 6, "time-zone: ", "paper: a3\ntime-zone: " },
        { "reference-missing", Readiness, 11, "certifications: [first-call]", "certifications: [second-call]" },
        { "reference-missing", Readiness, 12, "courses: [first-call]", "courses: [second-call]" },
        { "policy-contradiction", Leads, 7, "maximum: 19", "maximum: 5" },
        { "policy-contradiction", Leads, 3, "C: 6", "C: 12" },
        { "policy-contradiction", Leads, 3, "Enterprise: 17", "Enterprise: 4" },
        { "policy-tag", Leads, 12, "language: match", "taste: match" },
        { "field-value", Leads, 9, "0.02", "0.2" },
        { "reference-missing", Leads, 13, "competency: closing", "competency: dancing" },
        { "reference-missing", "certifications/first-call.yml", 3, "quiz: certification", "quiz: nothing" },
        { "certification-quiz", "certifications/first-call.yml", 3, "quiz: certification", "quiz: check-opening" },
        { "reference-missing", "paths/first-weeks.yml", 2, "for: sdr", "for: pilot" },
        { "path-step", "paths/first-weeks.yml", 4, "course: first-call,", "course: first-call, observation: first-call," },
        { "field-value", "paths/first-weeks.yml", 4, "day 5", "5" },
        { "reference-missing", "paths/first-weeks.yml", 6, "observation: first-call", "observation: second-call" },
        { "rubric-levels", "rubrics/first-call.yml", 6, "      - { en: Starts with the product., zh-Hans: 一上来讲产品。 }\n", "" },
        { "academy-time-zone", "academy.yml", 6, "Asia/Shanghai", "Asia/Atlantis" },
        { "academy-verification", "academy.yml", 7, "https:", "ftp:" },
        { "competency-twice", "competencies.yml", 4, "id: closing", "id: opening" },
        { "term-twice", "glossary.yml", 4, "双方约定、有日期的行动。 }", "双方约定、有日期的行动。 }\n- { id: next-step, en: { term: A, meaning: B }, zh-Hans: { term: 甲, meaning: 乙 } }" },
        { "field-value", "glossary.yml", 2, "both sides have agreed to.\" }", "both sides have agreed to.\", also: [] }" },
        { "playbook-stage-twice", "playbook.yml", 1, "id: talking", "id: new" },
        { "field-value", "playbook.yml", 2, "id: new", "id: New stage" },
        { "field-value", "playbook.yml", 8, "[first-call/opening]", "[opening]" },
        { "reference-missing", "playbook.yml", 8, "[first-call/opening]", "[first-call/ending]" },
        { "reference-missing", "playbook.yml", 7, "[opening]", "[dancing]" },
        { "field-value", "playbook.yml", 13, "by: operations", "by: marketing" },
        { "field-value", "playbook.yml", 13, "of: contract", "of: invoice" },
        { "field-value", "playbook.yml", 13, "within: 3 d", "within: 30 d" },
        { "field-value", "playbook.yml", 13, "within: 3 d", "within: 36 h" },
        { "field-missing", "playbook.yml", 13, "of: contract, ", "" },
        { "playbook-review-twice", "playbook.yml", 1, "    competencies: [opening]\n", "    competencies: [opening]\n    review: { of: contract, by: finance }\n" },
        { "field-missing", "playbook.yml", 9, "    competencies: [closing]\n", "" },
        { "field-unknown", "playbook.yml", 6, "not-enough:", "notenough:" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_mistake_is_named_with_its_file_its_line_and_a_remedy(string code, string file, int line, string old, string text)
    {
        using var content = new ContentBuilder();

        var result = content.Replace(file, old, text).Compile();

        Assert.Null(result.Catalogue);
        var problem = result.Problems.FirstOrDefault(problem => problem.Code == code && problem.File == file && problem.Line == line);
        Assert.True(problem is not null, string.Join('\n', result.Problems));
        Assert.Equal(ProblemSeverity.Error, problem.Severity);
        Assert.NotEmpty(problem.Remedy);
    }

    [Theory]
    [InlineData("markup-html", Closing, 7, "Every call", "<b>Every</b> call")]
    [InlineData("markup-stray-mark", Closing, 7, "Every call", "** Every** call")]
    [InlineData("heading-skip", Closing, 9, "## The next", "#### The next")]
    [InlineData("lesson-locales-headings", "courses/first-call/zh-Hans/02-closing.md", 0, "## 下一步", "### 下一步")]
    [InlineData("lesson-check-small", Opening, 4, "## A call without a reason wastes time. {#open-waste competency=opening}\n\n- [x] True\n- [ ] False\n", "")]
    [InlineData("policy-unreachable", Readiness, 8, "families: 2", "families: 20")]
    [InlineData("policy-tier-unreachable", Readiness, 4, "Enterprise: 0.85", "Enterprise: 0.99")]
    [InlineData("path-order", "paths/first-weeks.yml", 4, "  - { course: first-call, due: day 5 }\n  - { certification: first-call, due: day 7 }\n", "  - { certification: first-call, due: day 5 }\n  - { course: first-call, due: day 7 }\n")]
    [InlineData("lesson-minutes", Closing, 4, "minutes: 4", "minutes: 40")]
    [InlineData("lesson-locales-keys", "courses/first-call/zh-Hans/02-closing.md", 1, "minutes: 4\n", "")]
    [InlineData("text-placeholder", Closing, 3, "No call ends without one.", "✎ No call ends without one.")]
    public void A_doubt_is_a_warning_and_does_not_stop_publication(string code, string file, int line, string old, string text)
    {
        using var content = new ContentBuilder();
        if (code == "lesson-check-small")
            content.Replace(Check, old, text).Replace(ChineseCheck, "## 没有理由的电话浪费时间。 {#open-waste competency=opening}\n\n- [x] 对\n- [ ] 错\n", "");
        else
            content.Replace(file, old, text);

        var result = content.Replace(Opening, "#the-next-step", "").Replace(Course + "zh-Hans/01-opening.md", "#下一步", "").Compile();

        Assert.NotNull(result.Catalogue);
        Assert.Contains(result.Problems, problem => problem is { Severity: ProblemSeverity.Warning } && (problem.Code, problem.File, problem.Line) == (code, file, line));
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        using var content = new ContentBuilder();

        var result = content.Replace(Opening, "## Say why", "# Say why").Replace(Check, "points=2", "points=x").Replace(Readiness, "weight: 0.6", "weight: 0.7").Delete("academy.yml").Compile();

        Assert.Equal(["academy.yml", Opening, Check, Readiness], result.Problems.Select(problem => problem.File));
    }

    [Theory]
    [InlineData("file-name", Course + "en/1_Opening.md", "x")]
    [InlineData("file-name", "paths/My Path.yml", "x")]
    [InlineData("asset-name", Course + "assets/page.html", "x")]
    [InlineData("asset-form", Course + "assets/photo.png", "GIF89a")]
    [InlineData("yaml-syntax", "glossary.yml", "- {")]
    [InlineData("yaml-several", "glossary.yml", "[]\n---\n[]\n")]
    [InlineData("course-empty", "courses/second/course.yml", "order: 1")]
    [InlineData("course-id", "courses/Second/course.yml", "order: 1")]
    public void A_file_that_does_not_belong_is_refused(string code, string file, string text)
    {
        using var content = new ContentBuilder();

        var result = content.Text(file, text).Compile();

        Assert.Contains(result.Problems, problem => problem.Code == code && problem.Severity == ProblemSeverity.Error);
    }

    [Fact]
    public void A_term_without_one_of_its_languages_is_told_of_once()
    {
        using var content = new ContentBuilder();

        var result = content.Text("glossary.yml", "- id: next-step\n  en: { term: Next step, meaning: A dated act., also: [agreed date] }\n").Compile();

        Assert.Equal([("field-missing", 1)], result.Problems.Select(problem => (problem.Code, problem.Line)));
    }

    [Fact]
    public void A_question_names_a_competency_that_exists_and_an_id_that_is_its_own()
    {
        using var content = new ContentBuilder();
        foreach (var file in new[] { Check, ChineseCheck })
            content.Replace(file, "#open-waste competency=opening", "#close-waste competency=dancing");

        var result = content.Compile();

        Assert.Contains(result.Problems, problem => (problem.Code, problem.File, problem.Line) == ("reference-missing", Check, 27));
        Assert.Contains(result.Problems, problem => (problem.Code, problem.File, problem.Line) == ("quiz-family-twice", ChineseCheck, 27));
    }

    [Fact]
    public void The_same_lesson_under_two_numbers_is_refused()
    {
        using var content = new ContentBuilder();

        var result = content.Text(Course + "zh-Hans/03-closing.md", content[Course + "zh-Hans/02-closing.md"]).Compile();

        Assert.Contains(result.Problems, problem => problem.Code == "lesson-twice");
    }
}
