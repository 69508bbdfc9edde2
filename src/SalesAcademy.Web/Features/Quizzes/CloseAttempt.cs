using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Ends an attempt and grades what was saved, or leaves it to graders: once, however many ask for it.</summary>
internal sealed class CloseAttempt(ILedger ledger, PaperGrading grading, PaperShelf shelf)
{
    /// <summary>The name that saving and closing hold, so that what is graded is what is stored.</summary>
    public static string NameOf(Guid attempt) => $"attempt:{attempt}";

    /// <summary>Ends the attempt now, or says that it has ended: the answer is the same.</summary>
    public Task<Decision<Guid>> Run(Act act, Guid attempt) => ledger.Run<Guid>(act, async entry =>
    {
        await Close(entry, attempt);
        return attempt;
    });

    internal async Task Close(Entry entry, Guid attempt)
    {
        await entry.Hold(NameOf(attempt));
        var row = (await entry.Reads.Rows(AttemptStatements.One, AttemptStatements.Row, attempt))[0]; // only stored attempts are closed
        if (row.FinishedAt is not null)
            return;
        var outcome = await grading.Of(entry, row);
        // One that ran out ended at its deadline, whoever finds it and when.
        var (end, at) = AttemptRules.IsOver(row.Deadline, entry.Act.At) ? (AttemptEnd.Expired, row.Deadline!.Value) : (AttemptEnd.Submitted, entry.Act.At);
        var closed = outcome is null
            ? entry.Execute(AnswerStatements.Close, attempt, at, end.ToString())
            : entry.Execute(AnswerStatements.Finish, attempt, at, end.ToString(), outcome.Score, outcome.Passed);
        if (closed != 1)
            throw new InvalidOperationException($"Attempt {attempt} was closed by somebody else while its name was held.");
        if (outcome is null)
            await Await(entry, row);
        else
            entry.Record(new AttemptGraded(row.Person, attempt, row.Course, row.Quiz, row.Kind, outcome.Score, outcome.Passed, outcome.Answers, row.ContentHash));
    }

    private async Task Await(Entry entry, AttemptRow row)
    {
        entry.Record(new GradingAwaited(row.Person, row.Id, row.Course, row.Quiz, row.Kind, row.ContentHash));
        var paper = await shelf.Of(entry.Db, row);
        foreach (var manager in await Staff.ManagersOf(entry.Db, row.Person).ToListAsync())
            await GradingNotices.Awaited(entry, manager, row, paper.Quiz);
    }
}
