using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A preview before whoever may apply it.</summary>
/// <param name="Preview">What would change.</param>
/// <param name="Lines">The attempts behind it.</param>
/// <param name="Form">What was chosen.</param>
/// <param name="All">Whether every line is shown.</param>
/// <param name="Language">The reader's content language.</param>
internal sealed record RegradePreviewPage(RegradePreview Preview, IReadOnlyList<RegradedLine> Lines, RegradeForm Form, bool All, string Language)
{
    /// <summary>The question before and after, without an answer of anybody.</summary>
    public ReviewedQuestion Then => Keyed(Preview.Family);

    public ReviewedQuestion? Now => Preview is { NoNewKey: null, Published: { } published } ? Keyed(published) : null;

    public static async Task<RegradePreviewPage> Of(AcademyDb db, RegradePreview preview, RegradeForm form, bool all, string language, CancellationToken cancellation) =>
        new(preview, await RegradedLine.Of(db, preview.Changes, cancellation), form, all, language);

    private ReviewedQuestion Keyed(QuestionFamily family)
    {
        var key = family.FindVariant(Preview.Version.Variant)!.Key.Answer; // it was asked, and a new key is one of the same variant
        var question = PaperQuestion.Of(1, family, Preview.Version.Variant, Places.Write(Enumerable.Range(0, key.Options)));
        return ReviewedQuestion.Of(question, Language, key.Nothing) with { General = null, IsOthers = true };
    }
}

/// <summary>The record of a regrade: who, when, why, and every mark it changed.</summary>
/// <param name="Row">The regrade.</param>
/// <param name="Quiz">The quiz as it was published then; null when its catalogue is no longer kept.</param>
/// <param name="By">Who applied it.</param>
/// <param name="Reason">Why; null once erased.</param>
/// <param name="Lines">The marks it changed.</param>
/// <param name="All">Whether every line is shown.</param>
/// <param name="Language">The reader's content language.</param>
internal sealed record RegradePage(RegradeRow Row, Quiz? Quiz, string By, string? Reason, IReadOnlyList<RegradedLine> Lines, bool All, string Language)
{
    public static async Task<RegradePage?> Read(AcademyDb db, QuizEditions editions, Guid id, bool all, string language, CancellationToken cancellation) =>
        await RegradeLine.Of(db, db.Set<RegradeRow>().Where(r => r.Id == id), cancellation) is not [var line] ? null : new(
            line.Row, editions.At(line.Row.ContentHash, line.Row.Course, line.Row.Quiz), line.By, line.Reason, await RegradedLine.Of(db, id, cancellation), all, language);
}

/// <summary>A regrade with who applied it and why.</summary>
internal sealed record RegradeLine(RegradeRow Row, string By, string? Reason)
{
    /// <summary>These regrades, the newest first.</summary>
    public static async Task<IReadOnlyList<RegradeLine>> Of(AcademyDb db, IQueryable<RegradeRow> regrades, CancellationToken cancellation) => await (
        from regrade in regrades
        join person in db.Set<PersonRow>() on regrade.By equals person.Id
        from reason in db.Set<SpokenRow>().Where(s => s.Id == regrade.Reason).DefaultIfEmpty()
        orderby regrade.At descending, regrade.Id descending
        select new RegradeLine(regrade, person.Name, reason.Words)).AsNoTracking().ToListAsync(cancellation);
}
