namespace SalesAcademy.Content.Tests;

/// <summary>The academy that is shipped: a real one, whole in both languages.</summary>
public sealed class OwnContentTests
{
    /// <summary>The academy shipped with this repository.</summary>
    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "SalesAcademy.sln")))
                folder = folder.Parent!; // tests run inside the repository
            return Path.Combine(folder.FullName, "content");
        }
    }

    private static Catalogue Shipped { get; } = ContentCompiler.Compile(Folder).Catalogue!; // the first fact below says that there is one

    [Fact]
    public void It_has_neither_errors_nor_warnings()
    {
        var result = ContentCompiler.Compile(Folder, previous: null, TestContext.Current.CancellationToken);

        Assert.Empty(result.Problems);
        Assert.All(result.Catalogue!.Courses.SelectMany(course => course.Assets), asset => Assert.NotNull(asset.Drawing)); // their Chinese words need the page's font
    }

    [Fact]
    public void It_teaches_three_courses_of_three_to_five_lessons_each_ending_in_a_check()
    {
        Assert.Equal(["sales-process", "discovery", "leads-and-pool"], Shipped.Courses.Select(course => course.Id));
        Assert.All(Shipped.Courses, course =>
        {
            Assert.InRange(course.Lessons.Count, 3, 5);
            Assert.All(course.Lessons, lesson =>
            {
                Assert.True(lesson.Text is { English: not null, Chinese: not null }, lesson.Id);
                Assert.True(course.FindQuiz(lesson.Check)!.Families.Count >= 3, lesson.Id);
            });
        });
    }

    [Fact]
    public void Every_course_asks_fifteen_families_or_more_each_explained_in_both_languages_and_some_in_variants()
    {
        Assert.All(Shipped.Courses, course => Assert.True(course.Quizzes.SelectMany(quiz => quiz.Families).Count() >= 15, course.Id));
        Assert.All(Shipped.Families.Values.SelectMany(family => family.Variants.Select(variant => (family.Id, variant))), asked =>
        {
            Assert.True(asked.variant.Face is { English: not null, Chinese: not null } && asked.variant.Key.Feedback is { English: not null, Chinese: not null }, asked.Id);
            Assert.All([asked.variant.Key.Feedback.English!, asked.variant.Key.Feedback.Chinese!], said => Assert.True(said.General is not null || said.Options.Any(option => option is not null), asked.Id));
        });
        Assert.Contains(Shipped.Families.Values, family => family.Variants.Count > 1);
    }

    [Fact]
    public void It_has_all_that_a_new_seller_is_measured_and_led_by()
    {
        Assert.Equal(Shipped.Courses.Select(course => course.Id).Order(), Shipped.Certifications.Select(certification => certification.Course).Order());
        var path = Assert.Single(Shipped.Paths);
        Assert.Equal("sdr", path.Role);
        Assert.All(Shipped.Courses, course => Assert.Contains(path.Steps, step => step.Kind == PathStepKind.Course && step.Target == course.Id));
        Assert.All(Shipped.Certifications, certification => Assert.Contains(path.Steps, step => step.Kind == PathStepKind.Certification && step.Target == certification.Id));
        var role = Shipped.Readiness.Roles["sdr"];
        Assert.Equal(Shipped.Competencies.Select(competency => competency.Id).Order(), role.Competencies.Select(weighed => weighed.Competency).Order());
        Assert.All(role.Competencies.Where(weighed => weighed.Lambda < 1), weighed => Assert.Contains(Shipped.Scorecards, rubric => rubric.Criteria.Any(criterion => criterion.Competency == weighed.Competency)));
        Assert.All(role.Competencies, weighed => Assert.True(Shipped.Families.Values.Count(family => family.Competency == weighed.Competency) >= Shipped.Readiness.Entry.Families, weighed.Competency));
    }
}
