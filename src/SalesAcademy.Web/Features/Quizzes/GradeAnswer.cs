using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a grader fills in.</summary>
internal sealed record GradeForm
{
    /// <summary>Levels by criterion, 1..4.</summary>
    public Dictionary<string, int?> Levels { get; init; } = [];

    [StringLength(RubricGrade.LongestComment, ErrorMessage = "grade.comment.length")]
    public string? Comment { get; init; }
}

/// <summary>
/// Grades one answer by its rubric, or corrects one's grade of it. With the last grade that an attempt waits for, it has its result;
/// a correction after that gives it another.
/// </summary>
internal sealed class GradeAnswer(ILedger ledger, PaperShelf shelf, PaperGrading grading)
{
    /// <summary>
    /// Refused with not-found for somebody else's people, an open attempt, and what is not answered or not judged by a rubric; with
    /// grade-settled when others have settled it; or as the domain refuses.
    /// </summary>
    public Task<Decision<Guid>> Run(Act act, CurrentPerson grader, Guid attempt, int position, GradeForm form) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold(CloseAttempt.NameOf(attempt));
        var row = await entry.Db.Set<AttemptRow>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == attempt && a.FinishedAt != null);
        if (row is null || !await Learners.Of(entry.Db, grader).AnyAsync(p => p.Id == row.Person))
            return Refusal.NotFound;
        var paper = await shelf.Of(entry.Db, row);
        if (paper.Find(position) is not { Key: RubricKey key, Rubric: { } rubric } question
            || !await entry.Db.Set<AttemptAnswerRow>().AnyAsync(a => a.Attempt == attempt && a.Position == position && a.Response != ""))
            return Refusal.NotFound;
        var comment = form.Comment?.Trim() ?? "";
        var decided = RubricGrade.Decide(row.Person, grader.Id, [.. rubric.Criteria.Select(criterion => criterion.Id)], form.Levels, comment);
        if (decided is not Accepted<double> { Value: var score })
            return ((Refused<double>)decided).Reason;
        var earlier = await entry.Db.Set<GradeRow>().AsNoTracking().Where(g => g.Attempt == attempt && g.Position == position).ToListAsync();
        if (RubricGrade.Settled(key.Graders, Grades.Scores(earlier)) is not null && earlier.All(g => g.Grader != grader.Id))
            return new Refusal("grade-settled");
        var grade = new GradeRow
        {
            Id = entry.NewId(),
            Attempt = attempt,
            Position = position,
            Person = row.Person,
            Grader = grader.Id,
            Levels = Places.Write([.. rubric.Criteria.Select(criterion => form.Levels[criterion.Id]!.Value)]), // every one has a level, or it was refused
            Score = score,
            Comment = comment.Length > 0 ? entry.Say(comment, about: row.Person) : null,
            GradedAt = act.At,
        };
        entry.Db.Add(grade);
        entry.Record(new AnswerGraded(row.Person, attempt, question.Family.Id, grade.Id, grader.Id, score));
        if (await grading.Of(entry, row, giving: grade) is { } outcome && grading.Give(entry, row, outcome))
            await GradingNotices.Graded(entry, row, paper.Quiz);
        return grade.Id;
    });
}
