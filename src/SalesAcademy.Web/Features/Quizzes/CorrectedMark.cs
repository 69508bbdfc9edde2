using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A mark that a person changed after its attempt had ended: it holds, whatever the key of the attempt says.</summary>
/// <param name="Regraded">What the newest regrade made of it, 0..1; null without one.</param>
/// <param name="Regrades">How many regrades changed it.</param>
/// <param name="Edition">The hash of the family whose key gave it; null where it is the one that was asked.</param>
/// <param name="Granted">What was granted in a contest, 0..1; null without one.</param>
internal sealed record CorrectedMark(double? Regraded, int Regrades, string? Edition, double? Granted)
{
    /// <summary>The mark that holds: what a person granted is not taken back by a regrade.</summary>
    public double Score => Math.Max(Regraded ?? 0, Granted ?? 0);

    /// <summary>The mark that holds of a question that was graded so, 0..1: the newest regrade counts instead, and what was granted is the least.</summary>
    public static double Holding(CorrectedMark? mark, double graded) => mark is null ? graded : mark.Regraded is null ? Math.Max(graded, mark.Granted ?? 0) : mark.Score;

    /// <summary>Those of one attempt, by the number of the question.</summary>
    public static async Task<Dictionary<int, CorrectedMark>> Of(AcademyDb db, Guid attempt, CancellationToken cancellation = default) =>
        (await Of(db, db.Set<AttemptRow>().Where(a => a.Id == attempt), cancellation)).ToDictionary(mark => mark.Key.Position, mark => mark.Value);

    /// <summary>Those of many, in two queries however many they are.</summary>
    public static async Task<Dictionary<(Guid Attempt, int Position), CorrectedMark>> Of(AcademyDb db, IQueryable<AttemptRow> attempts, CancellationToken cancellation = default)
    {
        var granted = await (
            from attempt in attempts
            join contest in db.Set<ContestRow>() on attempt.Id equals contest.Attempt
            where contest.ScoreAfter > contest.Score
            select new { contest.Attempt, contest.Position, contest.ScoreAfter }).ToListAsync(cancellation);
        var regraded = await (
            from attempt in attempts
            join mark in db.Set<RegradedMarkRow>() on attempt.Id equals mark.Attempt
            join regrade in db.Set<RegradeRow>() on mark.Regrade equals regrade.Id
            select new { mark.Attempt, mark.Position, mark.Number, mark.After, regrade.ToEdition }).ToListAsync(cancellation);
        var marks = regraded.GroupBy(mark => (mark.Attempt, mark.Position)).Select(same => same.MaxBy(mark => mark.Number)!) // a group is never empty
            .ToDictionary(mark => (mark.Attempt, mark.Position), mark => new CorrectedMark(mark.After, mark.Number, mark.ToEdition, null));
        foreach (var contest in granted)
            marks[(contest.Attempt, contest.Position)] = marks.GetValueOrDefault((contest.Attempt, contest.Position), new(null, 0, null, null)) with { Granted = contest.ScoreAfter };
        return marks;
    }
}
