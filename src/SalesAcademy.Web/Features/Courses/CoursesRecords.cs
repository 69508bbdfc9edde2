using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Courses;

internal static class CoursesRecords
{
    /// <summary>What this room hands out when somebody asks for all that is kept of them: what somebody has read.</summary>
    public static IServiceCollection AddCoursesRecords(this IServiceCollection services) => services
        .AddPersonRecords((db, person) => db.Set<LessonProgressRow>().Where(r => r.Person == person))
        .AddPersonRecords((db, person) => db.Set<CourseCompletionRow>().Where(r => r.Person == person))
        .KeepsWhenErased<LessonProgressRow>()
        .KeepsWhenErased<CourseCompletionRow>();
}
