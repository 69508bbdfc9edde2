using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Grades what is stored of an attempt: by its keys, and by what was granted where a mark was contested.</summary>
internal sealed class PaperGrading(PaperShelf shelf, Clock clock)
{
    /// <param name="entry">The transaction.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="granting">A contest that is being granted in this transaction, or null.</param>
    public async Task<Outcome> Of(Entry entry, AttemptRow attempt, ContestRow? granting = null)
    {
        var paper = await shelf.Of(entry.Db, attempt);
        var answers = await entry.Db.Set<AttemptAnswerRow>().AsNoTracking().Where(a => a.Attempt == attempt.Id).ToDictionaryAsync(a => a.Position);
        var granted = attempt.FinishedAt is null ? [] : await entry.Db.Set<ContestRow>().AsNoTracking()
            .Where(c => c.Attempt == attempt.Id && c.DecidedAt != null && c.ScoreAfter != null).ToDictionaryAsync(c => c.Position, c => c.ScoreAfter!.Value);
        if (granting is { ScoreAfter: { } raised })
            granted[granting.Position] = raised;
        return Grading.Of([.. paper.Questions.Select(Mark)], paper.Quiz.Pass);

        MarkedQuestion Mark(PaperQuestion question)
        {
            var answer = answers.GetValueOrDefault(question.Number);
            var day = answer is null ? entry.Act.Today : clock.DayOf(answer.SavedAt);
            var graded = question.Grade(StoredResponse.Read(question.Key, answer?.Response ?? ""), day);
            return new MarkedQuestion(question.Family.Points, graded with { Score = granted.GetValueOrDefault(question.Number, graded.Score) });
        }
    }
}
