using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content.Drafting;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A lesson as its author wants to begin it.</summary>
internal sealed record NewLessonForm
{
    public string? Id { get; init; }

    public string? EnglishTitle { get; init; }

    public string? ChineseTitle { get; init; }
}

/// <summary>
/// Begins a lesson in both languages with its check, as `content new` does: four drafts that are published together. It stands behind all lessons of the course,
/// also behind those that others are just beginning.
/// </summary>
internal sealed class StartLesson(KeepDrafts drafts, IDbContextFactory<AcademyDb> contexts, AcademyOptions options)
{
    /// <summary>A longer title does not fit the outline of a course.</summary>
    public const int LongestTitle = 120;

    /// <summary>The path of its first page. Refused: lesson-name, lesson-taken, lesson-title, lesson-nowhere, lesson-faulty while the content has errors, draft-raced.</summary>
    public async Task<Decision<string>> Run(Act act, string course, NewLessonForm form, string locale, CancellationToken cancellation)
    {
        if (new[] { form.EnglishTitle, form.ChineseTitle }.Any(title => title?.Trim() is not { Length: > 0 and <= LongestTitle }))
            return new Refusal("lesson-title", LongestTitle);
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var planned = await db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.BeganFrom == "").Select(draft => draft.Path).ToListAsync(cancellation);
        var request = new DraftRequest(DraftKind.Lesson, course, form.Id?.Trim() ?? "") { EnglishTitle = form.EnglishTitle, ChineseTitle = form.ChineseTitle, Planned = planned };
        var plan = ContentDraft.Plan(options.Content, request, cancellation);
        if (plan.Fault is { } fault)
            return new Refusal($"lesson-{fault.ToString().ToLowerInvariant()}", LongestTitle);
        return await drafts.Start(act, [.. plan.Files.Select(file => (file.Path, file.Text))], planned) is Refused<int> { Reason: var reason }
            ? reason
            : plan.Files.Select(file => file.Path).First(path => EditedPlace.Of(path) is { IsLesson: true } place && place.Locale == locale);
    }
}
