using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content.Drafting;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A lesson as its author wants to begin it.</summary>
internal record NewLessonForm
{
    public string? Id { get; init; }

    public string? EnglishTitle { get; init; }

    public string? ChineseTitle { get; init; }
}

/// <summary>A course as its author wants to begin it.</summary>
internal sealed record NewCourseForm : NewLessonForm
{
    /// <summary>What it teaches; the first is what the questions of its check are evidence for.</summary>
    public IReadOnlyList<string>? Competencies { get; init; }
}

/// <summary>
/// Begins a lesson with its check, or a course with its first lesson, in both languages and as `content new` does: drafts that are published together. A lesson
/// stands behind all lessons of its course, also behind those that others are just beginning.
/// </summary>
internal sealed class StartDrafts(KeepDrafts drafts, IDbContextFactory<AcademyDb> contexts, AcademyOptions options)
{
    /// <summary>A longer title does not fit the outline of a course.</summary>
    public const int LongestTitle = 120;

    /// <summary>The path of its first page. Refused: lesson-name, lesson-taken, lesson-title, lesson-nowhere, lesson-faulty while the content has errors, draft-raced.</summary>
    public async Task<Decision<string>> Lesson(Act act, string course, NewLessonForm form, string locale, CancellationToken cancellation) =>
        await Begin(act, new(DraftKind.Lesson, course, form.Id?.Trim() ?? ""), form, cancellation) switch
        {
            Accepted<IReadOnlyList<DraftFile>> { Value: var files } => files.Select(file => file.Path).First(path => EditedPlace.Of(path) is { IsLesson: true } place && place.Locale == locale),
            var refused => ((Refused<IReadOnlyList<DraftFile>>)refused).Reason,
        };

    /// <summary>The path of the file that says what the course is. Refused as a lesson is, and with course-taken and course-competencies.</summary>
    public async Task<Decision<string>> Course(Act act, NewCourseForm form, CancellationToken cancellation)
    {
        var id = form.Id?.Trim() ?? "";
        if (form.Competencies is not [_, ..] competencies)
            return new Refusal("course-competencies");
        return await Begin(act, new(DraftKind.Course, id, id) { Competencies = competencies }, form, cancellation) switch
        {
            Accepted<IReadOnlyList<DraftFile>> => ContentEditing.CourseFile(id),
            Refused<IReadOnlyList<DraftFile>> { Reason: var reason } => reason.Key == "lesson-taken" ? new Refusal("course-taken") : reason,
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };
    }

    /// <summary>What keeps a course from having that id, as far as a glance tells: Name, Taken, or nothing.</summary>
    public async Task<DraftFault?> FaultOf(string? id, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return ContentDraft.FaultOfCourse(options.Content, id?.Trim() ?? "", await Planned(db, cancellation));
    }

    private async Task<Decision<IReadOnlyList<DraftFile>>> Begin(Act act, DraftRequest request, NewLessonForm form, CancellationToken cancellation)
    {
        if (new[] { form.EnglishTitle, form.ChineseTitle }.Any(title => title?.Trim() is not { Length: > 0 and <= LongestTitle }))
            return new Refusal("lesson-title", LongestTitle);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var planned = await Planned(db, cancellation);
        var plan = ContentDraft.Plan(options.Content, request with { EnglishTitle = form.EnglishTitle, ChineseTitle = form.ChineseTitle, Planned = planned }, cancellation);
        if (plan.Fault is { } fault)
            return new Refusal($"lesson-{fault.ToString().ToLowerInvariant()}", LongestTitle);
        return await drafts.Start(act, [.. plan.Files.Select(file => (file.Path, file.Text))], planned) is Refused<int> { Reason: var reason } ? reason : new Accepted<IReadOnlyList<DraftFile>>(plan.Files);
    }

    private static Task<List<string>> Planned(AcademyDb db, CancellationToken cancellation) =>
        db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.BeganFrom == "").Select(draft => draft.Path).ToListAsync(cancellation);
}
