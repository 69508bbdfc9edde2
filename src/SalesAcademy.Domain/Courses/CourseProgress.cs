namespace SalesAcademy.Domain.Courses;

/// <summary>What lessons add up to.</summary>
public static class CourseProgress
{
    /// <summary>How much of a course is done, 0..100, rounded down: the mean over its lessons, where one that is not completed counts what was read of it, at most 99. So 100 means that every lesson is completed.</summary>
    /// <param name="lessons">Of each lesson whether it is completed and how much of it was read, 0..100.</param>
    public static int Percent(IReadOnlyCollection<(bool Completed, int Read)> lessons) =>
        lessons.Count == 0 ? 0 : lessons.Sum(lesson => lesson.Completed ? 100 : Math.Clamp(lesson.Read, 0, 99)) / lessons.Count;

    /// <summary>Whether every lesson the course has now is among those completed. A lesson that left the course is not asked for; a course without lessons is never completed.</summary>
    public static bool IsCompleted(IReadOnlyCollection<string> lessons, IReadOnlySet<string> completed) =>
        lessons.Count > 0 && lessons.All(completed.Contains);

    /// <summary>How many right answers a check asks for: the least n with n of m at or above the pass mark.</summary>
    /// <param name="pass">The pass mark, 0..1.</param>
    /// <param name="asked">m, the questions asked.</param>
    public static int RightAnswersToPass(double pass, int asked)
    {
        // 0.6 of 5 is 3, though 0.6 * 5 may come out a hair above it.
        const double Hair = 1e-9;
        return (int)Math.Ceiling((pass * asked) - Hair);
    }
}
