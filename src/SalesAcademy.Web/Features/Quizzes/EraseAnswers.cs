using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Takes away what somebody wrote and said in their own words: open answers, and recorded pitches with their files. What was ticked, ordered or filled
/// in stays, since results rest on it and it names nobody. The file goes before the row: broken off, it is tried again.
/// </summary>
internal sealed class EraseAnswers(Library library, RecordingShelf shelf)
{
    public async Task Answers(Erased erased)
    {
        var db = erased.Db;
        var asked = await (
            from attempt in db.Set<AttemptRow>()
            join question in db.Set<AttemptQuestionRow>() on attempt.Id equals question.Attempt
            where attempt.Person == erased.Person
            select new { attempt.Id, attempt.ContentHash, question.Position, question.Family }).ToListAsync();
        foreach (var attempt in asked.Where(one => IsOpen(one.ContentHash, one.Family)).GroupBy(one => one.Id))
        {
            var positions = attempt.Select(one => one.Position).ToArray();
            await erased.Entry.Blank<AttemptAnswerRow>(rows => rows.Where(a => a.Attempt == attempt.Key && positions.Contains(a.Position)), set => set.SetProperty(a => a.Response, ""));
        }
    }

    public async Task Recordings(Erased erased)
    {
        foreach (var recording in await erased.Db.Set<RecordingRow>().Where(r => r.Person == erased.Person).Select(r => r.Id).ToListAsync())
            shelf.Discard(recording);
        await erased.Entry.Erase<RecordingRow>(rows => rows.Where(r => r.Person == erased.Person));
    }

    // A question that no edition here knows any more may have been an open one.
    private bool IsOpen(string hash, string family) =>
        (library.Now.Families.GetValueOrDefault(family) ?? library.At(hash)?.Families.GetValueOrDefault(family))?.Type is null or QuestionType.Open or QuestionType.Pitch;
}
