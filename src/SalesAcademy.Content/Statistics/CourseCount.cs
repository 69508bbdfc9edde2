namespace SalesAcademy.Content.Statistics;

/// <summary>What one course holds.</summary>
/// <param name="Id">The course.</param>
/// <param name="Lessons">Its lessons, written in either language.</param>
/// <param name="EnglishLessons">Those written in English.</param>
/// <param name="ChineseLessons">Those written in Chinese.</param>
/// <param name="EnglishMinutes">Reading time of what is written in English, in minutes.</param>
/// <param name="ChineseMinutes">Reading time of what is written in Chinese, in minutes.</param>
/// <param name="Quizzes">Its quizzes, checks included.</param>
/// <param name="Families">Its question families.</param>
/// <param name="Variants">All variants of them.</param>
public sealed record CourseCount(
    string Id, int Lessons, int EnglishLessons, int ChineseLessons, int EnglishMinutes, int ChineseMinutes, int Quizzes, int Families, int Variants)
{
    internal static CourseCount Of(Course course)
    {
        var families = course.Quizzes.SelectMany(quiz => quiz.Families).ToArray();
        return new(
            course.Id,
            course.Lessons.Count,
            course.Lessons.Count(lesson => lesson.Text.English is not null),
            course.Lessons.Count(lesson => lesson.Text.Chinese is not null),
            course.Lessons.Sum(lesson => lesson.Text.English?.Minutes ?? 0),
            course.Lessons.Sum(lesson => lesson.Text.Chinese?.Minutes ?? 0),
            course.Quizzes.Count,
            families.Length,
            families.Sum(family => family.Variants.Count));
    }
}
