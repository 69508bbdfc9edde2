using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Finds what a regrade would change: the same for its preview and inside its command, so that nothing else is applied than was seen.</summary>
internal sealed class RegradeReading(QuizEditions editions, PaperGrading grading)
{
    /// <summary>Ended attempts that were asked this version; null when it was never asked.</summary>
    public async Task<IQueryable<AttemptRow>?> Asked(AcademyDb db, QuestionVersion version, CancellationToken cancellation = default)
    {
        var ended = db.Set<AttemptRow>().AsNoTracking().Where(a => a.Course == version.Course && a.Quiz == version.Quiz && a.Score != null); // one that waits for a grader has no result to change
        var hashes = (await ended.Select(a => a.ContentHash).Distinct().ToListAsync(cancellation))
            .Where(hash => editions.At(hash, version.Course, version.Quiz) is { } quiz && quiz.Families.Any(f => f.Hash == version.Edition && f.Id == version.Family)).ToArray();
        return hashes.Length == 0 ? null : ended.Where(a => hashes.Contains(a.ContentHash)
            && db.Set<AttemptQuestionRow>().Any(q => q.Attempt == a.Id && q.Family == version.Family && q.Variant == version.Variant));
    }

    /// <summary>What would change; null when this version was never asked.</summary>
    /// <param name="db">Where to read.</param>
    /// <param name="version">The question as it was asked.</param>
    /// <param name="wish">By what to grade; null for the new key where there is one.</param>
    /// <param name="mayFall">Whether marks may also fall.</param>
    /// <param name="today">The organisation's day.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<RegradePreview?> Of(AcademyDb db, QuestionVersion version, RegradeWay? wish, bool mayFall, DateOnly today, CancellationToken cancellation = default)
    {
        if (await Asked(db, version, cancellation) is not { } asked || await asked.ToListAsync(cancellation) is not [var first, ..] attempts)
            return null;
        var quiz = editions.At(first.ContentHash, version.Course, version.Quiz)!; // it was asked under this catalogue
        var family = quiz.Families.Single(f => f.Id == version.Family);
        var published = editions.Published(version.Course, version.Quiz, version.Family);
        var correction = QuizEditions.Correction(family.FindVariant(version.Variant)!, published) switch // it was asked, so it is in its family
        {
            Accepted<KeyCorrection> { Value.IsNone: true } => new Refusal("regrade-same-key"),
            var other => other,
        };
        var way = wish ?? (correction is Accepted<KeyCorrection> ? RegradeWay.NewKey : RegradeWay.FullMarks);
        var preview = new RegradePreview(version, quiz, family, published, (correction as Refused<KeyCorrection>)?.Reason, way, mayFall, attempts.Count);
        return way == RegradeWay.NewKey && correction is Refused<KeyCorrection>
            ? preview
            : preview with { Changes = await Changes(db, asked, attempts, preview, (correction as Accepted<KeyCorrection>)?.Value, today, cancellation) };
    }

    private async Task<IReadOnlyList<RegradeChange>> Changes(
        AcademyDb db, IQueryable<AttemptRow> asked, IReadOnlyList<AttemptRow> attempts, RegradePreview preview, KeyCorrection? correction, DateOnly today, CancellationToken cancellation)
    {
        var questions = (await asked.Join(db.Set<AttemptQuestionRow>().AsNoTracking(), a => a.Id, q => q.Attempt, (_, q) => q).ToListAsync(cancellation)).ToLookup(q => q.Attempt);
        var answers = await asked.Join(db.Set<AttemptAnswerRow>().AsNoTracking(), a => a.Id, x => x.Attempt, (_, x) => x).ToDictionaryAsync(x => (x.Attempt, x.Position), cancellation);
        var corrected = await CorrectedMark.Of(db, asked, cancellation);
        var grades = (await asked.Join(db.Set<GradeRow>().AsNoTracking(), a => a.Id, g => g.Attempt, (_, g) => g).ToListAsync(cancellation)).ToLookup(g => (g.Attempt, g.Position));
        return [.. attempts.Select(Change).OfType<RegradeChange>().OrderBy(change => change.Attempt.Id)];

        RegradeChange? Change(AttemptRow attempt)
        {
            var quiz = editions.At(attempt.ContentHash, attempt.Course, attempt.Quiz)!; // only of catalogues that were found
            var paper = questions[attempt.Id].OrderBy(q => q.Position).Select(q => PaperQuestion.Of(q.Position, quiz.Families.Single(f => f.Id == q.Family), q.Variant, q.Options)).ToArray();
            var question = paper.Single(q => q.Family.Id == preview.Version.Family);
            var response = StoredResponse.Read(question.Key, Answer(question.Number)?.Response ?? "");
            var mark = corrected.GetValueOrDefault((attempt.Id, question.Number));
            var before = CorrectedMark.Holding(mark, question.Score(response, Grades.Scores(grades[(attempt.Id, question.Number)])) ?? 0);
            var after = Regrading.Mark(before, preview.Way == RegradeWay.NewKey ? correction!.Score(response) : 1, mark?.Granted, preview.MayFall); // the new key is only taken where there is one
            if (Math.Abs(after - before) < Rounding)
                return null;
            var regraded = new CorrectedMark(after, (mark?.Regrades ?? 0) + 1, preview.ToEdition, mark?.Granted);
            var outcome = grading.Of(paper, quiz.Pass, Answer, number => number == question.Number ? regraded : corrected.GetValueOrDefault((attempt.Id, number)), number => grades[(attempt.Id, number)], today);
            return new(attempt, question.Number, regraded.Regrades, before, after, outcome!); // it had a result, so nothing of it waits

            AttemptAnswerRow? Answer(int number) => answers.GetValueOrDefault((attempt.Id, number));
        }
    }

    // Shares of points are sums of thirds.
    private const double Rounding = 1e-9;
}
