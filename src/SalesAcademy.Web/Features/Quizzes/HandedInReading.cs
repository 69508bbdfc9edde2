using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An attempt that was handed in, as its person's manager reads it: what was answered and its mark, never the key.</summary>
internal sealed record HandedInPage(string Name, ResultPage Result);

/// <summary>An attempt in a list.</summary>
internal sealed record HandedInLine(Guid Id, string Title, string Language, int Number, DateTime At);

/// <summary>Reads what the members of a manager's team have handed in.</summary>
internal sealed class HandedInReading(AcademyDb db, Library library, ResultReading results)
{
    private const int Newest = 10;

    /// <summary>Null for an attempt at work, and for one of anybody else's team.</summary>
    public async Task<HandedInPage?> Of(CurrentPerson manager, Guid attempt, CancellationToken cancellation) =>
        await db.Set<AttemptRow>().Where(a => a.Id == attempt && a.FinishedAt != null)
            .Join(Staff.TeamOf(db, manager), a => a.Person, p => p.Id, (_, person) => new { person.Id, person.Name }).SingleOrDefaultAsync(cancellation) is { } whose
        && await results.Of(attempt, whose.Id, manager.ContentLanguage, cancellation) is { } result
            ? new HandedInPage(whose.Name, result with { Seen = ReviewItems.Marks | ReviewItems.Answers })
            : null;

    /// <summary>What this person handed in last, the newest first; null where the reader does not manage them.</summary>
    public async Task<IReadOnlyList<HandedInLine>?> Last(CurrentPerson manager, Guid person, CancellationToken cancellation)
    {
        if (!await Staff.TeamOf(db, manager).AnyAsync(p => p.Id == person, cancellation))
            return null;
        var rows = await db.Set<AttemptRow>().Where(a => a.Person == person && a.FinishedAt != null).OrderByDescending(a => a.FinishedAt)
            .Select(a => new { a.Id, a.ContentHash, a.Course, a.Quiz, a.Number, a.FinishedAt }).Take(Newest).ToListAsync(cancellation);
        return [.. rows.Select(row => library.At(row.ContentHash)?.FindCourse(row.Course)?.FindQuiz(row.Quiz)?.Title.In(manager.ContentLanguage) is { } title
            ? new HandedInLine(row.Id, title.Value, title.Locale, row.Number, row.FinishedAt!.Value) // only what is handed in was asked for
            : new HandedInLine(row.Id, row.Quiz, "en", row.Number, row.FinishedAt!.Value))];
    }
}
