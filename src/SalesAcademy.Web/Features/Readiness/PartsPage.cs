using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Whether and why an answer counts.</summary>
internal enum AnswerFate
{
    /// <summary>The latest counted answer of its question: this is the evidence.</summary>
    Counts,

    /// <summary>Counted until a later one replaced it; it still says how firmly the question is remembered.</summary>
    Replaced,

    /// <summary>Not the first of its day.</summary>
    SameDay,

    /// <summary>The question is no longer asked, or asks something else now.</summary>
    Retired,
}

/// <summary>One answer behind a figure.</summary>
/// <param name="Row">As stored.</param>
/// <param name="Question">What was asked; an examination's question is only named by its quiz.</param>
/// <param name="Fate">Whether it counts.</param>
/// <param name="Recall">Recall today, 0..1, of one that counts and was at least half right.</param>
internal sealed record AnswerLine(AnswerRow Row, Localised<string> Question, AnswerFate Fate, double? Recall);

/// <summary>One observation behind a figure.</summary>
internal sealed record ObservationLine(ObservationRow Row, string Rater, Localised<string> Rubric, bool Counts);

/// <summary>One competency with the rows behind its figures, newest first.</summary>
internal sealed record PartRows(Part Part, IReadOnlyList<AnswerLine> Answers, IReadOnlyList<ObservationLine> Observations);

/// <summary>How each part is computed, with the seller's own figures and every row behind them.</summary>
internal sealed record PartsPage(SellerPicture Seller, bool IsOwn, Parts Parts, IReadOnlyList<PartRows> Competencies, IReadOnlyList<AnswerLine> Dropped)
{
    public static async Task<PartsPage> Of(AcademyDb db, SellerPicture seller, bool isOwn)
    {
        var raters = seller.Evidence.Observations.Select(o => o.Rater).Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => raters.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var parts = Parts.Of(seller);
        var answers = AnswerLines.Of(seller);
        var live = answers.Where(line => line.Fate != AnswerFate.Retired).ToLookup(line => seller.Catalogue.Families[line.Row.Family].Competency);
        var counted = seller.Assessment.Observations.Select(o => o.Order).ToHashSet();
        var observations = seller.Evidence.Observations.OrderByDescending(o => o.Order)
            .Select(row => new ObservationLine(row, names.GetValueOrDefault(row.Rater, ""), RubricOf(row), counted.Contains(row.Order)))
            .ToLookup(line => line.Row.Competency);
        return new PartsPage(seller, isOwn, parts,
            [.. parts.Rows.Select(part => new PartRows(part, [.. live[part.Weighed.Competency]], [.. observations[part.Weighed.Competency]]))],
            [.. answers.Where(line => line.Fate == AnswerFate.Retired)]);

        Localised<string> RubricOf(ObservationRow row) => seller.Catalogue.FindRubric(row.Rubric)?.Title ?? new(row.Rubric, row.Rubric);
    }
}

/// <summary>Says of every answer whether it counts, newest first.</summary>
internal static partial class AnswerLines
{
    public static IReadOnlyList<AnswerLine> Of(SellerPicture seller)
    {
        var evidence = seller.Assessment.Families.ToDictionary(e => e.Family.Id, StringComparer.Ordinal);
        var kept = seller.Record.Answers.Where(a => evidence.TryGetValue(a.Family, out var e) && e.Family.Edition == a.Edition).ToArray();
        var firsts = kept.GroupBy(a => (a.Family, a.Date)).Select(day => day.MinBy(a => a.Order)!.Order).ToHashSet(); // a group is never empty
        var live = kept.Select(a => a.Order).ToHashSet();
        return [.. seller.Evidence.Answers.OrderByDescending(row => row.Order).Select(row => FateOf(row) switch
        {
            AnswerFate.Counts => new AnswerLine(row, QuestionOf(row), AnswerFate.Counts, row.Score >= 0.5 ? evidence[row.Family].Recall(seller.Day) : null),
            var fate => new AnswerLine(row, QuestionOf(row), fate, null),
        })];

        AnswerFate FateOf(AnswerRow row) =>
            !live.Contains(row.Order) ? AnswerFate.Retired
            : !firsts.Contains(row.Order) ? AnswerFate.SameDay
            : evidence[row.Family].Last == row.Day ? AnswerFate.Counts
            : AnswerFate.Replaced;

        Localised<string> QuestionOf(AnswerRow row)
        {
            if (!seller.Catalogue.Families.TryGetValue(row.Family, out var family))
                return new(row.Family, row.Family);
            var quiz = seller.Catalogue.FindCourse(family.Course)!.FindQuiz(family.Quiz)!; // a family of the catalogue has both
            return family.Pool == QuestionPool.Exam ? quiz.Title : family.Variants[0].Face.Select(face => Plain(face.Title));
        }
    }

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
