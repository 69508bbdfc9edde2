using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Says how far somebody is with a lesson, the same on the page and in the answer to its script.</summary>
internal sealed class ReadingWords(IStringLocalizer<Words> words, Moments moments)
{
    /// <summary>62 % read, check not answered.</summary>
    public string Standing(LessonStanding lesson) => lesson.IsCompleted
        ? words["standing.completed"]
        : words["standing.open", lesson.IsRead ? words["standing.read"] : words["standing.percent", lesson.Percent], Check(lesson)];

    /// <summary>What completes the lesson: read to the end and answer n of m in the check.</summary>
    public string Rule(Course course, Lesson lesson) => course.FindQuiz(lesson.Check) is { } check
        ? words["rule", CourseProgress.RightAnswersToPass(check.Pass, check.Draw), check.Draw]
        : words["rule.read"];

    /// <summary>Progress saved 09:41; empty before anything was saved.</summary>
    public string Saved(LessonStanding lesson) => lesson.LastAt is { } at ? words["saved", moments.Moment(at)] : "";

    /// <summary>Under a lesson of the outline: 9 minutes · 62 % read.</summary>
    public string Brief(LessonStanding lesson, int minutes) =>
        lesson.Check is { } check && lesson.IsRead ? words["brief.check", words.Count("minutes", minutes), check.Right, check.Asked]
        : lesson.Percent > 0 ? words["brief.percent", words.Count("minutes", minutes), lesson.Percent]
        : words.Count("minutes", minutes);

    private string Check(LessonStanding lesson) =>
        lesson.Check is not { } check ? words["standing.unchecked"]
        : words[lesson.IsChecked ? "standing.passed" : "standing.failed", check.Right, check.Asked];
}
