using SalesAcademy.Domain.Courses;

namespace SalesAcademy.Domain.Tests.Courses;

public sealed class CourseProgressTests
{
    [Fact]
    public void A_course_is_at_100_only_when_every_lesson_is_completed()
    {
        Assert.Equal(100, CourseProgress.Percent([(true, 100), (true, 0)]));
        Assert.Equal(99, CourseProgress.Percent([(true, 100), (false, 100)])); // read, its check not passed
        Assert.Equal(53, CourseProgress.Percent([(true, 100), (false, 60), (false, 0)]));
        Assert.Equal(0, CourseProgress.Percent([]));
    }

    [Fact]
    public void A_lesson_that_left_the_course_is_not_asked_for_and_a_new_one_is()
    {
        HashSet<string> completed = ["opening", "gone"];

        Assert.True(CourseProgress.IsCompleted(["opening"], completed));
        Assert.False(CourseProgress.IsCompleted(["opening", "new"], completed));
        Assert.False(CourseProgress.IsCompleted([], completed));
    }

    [Theory, InlineData(0.6, 5, 3), InlineData(0.6, 4, 3), InlineData(0.75, 4, 3), InlineData(0.8, 10, 8), InlineData(0.7, 10, 7), InlineData(1, 3, 3), InlineData(0.01, 3, 1)]
    public void The_boundary_passes_a_check(double pass, int asked, int right) => Assert.Equal(right, CourseProgress.RightAnswersToPass(pass, asked));
}
