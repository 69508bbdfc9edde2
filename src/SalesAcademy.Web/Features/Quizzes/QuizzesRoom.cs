using SalesAcademy.Domain.Shared;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Quizzes;

internal sealed class QuizzesRoom : IRoom
{
    public string Purpose => "Attempts, drills and grading.";

    public IReadOnlyList<Type> Uses => [typeof(CoursesRoom), typeof(PeopleRoom)];

    public IReadOnlyList<Type> Hears => [typeof(AttemptGraded), typeof(AttemptRegraded), typeof(DrillAnswered)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddQuizzesRecords()
        .AddSingleton<PaperShelf>()
        .AddSingleton<StartAttempt>()
        .AddSingleton<ISittings, Sittings>()
        .AddSingleton<SaveAnswer>()
        .AddSingleton<NoteSignal>()
        .AddSingleton<PaperGrading>()
        .AddSingleton<CloseAttempt>()
        .AddSingleton<GradeAnswer>()
        .AddScoped<GradingQueue>()
        .AddSingleton<RecordingShelf>()
        .AddSingleton<KeepRecording>()
        .AddNoticeKind<Words>(GradingNotices.AwaitedKind)
        .AddNoticeKind<Words>(GradingNotices.GradedKind)
        .AddNoticeKind<Words>(GradingNotices.CorrectedKind)
        .AddSingleton<ContestMark>()
        .AddSingleton<DecideContest>()
        .AddSingleton<QuizEditions>()
        .AddSingleton<RegradeReading>()
        .AddSingleton<RegradeQuestion>()
        .AddScoped<ResultReading>()
        .AddScoped<HandedInReading>()
        .AddNoticeKind<Words>(ContestNotices.RaisedKind)
        .AddNoticeKind<Words>(ContestNotices.GrantedKind)
        .AddNoticeKind<Words>(ContestNotices.StandsKind)
        .AddNoticeKind<Words>(RegradeNotices.Kind)
        .AddSingleton<CodeGate>()
        .AddSingleton<AccommodationNotices>()
        .AddSingleton<GiveAccommodation>()
        .AddSingleton<RevokeAccommodation>()
        .AddNoticeKind<Words>(AccommodationNotices.GivenKind)
        .AddNoticeKind<Words>(AccommodationNotices.RevokedKind)
        .AddSingleton(p => new QuizBook(
            p.GetRequiredService<StartAttempt>(), p.GetRequiredService<SaveAnswer>(), p.GetRequiredService<CloseAttempt>(), p.GetRequiredService<ContestMark>(), p.GetRequiredService<PaperShelf>()))
        .AddHostedService<AttemptCloser>()
        .AddSingleton<DrillBook>()
        .AddSingleton<AnswerDrill>()
        .AddScoped<TodaysDrill>()
        .AddProjection<AttemptGraded, FamilyAnswersProjection>()
        .AddProjection<AttemptRegraded, FamilyAnswersProjection>()
        .AddProjection<AttemptRegraded, RegradeNotices>()
        .AddProjection<DrillAnswered, FamilyAnswersProjection>()
        .AddSingleton(new NavigationItem("drill", typeof(Words), QuizzesWaiting.DrillUrl, "repeat", Role.Rep, 20, OnPhone: true))
        .AddSingleton(new NavigationItem("grading", typeof(Words), GradingController.Address, "clipboard-check", Role.Manager | Role.Hr, 44))
        .AddSingleton(new NavigationItem("contests", typeof(Words), ContestsController.Address, "scale", Role.Manager | Role.Hr, 45))
        .AddSingleton(new NavigationItem("regrades", typeof(Words), RegradesController.Address, "refresh", Role.Hr, 46))
        .AddSingleton(new NavigationItem("statistics", typeof(Words), StatisticsController.Address, "chart-line", Role.Author, 15))
        .AddSingleton(new HomeCard("DrillWeek", Role.Rep, 205))
        .AddScoped<IWaiting, QuizzesWaiting>()
        .AddScoped<INavigationCount, QuizzesWaiting>();
}
