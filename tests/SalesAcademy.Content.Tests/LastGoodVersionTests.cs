namespace SalesAcademy.Content.Tests;

public sealed class LastGoodVersionTests : IDisposable
{
    private const string Lesson = "courses/first-call/en/02-closing.md";
    private readonly ContentBuilder content = new();

    public void Dispose() => content.Dispose();

    [Fact]
    public void A_course_whose_files_lie_as_they_did_is_not_read_again_and_is_warned_of_all_the_same()
    {
        content.SecondCourse().Replace("courses/second/en/02-closing.md", "No call ends without one.", "✎ No call ends without one.");
        Age("courses");
        var previous = content.Compile().Catalogue!; // a warning keeps nothing away

        var result = content.Replace(Lesson, "Every call", "Each call").Compile(previous);

        Assert.Same(previous.FindCourse("second"), result.Catalogue!.FindCourse("second"));
        Assert.NotEqual(previous.FindCourse("first-call")!.Hash, result.Catalogue.FindCourse("first-call")!.Hash);
        Assert.Equal("text-placeholder", Assert.Single(result.Problems).Code);
        Assert.Equal(content.Compile().Catalogue!.Hash, result.Catalogue.Hash);
    }

    [Fact]
    public void A_course_that_was_not_read_again_is_told_when_what_it_refers_to_has_gone()
    {
        content.SecondCourse().Replace("courses/second/en/02-closing.md", "/courses/second/opening", "/courses/first-call/opening");
        Age("courses");
        var previous = content.Good();

        var result = content.Delete("courses/first-call/en/01-opening.md").Delete("courses/first-call/zh-Hans/01-opening.md").Replace(Lesson, "(/courses/first-call/opening)", "(/courses/first-call)")
            .Replace("playbook.yml", ", first-call/opening", "").Replace("playbook.yml", "[first-call/opening]", "[first-call/closing]").Compile(previous);

        Assert.Contains(result.Problems, problem => problem is { Code: "reference-missing", File: "courses/second/en/02-closing.md" });
        Assert.NotNull(result.Catalogue!.FindCourse("first-call")!.FindLesson("opening")); // stepped back for it
    }

    [Fact]
    public void What_has_just_changed_or_is_a_link_is_always_read_again()
    {
        var previous = content.SecondCourse().Good();

        Assert.NotSame(previous.FindCourse("second"), content.Compile(previous).Catalogue!.FindCourse("second"));
    }

    [Fact]
    public void A_broken_course_stays_as_it_was_while_the_others_move_on()
    {
        var previous = content.SecondCourse().Good();

        var result = content.Replace(Lesson, "Every call", "[x](javascript:alert(1)) Every call").Replace("courses/second/en/02-closing.md", "Every call", "Each call").Compile(previous);

        Assert.Equal(previous.FindCourse("first-call")!.Hash, result.Catalogue!.FindCourse("first-call")!.Hash);
        Assert.NotEqual(previous.FindCourse("second")!.Hash, result.Catalogue.FindCourse("second")!.Hash);
        Assert.Equal(["courses/first-call"], result.KeptBack);
        Assert.Equal((Lesson, 7, "link-target"), (result.Problems[0].File, result.Problems[0].Line, result.Problems[0].Code));
    }

    [Fact]
    public void At_first_start_a_broken_course_is_left_out_and_the_others_are_there()
    {
        var result = content.SecondCourse().Replace("courses/second/en/02-closing.md", "minutes: 4", "minutes: x").Compile(Catalogue.Empty);

        Assert.Equal("first-call", Assert.Single(result.Catalogue!.Courses).Id);
        Assert.Single(result.Catalogue.Certifications);
        Assert.Equal(["courses/second"], result.KeptBack);
        Assert.Equal(1, result.Errors);
    }

    [Fact]
    public void What_needs_a_course_that_never_was_good_is_left_out_with_it()
    {
        var result = content.Replace(Lesson, "minutes: 4", "minutes: x").Compile(Catalogue.Empty);

        Assert.Empty(result.Catalogue!.Courses);
        Assert.Empty(result.Catalogue.Certifications);
        Assert.Empty(result.Catalogue.Paths);
        Assert.Equal(0, result.Catalogue.Readiness.Version);
        Assert.Equal(1, result.Errors); // the consequences are not told as faults of their own
    }

    [Fact]
    public void A_course_keeps_the_quiz_that_a_certification_still_needs()
    {
        var previous = content.Good();

        var result = content.Delete("courses/first-call/en/quiz-certification.md").Delete("courses/first-call/zh-Hans/quiz-certification.md").Compile(previous);

        Assert.Equal(previous.Hash, result.Catalogue!.Hash);
        Assert.Contains(result.Problems, problem => problem is { File: "certifications/first-call.yml", Code: "reference-missing" });
    }

    [Fact]
    public void A_deleted_course_that_is_still_needed_stays()
    {
        var previous = content.Good();

        var result = content.Delete("courses/first-call").Compile(previous);

        Assert.Equal(previous.Hash, result.Catalogue!.Hash);
        Assert.Equal(["courses/first-call"], result.KeptBack);
    }

    [Fact]
    public void A_broken_policy_stays_as_it_was()
    {
        var previous = content.Good();

        var result = content.Replace("policies/readiness.yml", "weight: 0.6", "weight: 0.9").Replace("policies/leads.yml", "seed: tie-1", "seed: tie-2").Compile(previous);

        Assert.Equal((previous.ReadinessHash, "tie-2"), (result.Catalogue!.ReadinessHash, result.Catalogue.Leads.Seed));
    }

    [Fact]
    public void A_course_that_takes_another_ones_family_does_not_take_it_down()
    {
        var previous = content.Good();
        content.SecondCourse().Replace("courses/second/en/quiz-check-opening.md", "{#second-open-best", "{#open-best").Replace("courses/second/zh-Hans/quiz-check-opening.md", "{#second-open-best", "{#open-best");

        var result = content.Compile(previous);

        Assert.Equal(previous.Hash, result.Catalogue!.Hash);
        Assert.Equal(["courses/second"], result.KeptBack);
    }

    [Fact]
    public void Put_right_the_new_version_is_served()
    {
        var previous = content.Good();
        var kept = content.Replace(Lesson, "Every call", "[x](data:x) Each call").Compile(previous).Catalogue!;

        var result = content.Replace(Lesson, "[x](data:x) ", "").Compile(kept);

        Assert.Empty(result.Problems);
        Assert.Empty(result.KeptBack);
        Assert.NotEqual(previous.Hash, result.Catalogue!.Hash);
    }

    private void Age(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(content.Full(folder), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(entry, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
    }
}
