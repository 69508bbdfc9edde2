using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Contests the mark of a question in an ended attempt, and tells those who may decide.</summary>
internal sealed class ContestMark(ILedger ledger, PaperShelf shelf)
{
    /// <summary>Refused with not-found for somebody else's attempt and for a question or an end that is not there, or as the domain refuses.</summary>
    public Task<Decision<Guid>> Run(Act act, Guid person, Guid attempt, ContestForm form) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold(CloseAttempt.NameOf(attempt));
        var row = await entry.Db.Set<AttemptRow>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == attempt && a.Person == person);
        if (row is not { FinishedAt: { } ended } || await shelf.Of(entry.Db, row) is not { } paper || paper.Find(form.Question) is not { } question)
            return Refusal.NotFound;
        var answer = await entry.Db.Set<AttemptAnswerRow>().AsNoTracking().SingleOrDefaultAsync(a => a.Attempt == attempt && a.Position == question.Number);
        var grades = question.Key is RubricKey ? await entry.Db.Set<GradeRow>().AsNoTracking().Where(g => g.Attempt == attempt && g.Position == question.Number).ToListAsync() : [];
        if (question.Score(StoredResponse.Read(question.Key, answer?.Response ?? ""), Grades.Scores(grades)) is not { } graded)
            return Refusal.NotFound;
        var score = CorrectedMark.Holding((await CorrectedMark.Of(entry.Db, attempt)).GetValueOrDefault(question.Number), graded);
        // A mark can be contested as long after a person gave it as after the end of an attempt that was graded at once.
        var marked = grades.Select(g => g.GradedAt).Append(ended).Max();
        var isContested = await entry.Db.Set<ContestRow>().AnyAsync(c => c.Attempt == attempt && c.Position == question.Number);
        if (Contest.Raise(score, marked, isContested, form.Reason ?? "", act.At) is Refused<Done> { Reason: var refused })
            return refused;
        var contest = new ContestRow
        {
            Id = entry.NewId(),
            Attempt = attempt,
            Position = question.Number,
            Person = person,
            Score = score,
            Reason = entry.Say(form.Reason!, about: person), // not blank, or it was refused
            RaisedAt = act.At,
        };
        entry.Db.Add(contest);
        entry.Record(new MarkContested(person, contest.Id, attempt, question.Family.Id));
        foreach (var manager in await Staff.ManagersOf(entry.Db, person).ToListAsync())
            await ContestNotices.Raised(entry, manager, person, contest, paper.Quiz);
        return contest.Id;
    });
}
