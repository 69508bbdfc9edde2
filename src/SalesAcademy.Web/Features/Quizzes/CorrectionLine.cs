using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A mark that a regrade changed, before its person: by whom, when and why.</summary>
/// <param name="Mark">The mark before and after.</param>
/// <param name="Regrade">The regrade.</param>
/// <param name="By">Who applied it.</param>
/// <param name="Reason">Why; null once erased.</param>
internal sealed record CorrectionLine(RegradedMarkRow Mark, RegradeRow Regrade, string By, string? Reason)
{
    /// <summary>Those of an attempt, by question and in the order they came.</summary>
    public static async Task<IReadOnlyList<CorrectionLine>> Of(AcademyDb db, Guid attempt, CancellationToken cancellation) => await (
        from mark in db.Set<RegradedMarkRow>()
        where mark.Attempt == attempt
        join regrade in db.Set<RegradeRow>() on mark.Regrade equals regrade.Id
        join person in db.Set<PersonRow>() on regrade.By equals person.Id
        from reason in db.Set<SpokenRow>().Where(s => s.Id == regrade.Reason).DefaultIfEmpty()
        orderby mark.Position, mark.Number
        select new CorrectionLine(mark, regrade, person.Name, reason.Words)).AsNoTracking().ToListAsync(cancellation);
}

/// <summary>A question of an attempt under the key that was found to be right since.</summary>
/// <param name="Question">The question with its options where the file has them now.</param>
/// <param name="Correction">What became of its key.</param>
internal sealed record CorrectedQuestion(PaperQuestion Question, KeyCorrection Correction)
{
    /// <summary>The question under the key of that family; null when its answers cannot be read there.</summary>
    public static CorrectedQuestion? Of(PaperQuestion question, Content.QuestionFamily? family) =>
        QuizEditions.Correction(question.Variant, family) is Accepted<KeyCorrection> { Value: var correction }
            ? new(question with { Family = family!, Variant = family!.FindVariant(question.Variant.Id)!, Order = [.. question.Order.Select(option => correction.Places[option])] }, correction) // accepted only with a variant
            : null;
}
