using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A rep who was asked so many questions of the checks on Friday, 20 November, and knew none, so that all are due.</summary>
internal static class Forgetting
{
    public static async Task<Sitting> Of(AcademyApp app, int questions, string language = "en")
    {
        var rep = await Sitting.Of(app, language);
        var catalogue = app.Services.GetRequiredService<Library>().Now;
        var day = new DateOnly(2026, 11, 20);
        foreach (var family in catalogue.Families.Values.Where(f => f.Pool != QuestionPool.Exam).OrderBy(f => f.Id, StringComparer.Ordinal).Take(questions))
            await app.Ledger.Run<Done>(app.Clock.Act(rep.Person) with { At = new DateTime(2026, 11, 20, 6, 0, 0, DateTimeKind.Utc), Today = day }, entry =>
            {
                entry.Record(new DrillAnswered(rep.Person, new GradedAnswer(family.Id, family.Competency, 0, family.Guess, Hint: false, family.Hash, day), catalogue.Hash));
                return Task.FromResult<Decision<Done>>(Done.Value);
            });
        return rep;
    }
}
