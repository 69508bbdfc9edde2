using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses.Authoring;
using SalesAcademy.Web.Features.Courses.Changes;
using SalesAcademy.Web.Features.Courses.Notes;
using SalesAcademy.Web.Features.Courses.Playback;
using SalesAcademy.Web.Features.Courses.Search;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Commands;
using SalesAcademy.Web.Shared.Health;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses;

internal sealed class CoursesRoom : IRoom
{
    public string Purpose => "The catalogue of content and a person's reading progress.";

    public IReadOnlyList<Type> Uses => [typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears => [typeof(AttemptGraded), typeof(AttemptRegraded)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddCoursesRecords()
        .AddSingleton<ContentArchive>()
        .AddSingleton<ReadContent>((folder, previous) => ContentCompiler.Compile(folder, previous))
        .AddSingleton(p => new Library(p.GetRequiredService<AcademyOptions>(), p.GetRequiredService<ContentArchive>(), p.GetRequiredService<ReadContent>(), p.GetRequiredService<Clock>(), p.GetRequiredService<ILogger<Library>>()))
        .AddSingleton<IWarmUp>(p => p.GetRequiredService<Library>())
        .AddHostedService(p => p.GetRequiredService<Library>())
        .AddSingleton(p => new PolicyBook(p.GetRequiredService<ILedger>(), p.GetRequiredService<Library>(), p.GetRequiredService<IDbContextFactory<AcademyDb>>(), p.GetRequiredService<Clock>()))
        .AddHostedService(p => p.GetRequiredService<PolicyBook>())
        .AddHostedService<PolicyKeeper>()
        .AddSingleton<IRoleProfiles, ContentProfiles>()
        .AddHostedService<ContentWatcher>()
        .AddSingleton(p => new ReadingProgress(p.GetRequiredService<ReadLesson>(), p.GetRequiredService<IPreparedReads>()))
        .AddSingleton<ReadLesson>()
        .AddSingleton<Openings>()
        .AddSingleton<CourseSearch>()
        .AddSingleton<GlossaryBook>()
        .AddSingleton<ConcernedPeople>()
        .AddLessonChanges()
        .AddReadingMarks()
        .AddPlayback()
        .AddAuthoring()
        .AddScoped<ReadingWords>()
        .AddProjection<AttemptGraded, CheckPassedProjection>()
        .AddProjection<AttemptRegraded, CheckPassedProjection>()
        .AddSingleton(new NavigationItem("learn", typeof(Words), "/courses", "book", (Role)~0, 10, OnPhone: true))
        .AddSingleton(new HomeCard("ContentState", Role.Author, 150))
        .AddScoped<IWaiting, ContentWaiting>()
        .AddSingleton<IHealthSign, ContentSign>()
        .AddSingleton<ICommand, ContentCheckCommand>()
        .AddSingleton<ICommand, ContentStatisticsCommand>()
        .AddSingleton<ICommand, ContentNewCommand>()
        .AddSingleton<ICommand, ContentDiffCommand>()
        .AddSingleton<ICommand, ContentImportCommand>()
        .AddSingleton<ICommand, ContentExportCommand>();
}
