using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Quizzes;

internal static class QuizzesRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: attempts with what was asked and answered, grades, contests, drills and what was granted.</summary>
    public static IServiceCollection AddQuizzesRecords(this IServiceCollection services) => services
        .AddQuizzesErasure()
        .AddPersonRecords((db, person) => db.Set<AttemptRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<AttemptQuestionRow>().Where(r => db.Set<AttemptRow>().Any(a => a.Id == r.Attempt && a.Person == person)))
        .AddPersonRecords((db, person) => db.Set<AttemptAnswerRow>().Where(r => db.Set<AttemptRow>().Any(a => a.Id == r.Attempt && a.Person == person)))
        .AddPersonRecords((db, person) => db.Set<AttemptSignalRow>().Where(r => db.Set<AttemptRow>().Any(a => a.Id == r.Attempt && a.Person == person)))
        .AddPersonRecords((db, person) => db.Set<RegradedMarkRow>().Where(r => db.Set<AttemptRow>().Any(a => a.Id == r.Attempt && a.Person == person)))
        .AddPersonRecords((db, person) => db.Set<AccommodationRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<ContestRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<DrillQuestionRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<FamilyAnswerRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<GradeRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<RecordingRow>().Where(r => r.Person == person));
}
