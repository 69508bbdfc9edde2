using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Grades what is stored of an attempt: by its keys, by what people made of open answers, and by what was granted or graded again where a mark was changed since.</summary>
internal sealed class PaperGrading(PaperShelf shelf, Library library, Clock clock)
{
    /// <summary>What an attempt comes to; null while an answer waits for a person to grade it.</summary>
    /// <param name="entry">The transaction.</param>
    /// <param name="attempt">The attempt.</param>
    /// <param name="granting">A contest that is being granted in this transaction, or null.</param>
    /// <param name="giving">A grade that is being given in this transaction, or null.</param>
    public async Task<Outcome?> Of(Entry entry, AttemptRow attempt, ContestRow? granting = null, GradeRow? giving = null)
    {
        var paper = await shelf.Of(entry.Db, attempt);
        var answers = (await entry.Reads.Rows(AnswerStatements.OfAttempt, AnswerStatements.Row, attempt.Id)).ToDictionary(a => a.Position);
        var corrected = attempt.FinishedAt is null ? [] : await CorrectedMark.Of(entry.Db, attempt.Id);
        if (granting is { ScoreAfter: { } raised })
            corrected[granting.Position] = corrected.GetValueOrDefault(granting.Position, new(null, 0, null, null)) with { Granted = raised };
        List<GradeRow> grades = attempt.FinishedAt is null || !paper.IsJudged ? [] : await entry.Db.Set<GradeRow>().AsNoTracking().Where(g => g.Attempt == attempt.Id).ToListAsync();
        if (giving is not null)
            grades.Add(giving);
        var given = grades.ToLookup(grade => grade.Position);
        return Of(paper.Questions, paper.Quiz.Pass, answers.GetValueOrDefault, corrected.GetValueOrDefault, number => given[number], entry.Act.Today);
    }

    /// <summary>What a paper comes to; null while an answer waits for a person to grade it.</summary>
    /// <param name="questions">What was asked.</param>
    /// <param name="pass">The pass mark, 0..1.</param>
    /// <param name="answer">The answer to a question by its number, or null.</param>
    /// <param name="corrected">Its mark where it was changed since, or null.</param>
    /// <param name="grades">What people gave it.</param>
    /// <param name="today">The day that counts for a question without an answer.</param>
    public Outcome? Of(
        IReadOnlyList<PaperQuestion> questions, double pass, Func<int, AttemptAnswerRow?> answer, Func<int, CorrectedMark?> corrected, Func<int, IEnumerable<GradeRow>> grades, DateOnly today)
    {
        MarkedQuestion?[] marks = [.. questions.Select(Mark)];
        return Array.TrueForAll(marks, mark => mark is not null) ? Grading.Of([.. marks.OfType<MarkedQuestion>()], pass) : null;

        MarkedQuestion? Mark(PaperQuestion question)
        {
            var (given, mark) = (answer(question.Number), corrected(question.Number));
            if (question.Score(StoredResponse.Read(question.Key, given?.Response ?? ""), Grades.Scores(grades(question.Number))) is not { } score)
                return null;
            var graded = question.Grade(CorrectedMark.Holding(mark, score), given is null ? today : clock.DayOf(given.SavedAt));
            return new(question.Family.Points, graded with { Edition = mark?.Edition ?? graded.Edition });
        }
    }

    /// <summary>Gives an ended attempt a result: its first, or another than it had. False when it had that one. A regrade says which it is.</summary>
    public bool Give(Entry entry, AttemptRow attempt, Outcome outcome, Guid? regrade = null)
    {
        if (attempt.Score == outcome.Score && attempt.Passed == outcome.Passed)
            return false;
        if (entry.Execute(AnswerStatements.Regrade, attempt.Id, outcome.Score, outcome.Passed) != 1)
            throw new InvalidOperationException($"Attempt {attempt.Id} is not there to be given a result.");
        entry.Record(attempt.Score is { } before
            ? new AttemptRegraded(attempt.Person, attempt.Id, attempt.Course, attempt.Quiz, attempt.Kind, before, outcome.Score, outcome.Passed, outcome.Answers, attempt.ContentHash, regrade, library.Now.Hash)
            : new AttemptGraded(attempt.Person, attempt.Id, attempt.Course, attempt.Quiz, attempt.Kind, outcome.Score, outcome.Passed, outcome.Answers, attempt.ContentHash));
        return true;
    }
}
