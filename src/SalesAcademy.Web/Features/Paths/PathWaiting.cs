using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Paths;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>The next thing on a person's path that they can do themselves: a lesson, or a certification quiz.</summary>
internal sealed class PathWaiting(Enrolments enrolments, AcademyDb db, Moments moments, IStringLocalizer<Words> words) : IWaiting
{
    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        var paths = await enrolments.Of(db, person.Id, moments.Today, cancellation);
        return [.. paths.Select(path => path.Steps.FirstOrDefault(IsMine)).OfType<PathStepStanding>().Select(step => Work(step, person.ContentLanguage))];
    }

    private static bool IsMine(PathStepStanding step) => step is { Url: not null, Standing.State: StepState.Open or StepState.InProgress };

    private WaitingWork Work(PathStepStanding step, string language)
    {
        var due = words[step.Standing.IsOverdue ? "was-due" : "due", moments.Day(step.DueOn)];
        var urgency = step.Standing switch { { IsOverdue: true } => 80, { IsDueSoon: true } => 60, _ => 40 };
        var title = step.Title.In(language).Value;
        if (step is not { Kind: PathStepKind.Course, Course: { Next: { } next } course })
            return new(words["waiting.certification", title], words["open"], step.Url!, due, "certificate", urgency);
        var text = next.Lesson.Text.In(language).Value;
        return new(
            words["waiting.lesson", text.Title, next.Lesson.Number, course.Lessons.Count, title],
            words[next.IsBegun ? "continue" : "start"],
            step.Url!,
            words["waiting.detail", words.Count("minutes", text.Minutes), due],
            "book",
            urgency);
    }
}
