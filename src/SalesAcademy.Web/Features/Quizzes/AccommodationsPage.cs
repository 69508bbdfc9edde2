using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a person is and was granted, and where their attempts are used up.</summary>
/// <param name="Person">Whose page.</param>
/// <param name="Name">Their name.</param>
/// <param name="Lines">Every grant, the newest first.</param>
/// <param name="UsedUp">Quizzes that are not passed and have no attempt left.</param>
/// <param name="Courses">The catalogue to choose a quiz from.</param>
/// <param name="Form">What is being granted.</param>
/// <param name="Today">The organisation's day.</param>
/// <param name="Language">The reader's content language.</param>
internal sealed record AccommodationsPage(
    Guid Person, string Name, IReadOnlyList<AccommodationLine> Lines, IReadOnlyList<UsedUpQuiz> UsedUp, IReadOnlyList<Course> Courses, AccommodationForm Form, DateOnly Today, string Language)
{
    /// <summary>The page of one of these people; null when the person is not among them.</summary>
    public static async Task<AccommodationsPage?> Read(AcademyDb db, IQueryable<PersonRow> people, Guid person, Library library, Clock clock, AccommodationForm form, string language) =>
        await people.Where(p => p.Id == person).Select(p => p.Name).SingleOrDefaultAsync() is not { } name ? null : new(
            person, name, await AccommodationLine.Of(db, db.Set<AccommodationRow>().Where(a => a.Person == person), library), await UsedUpQuiz.Of(db, person, library, clock),
            library.Now.Courses, form, clock.Today, language);
}

/// <summary>One grant with the people and the words behind it.</summary>
/// <param name="Row">The grant.</param>
/// <param name="Quiz">Its quiz; null for every quiz, or one that is no longer there.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Reason">Why; null once erased.</param>
/// <param name="RevokedBy">Who took it back, if somebody did.</param>
internal sealed record AccommodationLine(AccommodationRow Row, Quiz? Quiz, string By, string? Reason, string? RevokedBy)
{
    /// <summary>These grants, the newest first.</summary>
    public static async Task<IReadOnlyList<AccommodationLine>> Of(AcademyDb db, IQueryable<AccommodationRow> grants, Library library)
    {
        var rows = await (
            from grant in grants
            join giver in db.Set<PersonRow>() on grant.GivenBy equals giver.Id
            from reason in db.Set<SpokenRow>().Where(s => s.Id == grant.Reason).DefaultIfEmpty()
            from revoker in db.Set<PersonRow>().Where(p => p.Id == grant.RevokedBy).DefaultIfEmpty()
            orderby grant.GivenAt descending, grant.Id descending
            select new { grant, By = giver.Name, reason.Words, RevokedBy = revoker.Name }).AsNoTracking().ToListAsync();
        return [.. rows.Select(row => new AccommodationLine(
            row.grant, row.grant is { Course: { } course, Quiz: { } quiz } ? library.Now.FindCourse(course)?.FindQuiz(quiz) : null, row.By, row.Words, row.RevokedBy))];
    }
}
