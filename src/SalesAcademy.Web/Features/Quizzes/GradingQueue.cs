using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An answer that a person judges, in the grading queue.</summary>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Paper">What was asked.</param>
/// <param name="Question">The question.</param>
/// <param name="Graded">How many have graded it so far.</param>
/// <param name="MineAt">When the reader graded it; null when they have not.</param>
internal sealed record AwaitedAnswer(AttemptRow Attempt, string Person, Paper Paper, PaperQuestion Question, int Graded, DateTime? MineAt)
{
    public string Url => GradingController.AddressOf(Attempt.Id, Question.Number);

    /// <summary>How many grades it takes: a third where two lie too far apart.</summary>
    public int Needed => Math.Max(((RubricKey)Question.Key).Graders, Graded + (MineAt is null ? 1 : 0));
}

/// <summary>The answers of somebody's people that wait for a grader, the oldest first.</summary>
internal sealed class GradingQueue(AcademyDb db, PaperShelf shelf)
{
    /// <summary>As many attempts are read at once; the next ones come up as these are graded.</summary>
    public const int Most = 100;

    /// <summary>Attempts of one's people that have ended and have no result yet.</summary>
    public IQueryable<AttemptRow> Attempts(CurrentPerson grader)
    {
        var people = Learners.Of(db, grader).Select(p => p.Id);
        return db.Set<AttemptRow>().Where(a => a.FinishedAt != null && a.Score == null && people.Contains(a.Person));
    }

    /// <summary>What waits: for the reader, and for somebody else since the reader has graded it.</summary>
    public async Task<IReadOnlyList<AwaitedAnswer>> Read(CurrentPerson grader, CancellationToken cancellation)
    {
        var oldest = Attempts(grader).OrderBy(a => a.FinishedAt).ThenBy(a => a.Id).Take(Most);
        var attempts = await oldest.AsNoTracking().Join(db.Set<PersonRow>(), a => a.Person, p => p.Id, (attempt, person) => new { attempt, person.Name }).ToListAsync(cancellation);
        var ids = attempts.Select(a => a.attempt.Id).ToArray();
        var answered = (await db.Set<AttemptAnswerRow>().Where(a => ids.Contains(a.Attempt) && a.Response != "").Select(a => new { a.Attempt, a.Position }).ToListAsync(cancellation))
            .Select(a => (a.Attempt, a.Position)).ToHashSet();
        var grades = (await db.Set<GradeRow>().AsNoTracking().Where(g => ids.Contains(g.Attempt)).ToListAsync(cancellation)).ToLookup(g => (g.Attempt, g.Position));
        var waiting = new List<AwaitedAnswer>();
        foreach (var item in attempts.OrderBy(a => a.attempt.FinishedAt).ThenBy(a => a.attempt.Id))
        {
            var paper = await shelf.Of(db, item.attempt);
            foreach (var question in paper.Questions.Where(q => q.Key is RubricKey && answered.Contains((item.attempt.Id, q.Number))))
            {
                var given = grades[(item.attempt.Id, question.Number)].ToArray();
                if (RubricGrade.Settled(((RubricKey)question.Key).Graders, Grades.Scores(given)) is null)
                    waiting.Add(new(item.attempt, item.Name, paper, question, given.DistinctBy(g => g.Grader).Count(), given.Where(g => g.Grader == grader.Id).Max(g => (DateTime?)g.GradedAt)));
            }
        }
        return waiting;
    }
}
