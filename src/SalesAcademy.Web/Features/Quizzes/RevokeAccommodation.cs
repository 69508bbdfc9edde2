using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Takes back what was granted, for attempts to come: one already begun keeps its time.</summary>
internal sealed class RevokeAccommodation(ILedger ledger, Library library, AccommodationNotices notices)
{
    /// <summary>Refused with not-found, or with accommodation-ended when it is over or was taken back before.</summary>
    public Task<Decision<Guid>> Run(Act act, CurrentPerson by, Guid person, Guid id) => ledger.Run<Guid>(act, async entry =>
    {
        await entry.Hold($"accommodation:{id}");
        if (!await Learners.Of(entry.Db, by).AnyAsync(p => p.Id == person)
            || await entry.Db.Set<AccommodationRow>().SingleOrDefaultAsync(a => a.Id == id && a.Person == person) is not { } row)
            return Refusal.NotFound;
        if (!row.Granted.IsValid(act.Today))
            return new Refusal("accommodation-ended");
        (row.RevokedAt, row.RevokedBy) = (act.At, by.Id);
        entry.Record(new AccommodationRevoked(person, id, by.Id));
        await notices.Revoked(entry, person, row.Course is null || row.Quiz is null ? null : library.Now.FindCourse(row.Course)?.FindQuiz(row.Quiz), row);
        return id;
    });
}
