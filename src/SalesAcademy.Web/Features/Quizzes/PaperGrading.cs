using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Grades what is stored of an attempt: by its keys, by what people made of open answers, and by what was granted where a mark was contested.</summary>
internal sealed class PaperGrading(PaperShelf shelf, Clock clock)
{
    /// <summary>What an attempt comes to; null while an answer waits for a person to grade it.</summary>
    /// <param name="entry">The transaction.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="granting">A contest that is being granted in this transaction, or null.</param>
    /// <param name="giving">A grade that is being given in this transaction, or null.</param>
    public async Task<Outcome?> Of(Entry entry, AttemptRow attempt, ContestRow? granting = null, GradeRow? giving = null)
    {
        var paper = await shelf.Of(entry.Db, attempt);
        var answers = await entry.Db.Set<AttemptAnswerRow>().AsNoTracking().Where(a => a.Attempt == attempt.Id).ToDictionaryAsync(a => a.Position);
        var granted = attempt.FinishedAt is null ? [] : await entry.Db.Set<ContestRow>().AsNoTracking()
            .Where(c => c.Attempt == attempt.Id && c.DecidedAt != null && c.ScoreAfter != null).ToDictionaryAsync(c => c.Position, c => c.ScoreAfter!.Value);
        if (granting is { ScoreAfter: { } raised })
            granted[granting.Position] = raised;
        List<GradeRow> grades = attempt.FinishedAt is null || !paper.IsJudged ? [] : await entry.Db.Set<GradeRow>().AsNoTracking().Where(g => g.Attempt == attempt.Id).ToListAsync();
        if (giving is not null)
            grades.Add(giving);
        MarkedQuestion?[] marks = [.. paper.Questions.Select(Mark)];
        return Array.TrueForAll(marks, mark => mark is not null) ? Grading.Of([.. marks.OfType<MarkedQuestion>()], paper.Quiz.Pass) : null;

        MarkedQuestion? Mark(PaperQuestion question)
        {
            var answer = answers.GetValueOrDefault(question.Number);
            var day = answer is null ? entry.Act.Today : clock.DayOf(answer.SavedAt);
            var response = StoredResponse.Read(question.Key, answer?.Response ?? "");
            return question.Score(response, Grades.Scores(grades.Where(grade => grade.Position == question.Number))) is { } score
                ? new(question.Family.Points, question.Grade(Math.Max(score, granted.GetValueOrDefault(question.Number)), day)) : null;
        }
    }

    /// <summary>Gives an ended attempt a result: its first, or another than it had. False when it had that one.</summary>
    public static bool Give(Entry entry, AttemptRow attempt, Outcome outcome)
    {
        if (attempt.Score == outcome.Score && attempt.Passed == outcome.Passed)
            return false;
        if (entry.Execute(AnswerStatements.Regrade, attempt.Id, outcome.Score, outcome.Passed) != 1)
            throw new InvalidOperationException($"Attempt {attempt.Id} is not there to be given a result.");
        entry.Record(attempt.Score is { } before
            ? new AttemptRegraded(attempt.Person, attempt.Id, attempt.Course, attempt.Quiz, attempt.Kind, before, outcome.Score, outcome.Passed, outcome.Answers, attempt.ContentHash)
            : new AttemptGraded(attempt.Person, attempt.Id, attempt.Course, attempt.Quiz, attempt.Kind, outcome.Score, outcome.Passed, outcome.Answers, attempt.ContentHash));
        return true;
    }
}
