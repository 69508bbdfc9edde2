using SalesAcademy.Content;
using SalesAcademy.Domain.Paths;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>One line of the week: a lesson of a course that is due, or another step.</summary>
/// <param name="Step">The step it belongs to.</param>
/// <param name="Lesson">The lesson, where the step is a course.</param>
/// <param name="DoneOn">The person's local day it was done, if it is.</param>
internal sealed record WeekItem(PathStepStanding Step, LessonStanding? Lesson, DateOnly? DoneOn)
{
    public bool IsDone => DoneOn is not null;

    public string? Url => Lesson is null ? Step.Url : $"/courses/{Lesson.Lesson.Course}/{Lesson.Lesson.Id}";
}

/// <summary>What belongs to this week: what is due by Sunday or overdue, and what was done since Monday. With nothing due, the next step.</summary>
internal static class WeekOnPath
{
    public static IReadOnlyList<WeekItem> Of(PathStanding path, DateOnly today, TimeZoneInfo zone)
    {
        var sunday = PathPlan.EndOfWeek(today);
        var monday = sunday.AddDays(-6);
        var open = path.Steps.Where(step => step.DoneAt is null).ToArray();
        var due = open.Where(step => step.DueOn <= sunday).ToArray();
        var items = path.Steps.Where(step => due.Contains(step) || step.DoneAt is not null || (due.Length == 0 && step == open.FirstOrDefault())).SelectMany(Items);
        return [.. items.Where(item => item.DoneOn is not { } day || day >= monday).OrderBy(item => item.DoneOn is { } day ? today.DayNumber - day.DayNumber + 1 : 0)];

        IEnumerable<WeekItem> Items(PathStepStanding step) => step is { Kind: PathStepKind.Course, Course: { } course }
            ? course.Lessons.Where(lesson => step.DoneAt is null || lesson.IsCompleted).Select(lesson => new WeekItem(step, lesson, Day(lesson.CompletedAt)))
            : [new WeekItem(step, null, Day(step.DoneAt))];

        DateOnly? Day(DateTime? instant) => instant is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone)) : null;
    }
}
