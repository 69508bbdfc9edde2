using System.Text.Json;
using SalesAcademy.Content.Comparing;

namespace SalesAcademy.Content.Tests;

public sealed class ComparingEditionsTests
{
    private const string Course = "courses/first-call/";

    [Fact]
    public void An_edition_differs_from_itself_in_nothing()
    {
        using var content = new ContentBuilder();

        Assert.Empty(ContentComparison.Between(content.Good(), content.Good()));
    }

    /// <summary>What is told when the text in the file (and in its Chinese twin) is replaced.</summary>
    public static TheoryData<string, string, string, string, string?, string?> Edits => new()
    {
        { "minor lesson first-call/closing: en: 1 passage new or reworded, 1 gone", Course + "en/02-closing.md", "A purpose, a date, and who comes.", "A purpose, a date, who comes.", null, null },
        { "minor lesson first-call/closing: en: title, summary or minutes", Course + "en/02-closing.md", "minutes: 4", "minutes: 5", null, null },
        { "minor lesson first-call/opening: en: pictures, links or emphasis", Course + "en/01-opening.md", "*who*", "who", null, null },
        { "material lesson first-call/closing: marked as changed 2026-11-20: whoever has completed it is asked to read what is new", Course + "en/02-closing.md", "minutes: 4", "minutes: 4\nchanged: 2026-11-20\nwhat-changed: Who comes is settled first.", "minutes: 4", "minutes: 4\nchanged: 2026-11-20\nwhat-changed: 先定谁来。" },
        { "minor question open-best: wording", Course + "en/quiz-check-opening.md", "Which sentence", "Which one sentence", null, null },
        { "material question open-waste: variant a has another right answer", Course + "en/quiz-check-opening.md", "- [x] True\n- [ ] False", "- [ ] True\n- [x] False", "- [x] 对\n- [ ] 错", "- [ ] 对\n- [x] 错" },
        { "material question open-waste: competency: opening → closing", Course + "en/quiz-check-opening.md", "{#open-waste competency=opening}", "{#open-waste competency=closing}", "{#open-waste competency=opening}", "{#open-waste competency=closing}" },
        { "material question open-waste: type: TrueFalse → Single; variant a has another right answer", Course + "en/quiz-check-opening.md", "- [x] True\n- [ ] False", "- [x] Yes\n- [ ] No\n- [ ] Perhaps", "- [x] 对\n- [ ] 错", "- [x] 是\n- [ ] 否\n- [ ] 也许" },
        { "minor question open-reasons: points: 2 → 3", Course + "en/quiz-check-opening.md", "points=2", "points=3", "points=2", "points=3" },
        { "material quiz first-call/check-opening: pass: (nothing) → 80 %", Course + "en/quiz-check-opening.md", "kind: check", "kind: check\npass: 80 %", "kind: check", "kind: check\npass: 80 %" },
        { "minor competency closing: name or summary", "competencies.yml", "Ends every call", "Ends each call", null, null },
        { "material certification first-call: valid: 24 months → 12 months", "certifications/first-call.yml", "24 months", "12 months", null, null },
        { "minor certification first-call: statement › en: has met every requirement of → has met all of", "certifications/first-call.yml", "has met every requirement of", "has met all of", null, null },
        { "material policy policies/leads.yml: weekly-cap › C: 6 → 7", "policies/leads.yml", "C: 6", "C: 7", null, null },
        { "minor policy policies/readiness.yml: comments or form", "policies/readiness.yml", "version: 3", "version: 3 # three", null, null },
        { "material path first-weeks: steps › 1 › due: day 5 → day 6", "paths/first-weeks.yml", "day 5", "day 6", null, null },
        { "minor course first-call: title › en: The first call → A first call", Course + "course.yml", "The first call", "A first call", null, null },
        { "material document academy.yml: time-zone: Asia/Shanghai → Europe/Berlin", "academy.yml", "Asia/Shanghai", "Europe/Berlin", null, null },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_change_is_told_with_what_it_is_of_and_how_much_it_matters(string told, string file, string old, string text, string? chineseOld, string? chinese)
    {
        using var content = new ContentBuilder();
        var before = content.Good();

        content.Replace(file, old, text);
        if (chineseOld is not null)
            content.Replace(file.Replace("/en/", "/zh-Hans/", StringComparison.Ordinal), chineseOld, chinese!); // given together
        var after = content.Compile().Catalogue;

        Assert.NotNull(after);
        Assert.Contains($"{told}\n", Report(before, after), StringComparison.Ordinal);
        Assert.Single(ContentComparison.Between(before, after));
    }

    [Fact]
    public void What_is_new_and_what_is_gone_is_named_and_only_the_gone_needs_a_look()
    {
        using var content = new ContentBuilder();
        var small = content.Good();
        var large = content.SecondCourse().Good();

        var (added, gone) = (ContentComparison.Between(small, large), ContentComparison.Between(large, small));

        Assert.Contains(added, change => change is { Thing: ChangedThing.Lesson, Id: "second/opening", Weight: ChangeWeight.Added });
        Assert.DoesNotContain(added, change => change.NeedsALook);
        Assert.Equal(added.Select(change => (change.Thing, change.Id)), gone.Select(change => (change.Thing, change.Id)));
        Assert.All(gone, change => Assert.True(change is { Weight: ChangeWeight.Removed, NeedsALook: true }));
        Assert.EndsWith($"{added.Count} added, 0 removed, 0 minor, 0 material\n", Report(small, large), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mark_that_is_taken_back_or_goes_back_to_an_earlier_day_is_told()
    {
        using var content = new ContentBuilder();
        var never = content.Good();
        var first = Marked("2026-11-20").Change;
        var second = Marked("2026-11-23").Change;

        Assert.Equal((new DateOnly(2026, 11, 20), "Who comes."), (first!.On, first.What.In("en").Value));
        Assert.Null(never.FindCourse("first-call")!.FindLesson("closing")!.Change);
        Assert.Equal([true, true, false, false], [LessonChange.IsNew(null, first), LessonChange.IsNew(first, second), LessonChange.IsNew(second, first), LessonChange.IsNew(second, second)]);
        Assert.Equal([true, true, false, false], [LessonChange.IsTakenBack(first, null), LessonChange.IsTakenBack(second, first), LessonChange.IsTakenBack(first, second), LessonChange.IsTakenBack(null, first)]);
        Assert.Contains("material lesson first-call/closing: the change of 2026-11-23 is taken back: nobody is asked to read it any more\n", Report(content.Good(), never), StringComparison.Ordinal);

        Lesson Marked(string day)
        {
            using var marked = new ContentBuilder();
            foreach (var (locale, what) in new[] { ("en", "Who comes."), ("zh-Hans", "谁来。") })
                content.Text($"{Course}{locale}/02-closing.md", marked[$"{Course}{locale}/02-closing.md"].Replace("minutes: 4\n", $"minutes: 4\nchanged: {day}\nwhat-changed: {what}\n", StringComparison.Ordinal));
            return content.Good().FindCourse("first-call")!.FindLesson("closing")!;
        }
    }

    [Fact]
    public void Neither_an_access_code_nor_a_right_answer_is_told()
    {
        using var content = new ContentBuilder();
        var before = content.Good();
        foreach (var locale in new[] { "en", "zh-Hans" })
            content.Replace($"{Course}{locale}/quiz-certification.md", "kind: certification", "kind: certification\ncode: spring-2026");

        var report = Report(before, content.Good());

        Assert.Contains("material quiz first-call/certification: code\n", report, StringComparison.Ordinal);
        Assert.DoesNotContain("spring", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_read_an_object_that_says_whom_it_concerns()
    {
        using var writer = new StringWriter();
        var change = new ContentChange(ChangedThing.Question, "open-best", ChangeWeight.Material, ["competency: a → b"]) { People = new(null, null, 3) };

        ComparisonReport.Write(new("1", "2", [change]) { Losing = 3 }, writer, json: true);

        var told = JsonDocument.Parse(writer.ToString()).RootElement.GetProperty("changes")[0];
        Assert.Equal(("question", "material", 3), (told.GetProperty("thing").GetString(), told.GetProperty("weight").GetString(), told.GetProperty("people").GetProperty("losing").GetInt32()));
    }

    private static string Report(Catalogue before, Catalogue after)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        ComparisonReport.Write(new(before.Hash, after.Hash, ContentComparison.Between(before, after)), writer, json: false);
        return writer.ToString();
    }
}
