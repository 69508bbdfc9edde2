using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Reads a person's drill as of a day: what is begun, what is due, and what comes next.</summary>
internal sealed class DrillBook(Library library)
{
    public async Task<Drill> Read(AcademyDb db, CurrentPerson person, DateOnly today, CancellationToken cancellation = default)
    {
        var catalogue = library.Now;
        var monday = DrillWeek.MondayOf(today);
        var asked = await db.Set<DrillQuestionRow>().AsNoTracking()
            .Where(q => q.Person == person.Id && q.Day >= monday && q.Day <= today).OrderBy(q => q.Day).ThenBy(q => q.Number).ToListAsync(cancellation);
        if (person.Profile is null || !catalogue.Readiness.Roles.TryGetValue(person.Profile, out var role))
            return new Drill(today, asked, [], [], catalogue, Role: null, person.HiredOn, []);
        Family[] families = [.. catalogue.Families.Values.Select(f => new Family(f.Id, f.Competency, f.Guess, f.Hash, f.Pool != QuestionPool.Exam))];
        var answers = await db.Set<FamilyAnswerRow>().AsNoTracking().Where(a => a.Person == person.Id).ToListAsync(cancellation);
        var leaves = await db.Set<LeaveRow>().AsNoTracking().Where(l => l.PersonId == person.Id && l.Until >= monday).ToListAsync(cancellation);
        return new Drill(
            today, asked, families, [.. answers.Select(a => new Answer(a.Family, a.Day, 0, a.Score, a.Hint, Practice: false, a.Edition))],
            catalogue, role, person.HiredOn, [.. leaves.Select(l => (l.From, l.Until))]);
    }
}
