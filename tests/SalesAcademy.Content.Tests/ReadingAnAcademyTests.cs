using System.Text;
using AngleSharp.Html.Parser;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Tests;

public sealed class ReadingAnAcademyTests : IDisposable
{
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void The_example_has_no_problems_and_everything_in_it_is_in_the_catalogue()
    {
        var catalogue = content.Good();

        var course = Assert.Single(catalogue.Courses);
        Assert.Equal(["opening", "closing"], course.Lessons.Select(lesson => lesson.Id));
        Assert.Equal(["certification", "check-closing", "check-opening"], course.Quizzes.Select(quiz => quiz.Id));
        Assert.Equal(8, catalogue.Families.Count);
        Assert.Equal("北风仪器", catalogue.Academy.Name.In("zh-CN").Value);
        Assert.Equal("Head of Enablement", catalogue.Academy.Signatories[0].Role.In("en").Value);
        Assert.Equal(["opening", "closing"], catalogue.Competencies.Select(competency => competency.Id));
        Assert.Equal(4, catalogue.FindRubric("first-call")!.Criteria[0].Levels.Count);
        Assert.Equal((24, true), (catalogue.FindCertification("first-call")!.ValidMonths, catalogue.FindCertification("first-call")!.EveryLesson));
        Assert.Equal([new(PathStepKind.Course, "first-call", 5), new(PathStepKind.Certification, "first-call", 7), new(PathStepKind.Observation, "first-call", 14)], catalogue.Paths[0].Steps);
        Assert.Equal("下一步", catalogue.Glossary[0].Term.In("zh-Hans").Value);
    }

    [Fact]
    public void The_readiness_policy_says_what_the_file_says()
    {
        var policy = content.Good().Readiness;

        var role = policy.Roles["sdr"];
        Assert.Equal([0, 0.45, 0.65, 0.75, 0.85], role.Thresholds);
        Assert.Equal([new("closing", 0.4, 0.7, false), new CompetencyWeight("opening", 0.6, 0.8, true)], role.Competencies);
        Assert.Equal(["first-call"], role.Gates[1].Certifications);
        Assert.Equal(["first-call"], role.Gates[2].Courses);
        Assert.Equal(5, role.Gates.Count);
        Assert.Equal(new EntryRule { Families = 2, Observations = 2, Raters = 2, ObservationWindow = 180, CriticalSlack = 0.1 }, policy.Entry);
        Assert.Equal((3, 9, 300, 150.0, 4.0), (policy.Version, policy.DemotionDays, policy.ObservationMaxAge, policy.ObservationHalfLife, policy.ObservationWeight));
        Assert.Equal((6, 12, 0.88, 2, 21), (policy.DrillPerDay, policy.DrillPerDayFirstMonth, policy.Retention, policy.OverrideRaise, policy.OverrideDays));
    }

    [Fact]
    public void The_lead_policy_says_what_the_file_says()
    {
        var policy = content.Good().Leads;

        Assert.Equal([0, 6, 11, 16, 17], policy.WeeklyCap);
        Assert.Equal([1, 1, 2, 3, 5], policy.Size);
        Assert.Equal([24, 48, 9, 5, 3], policy.ServiceLevelHours);
        Assert.Equal((2, "tie-1", 4, 7, 21), (policy.Version, policy.Seed, policy.OpenCapFactor, policy.ClaimsPerDay, policy.CoolDown));
        Assert.Equal(new ProtectionRule(8, 2, 19, 4), policy.Protection);
        Assert.Equal((EverybodyAway.Overflow, 0.02), (policy.EverybodyAway, policy.Exploration));
        Assert.Equal(
            [new("language", null, true, null, null, 0), new("product", "scope", false, null, "closing", 0.5), new TagDemand("product", "rig", false, "first-call", null, 0)],
            policy.TagDemands);
    }

    [Fact]
    public void A_quiz_keeps_its_rules_and_takes_the_defaults_of_its_kind()
    {
        var course = content.Good().Courses[0];

        var exam = course.FindQuiz("certification")!;
        Assert.Equal((QuizKind.Certification, QuestionPool.Exam, 0.8, 1, 3), (exam.Kind, exam.Pool, exam.Pass, exam.Draw, exam.Attempts));
        Assert.Equal((TimeSpan.FromMinutes(20), TimeSpan.FromDays(1)), (exam.TimeLimit, exam.Cooldown));
        Assert.Equal((QuizShuffle.Both, ReviewPolicy.WhenSubmitted), (exam.Shuffle, exam.Review));
        var check = course.FindQuiz("check-opening")!;
        Assert.Equal((QuizKind.Check, QuestionPool.Drill, 0.6, 3, null), (check.Kind, check.Pool, check.Pass, check.Draw, check.Attempts));
        Assert.Equal((QuizShuffle.Options, ReviewPolicy.AfterEachAnswer), (check.Shuffle, check.Review));
    }

    [Fact]
    public void A_family_keeps_its_key_apart_from_what_is_asked()
    {
        var families = content.Good().Families;

        var best = families["open-best"];
        var face = best.Variants[0].Face.In("zh-Hans").Value;
        Assert.Equal("哪一句开场最好？", face.Title);
        Assert.Equal("<p>想想孙磊：</p>\n<ul>\n<li>他很忙。</li>\n<li>他没料到你会打来。</li>\n</ul>\n", face.Body);
        Assert.Equal(["“您今天好吗？”", "“贵司周五停机了。”", "“我们是行业领先。”"], face.Options);
        Assert.Equal([false, true, false], Assert.IsType<ChoiceKey>(best.Variants[0].Key.Answer).Right);
        var feedback = best.Variants[0].Key.Feedback.In("en").Value;
        Assert.Equal("<p>It takes time and gives nothing.</p>\n", feedback.Options[0]);
        Assert.Null(feedback.Options[2]);
        Assert.Equal("<p>He stays for his own problem.</p>\n", feedback.General);
        Assert.Equal((QuestionType.Single, 1.0 / 3, "opening"), (best.Type, best.Guess, best.Competency));
        Assert.Equal((QuestionType.Multiple, 1.0 / 7, 2.0), (families["open-reasons"].Type, families["open-reasons"].Guess, families["open-reasons"].Points));
        Assert.Equal((QuestionType.TrueFalse, 0.5), (families["open-waste"].Type, families["open-waste"].Guess));
        Assert.Equal(["a", "b"], families["cert-end"].Variants.Select(variant => variant.Id));
        Assert.Equal(QuestionType.Multiple, families["cert-open"].Type);
    }

    [Fact]
    public void A_lesson_is_rendered_in_the_words_of_its_language()
    {
        var text = content.Good().Courses[0].Lessons[0].Text;

        var english = text.In("en").Value.Html;
        var chinese = text.In("zh-Hans").Value.Html;
        Assert.Contains("<aside class=\"callout callout-warning\" role=\"note\"><p class=\"callout-title\">Common mistake</p>", english, StringComparison.Ordinal);
        foreach (var title in new[] { "要点", "试一试", "常见误区", "说明" })
            Assert.Contains($"<p class=\"callout-title\">{title}</p>", chinese, StringComparison.Ordinal);
        Assert.Contains("<div class=\"turn seller\"><dt>林悦</dt>", chinese, StringComparison.Ordinal);
        Assert.Contains("<div class=\"turn customer\"><dt>孙磊</dt>", chinese, StringComparison.Ordinal);
        Assert.Contains("<section class=\"case\" aria-label=\"案例：印刷厂\">", chinese, StringComparison.Ordinal);
        Assert.Contains("理由是对方的，不是我们的。", chinese, StringComparison.Ordinal); // no gap where the line broke
        Assert.Contains("<strong>就这些：</strong>完了。", chinese, StringComparison.Ordinal);
        Assert.Contains("href=\"/courses/first-call/closing#h-the-next-step\"", english, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://academy.example/why\" rel=\"noopener nofollow\">our page</a>", english, StringComparison.Ordinal);
        var asset = content.Good().Courses[0].Assets[0];
        Assert.Equal(($"/courses/first-call/assets/{asset.Hash[..16]}/two-minutes.svg", 320, 120), (asset.Url, asset.Width, asset.Height));
        Assert.Contains($"<svg class=\"drawing\" role=\"img\" aria-label=\"兴趣在两分钟内下降\" width=\"320\" height=\"120\"{asset.Drawing}</svg>", chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_heading_and_passage_has_an_id_of_its_own_and_the_text_that_a_browser_shows()
    {
        foreach (var locale in Locales.All)
        {
            var text = content.Good().Courses[0].Lessons[0].Text.In(locale).Value;
            var page = new HtmlParser().ParseDocument(text.Html);

            var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToArray();
            Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
            Assert.Equal(text.Blocks.Select(block => block.Id), page.QuerySelectorAll("[data-block]").Select(element => element.GetAttribute("data-block")));
            Assert.Equal(text.Outline.Select(heading => heading.Id), page.QuerySelectorAll("h2").Select(element => element.Id));
            foreach (var block in text.Blocks)
                if (page.QuerySelector($"[data-block={block.Id}]") is { LocalName: not ("figure" or "li") } element)
                    Assert.Equal(block.Text, string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }
        Assert.Equal(["h-说明来意", "h-好好收尾"], content.Good().Courses[0].Lessons[0].Text.Chinese!.Outline.Select(heading => heading.Id));
    }

    [Fact]
    public void An_edit_moves_no_passage_but_its_own_and_twins_stay_apart()
    {
        var before = content.Lesson("First.\n\nTwin.\n\nTwin.\n\n## Same\n\n## Same\n\nLast.").Compile(Catalogue.Empty).Catalogue!.Courses[0].Lessons[1].Text.English!;

        var after = content.Lesson("First, edited.\n\nNew.\n\nTwin.\n\nTwin.\n\n## Same\n\n## Same\n\nLast.").Compile(Catalogue.Empty).Catalogue!.Courses[0].Lessons[1].Text.English!;

        Assert.Equal(before.Blocks.Skip(1), after.Blocks.Skip(2));
        Assert.Equal(before.Blocks[1].Id + "-2", before.Blocks[2].Id);
        Assert.NotEqual(before.Blocks[0].Id, after.Blocks[0].Id);
        Assert.Equal(["h-same", "h-same-1"], after.Outline.Select(heading => heading.Id));
    }

    [Fact]
    public void Hashes_name_the_words_not_the_line_ends()
    {
        var before = content.Good();
        var path = "courses/first-call/en/01-opening.md";

        content.Bytes(path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(content[path].ReplaceLineEndings("\r\n"))]);
        var same = content.Good();
        var changed = content.Replace(path, "two minutes", "two short minutes").Good();

        Assert.Equal(before.Hash, same.Hash);
        Assert.NotEqual(before.Hash, changed.Hash);
        Assert.NotEqual(before.Courses[0].Hash, changed.Courses[0].Hash);
        Assert.NotEqual(before.Courses[0].Lessons[0].Hash, changed.Courses[0].Lessons[0].Hash);
        Assert.Equal(before.Courses[0].Lessons[1].Hash, changed.Courses[0].Lessons[1].Hash);
        Assert.Equal(before.ReadinessHash, changed.ReadinessHash);
    }

    [Fact]
    public void Every_hash_leads_to_the_bytes_it_stands_for()
    {
        var catalogue = content.Good();

        var archive = catalogue.Archive.ToDictionary(entry => entry.Hash, entry => entry.Bytes, StringComparer.Ordinal);
        Assert.All(archive, entry => Assert.Equal(entry.Key, ContentHash.Of(entry.Value.Span)));
        var course = catalogue.Courses[0];
        string[] recorded = [catalogue.Hash, course.Hash, catalogue.ReadinessHash, catalogue.LeadsHash, catalogue.Academy.Hash, catalogue.Certifications[0].Hash, catalogue.Rubrics[0].Hash,
            .. course.Lessons.Select(lesson => lesson.Hash), .. course.Lessons.Select(lesson => lesson.Text.English!.Hash), .. course.Quizzes.Select(quiz => quiz.Hash)];
        Assert.All(recorded, hash => Assert.True(archive.ContainsKey(hash)));
        Assert.Contains(course.Assets[0].Hash, Encoding.UTF8.GetString(archive[course.Hash].Span), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lesson_missing_in_one_language_is_shown_in_the_other_and_says_so()
    {
        var result = content.Delete("courses/first-call/zh-Hans/02-closing.md").Replace("courses/first-call/zh-Hans/01-opening.md", "[下一课](../zh-Hans/02-closing.md#下一步)", "下一课").Compile();

        var problem = Assert.Single(result.Problems);
        Assert.Equal((ProblemSeverity.Warning, "locale-missing", "courses/first-call/zh-Hans/02-closing.md"), (problem.Severity, problem.Code, problem.File));
        var shown = result.Catalogue!.Courses[0].Lessons[1].Text.In("zh-Hans");
        Assert.Equal(("The next step", "en", true), (shown.Value.Title, shown.Locale, shown.FellBack));
        Assert.False(result.Catalogue.Courses[0].Lessons[0].Text.In("zh-Hans").FellBack);
    }

    [Fact]
    public void Reading_time_is_the_authors_or_counted_in_words_and_characters()
    {
        var written = content.Good().Courses[0].Lessons[1].Text;
        var english = content.Lesson(string.Join(' ', Enumerable.Repeat("word", 401))).Compile(Catalogue.Empty).Catalogue!.Courses[0].Lessons[1].Text.English!;
        var path = "courses/first-call/zh-Hans/02-closing.md";
        var chinese = content.Replace(path, "minutes: 4\n", "").Replace(path, "目的、日期、谁参加。", new string('字', 790)).Compile(Catalogue.Empty).Catalogue!.Courses[0].Lessons[1].Text.Chinese!;

        Assert.Equal((4, 3, 3), (written.English!.Minutes, english.Minutes, chinese.Minutes));
    }
}
