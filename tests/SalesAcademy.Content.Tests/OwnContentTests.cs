using SalesAcademy.Domain.Certificates;

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
        Assert.All(result.Catalogue!.Courses.SelectMany(course => course.Assets).Where(asset => asset.MediaType == "image/svg+xml"), asset => Assert.NotNull(asset.Drawing)); // their Chinese words need the page's font
    }

    [Fact]
    public void It_teaches_twelve_courses_in_their_order() => Assert.Equal(
        [
            "sales-process", "discovery", "leads-and-pool", "prospecting", "product-story", "objections", "negotiation", "numbers", "forecasting", "self-management", "working-together",
            "tools-and-data",
        ],
        Shipped.Courses.Select(course => course.Id));

    [Fact]
    public void Its_courses_have_four_to_eight_lessons_each_ending_in_a_check_and_a_battle_card()
    {
        Assert.All(Shipped.Courses, course =>
        {
            Assert.InRange(course.Lessons.Count, 4, 8);
            Assert.All(course.Lessons, lesson =>
            {
                Assert.True(lesson.Text is { English: not null, Chinese: not null }, lesson.Id);
                Assert.InRange(lesson.Text.English.Minutes, 4, 12);
                Assert.True(course.FindQuiz(lesson.Check)!.Families.Count >= 3, lesson.Id);
            });
        });
        Assert.All(Shipped.Courses.Where(course => course.Card is not null), course => Assert.True(course.Card is { English: not null, Chinese: not null }, course.Id));
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
        Assert.True(Shipped.Families.Count >= 240, $"{Shipped.Families.Count} families");
        Assert.True(Shipped.Families.Values.Count(family => family.Variants.Count > 1) >= 60, "families in variants");
    }

    [Fact]
    public void Every_course_is_certified_and_every_competency_can_be_measured()
    {
        Assert.Equal(Shipped.Courses.Select(course => course.Id).Order(), Shipped.Certifications.Select(certification => certification.Course).Order());
        Assert.All(Shipped.Courses.SelectMany(course => course.Competencies).Distinct(), competency =>
            Assert.True(Shipped.Families.Values.Count(family => family.Competency == competency) >= Shipped.Readiness.Entry.Families, competency));
    }

    [Fact]
    public void The_rules_of_the_pool_are_renewed_by_half_the_questions_and_none_of_the_first_ones()
    {
        var certification = Shipped.FindCertification("leads-and-pool")!;
        var course = Shipped.FindCourse(certification.Course)!;
        var (first, renewal) = (course.FindQuiz(certification.Quiz)!, course.FindQuiz(certification.Renewal.Quiz)!);

        Assert.True(certification.HasOwnRenewal);
        Assert.Equal((QuizKind.Certification, first.Draw / 2), (renewal.Kind, renewal.Draw));
        Assert.All(renewal.Families, family => Assert.True(family.Variants.All(variant => variant.Face is { English: not null, Chinese: not null }), family.Id));
        Assert.Equal((ExpiryBasis.PreviousEnd, new RenewalRule(60, 14)), (certification.Validity.Basis, certification.Renewal.Rule));
        Assert.Equal([60, 30, 7], certification.Renewal.ReminderDays);
    }

    [Fact]
    public void Every_role_is_led_by_a_path_to_what_its_tiers_ask_for_and_can_be_observed_in_what_it_is_measured_by()
    {
        Assert.All(Shipped.Readiness.Roles, role =>
        {
            var path = Assert.Single(Shipped.Paths, path => path.Role == role.Key);
            Assert.All(role.Value.Competencies, weighed => Assert.Contains(path.Steps, step => step.Kind == PathStepKind.Course && Shipped.FindCourse(step.Target)!.Competencies.Contains(weighed.Competency)));
            Assert.All(role.Value.Gates.SelectMany(gate => gate.Courses), course => Assert.Contains(path.Steps, step => step.Kind == PathStepKind.Course && step.Target == course));
            Assert.All(role.Value.Competencies.Where(weighed => weighed.Lambda < 1), weighed =>
                Assert.Contains(Shipped.Scorecards, rubric => rubric.Criteria.Any(criterion => criterion.Competency == weighed.Competency)));
        });
        var seller = Assert.Single(Shipped.Paths, path => path.Role == "sdr");
        Assert.All(Shipped.Readiness.Roles["sdr"].Gates.SelectMany(gate => gate.Certifications), certification =>
            Assert.Contains(seller.Steps, step => step.Kind == PathStepKind.Certification && step.Target == certification));
    }
}
