using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>What the room needs so that people hear of what changed in lessons they had completed.</summary>
internal static class ChangeServices
{
    public static IServiceCollection AddLessonChanges(this IServiceCollection services) => services
        .AddSingleton<CompleteCourses>()
        .AddSingleton<ChangeBook>()
        .AddSingleton<ChangeTasks>()
        .AddSingleton<ReadChange>()
        .AddHostedService<ChangeWatch>()
        .AddProjection<AttemptGraded, ChangeCheckedProjection>()
        .AddScoped<IWaiting, ChangesWaiting>()
        .AddSingleton(new HomeCard("ChangedLessons", Role.Rep, 105))
        .AddPersonRecords((db, person) => db.Set<ChangeReadRow>().Where(r => r.Person == person))
        .KeepsWhenErased<ChangeReadRow>();
}
