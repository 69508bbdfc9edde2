using System.Runtime.CompilerServices;
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
    private static readonly ConditionalWeakTable<Catalogue, Family[]> Families = [];

    public async Task<Drill> Read(IPreparedReads reads, CurrentPerson person, DateOnly today)
    {
        var catalogue = library.Now;
        var monday = DrillWeek.MondayOf(today);
        var asked = await reads.Rows(DrillStatements.Asked, row => DrillStatements.Question(row, person.Id), person.Id, monday, today);
        if (person.Profile is null || !catalogue.Readiness.Roles.TryGetValue(person.Profile, out var role))
            return new Drill(today, asked, [], [], catalogue, Role: null, person.HiredOn, []);
        var families = Families.GetValue(catalogue, static c => [.. c.Families.Values.Select(f => new Family(f.Id, f.Competency, f.Guess, f.Hash, f.Pool != QuestionPool.Exam))]);
        var answers = await reads.Rows(DrillStatements.Answers, DrillStatements.Answer, person.Id);
        var leaves = await reads.Rows(LeaveStatements.Since, LeaveStatements.Days, person.Id, monday);
        return new Drill(today, asked, families, answers, catalogue, role, person.HiredOn, leaves);
    }
}
