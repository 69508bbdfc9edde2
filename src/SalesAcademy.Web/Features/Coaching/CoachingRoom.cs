using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Cadences;
using SalesAcademy.Web.Features.Coaching.Calendars;
using SalesAcademy.Web.Features.Coaching.Coverage;
using SalesAcademy.Web.Features.Coaching.Readers;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Paths;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Live;
using SalesAcademy.Web.Shared.Look;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Shared.Relay;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Coaching;

internal sealed class CoachingRoom : IRoom
{
    public string Purpose => "Live board, notes beside the passage being read, coaching sessions, and scorecards.";

    public IReadOnlyList<Type> Uses => [typeof(CoursesRoom), typeof(LeadsRoom), typeof(PathsRoom), typeof(PeopleRoom), typeof(QuizzesRoom), typeof(ReadinessRoom)];

    public IReadOnlyList<Type> Hears => [typeof(AttemptStarted), typeof(AttemptGraded), typeof(GradingAwaited), typeof(TeamChanged)];

    public void AddServices(IServiceCollection services, IConfiguration configuration) => services
        .AddCoachingRecords()
        .AddSingleton<BoardPush>()
        .AddSingleton<IConsumer>(p => p.GetRequiredService<BoardPush>())
        .AddSingleton<IConsumer, NotePush>()
        .AddSingleton<BoardReminder>()
        .AddHostedService(p => p.GetRequiredService<BoardReminder>())
        .AddSingleton<PresenceKeeper>()
        .AddSingleton<ILiveRoom>(p => p.GetRequiredService<PresenceKeeper>())
        .AddHostedService(p => p.GetRequiredService<PresenceKeeper>())
        .AddHostedService<HoldWatch>()
        .AddSingleton<Focus>()
        .AddSingleton<Unanswered>()
        .AddSingleton<Digest>()
        .AddSingleton<NoteWatch>()
        .AddHostedService(p => p.GetRequiredService<NoteWatch>())
        .AddProjection<AttemptStarted, HoldProjection>()
        .AddProjection<AttemptGraded, HoldProjection>()
        .AddProjection<GradingAwaited, HoldProjection>()
        .AddSingleton<SendNote>()
        .AddSingleton<ReplyToNote>()
        .AddSingleton<WithdrawNote>()
        .AddSingleton<KeepSnippets>()
        .AddSingleton(p => new CoachingNotes(p.GetRequiredService<SendNote>()))
        .AddSingleton<NoteSteps>()
        .AddSingleton<RecordScorecard>()
        .AddCoachingSessions()
        .AddCoachingCalendars()
        .AddCoachingCadences()
        .AddCoachingCoverage()
        .AddNoteReaders()
        .AddSingleton<BoardMeasures>()
        .AddScoped<Board>()
        .AddScoped<WhereWords>()
        .AddScoped<NoteBook>()
        .AddScoped<NotesReading>()
        .AddScoped<Anchors.OldPassageReading>()
        .AddScoped<BesideReading>()
        .AddScoped<LeadsWithNotes>()
        .AddScoped<INavigationCount, BoardCount>()
        .AddScoped<INavigationCount, NotesWaiting>()
        .AddScoped<IWaiting, NotesWaiting>()
        .AddNoticeKind<Words>(RecordScorecard.Notice)
        .AddNoticeKind<Words>(Unanswered.ReceiverNotice)
        .AddNoticeKind<Words>(Unanswered.AuthorNotice)
        .AddNoticeKind<Words>(Digest.Notice)
        .AddSingleton(new PageScript("js/coaching/strip.js"))
        .AddSingleton(new PageScript("js/coaching/left.js"))
        .AddSingleton(new NavigationItem("board", typeof(Words), Board.Url, "broadcast", Role.Manager, 1, OnPhone: true))
        .AddSingleton(new NavigationItem("notes", typeof(Words), NotesWaiting.NotesUrl, "message-2", Role.Rep | Role.Manager, 30, IsNews: true))
        .AddSingleton(new HomeCard(nameof(BoardCard), Role.Manager, 110))
        .AddSingleton(new HomeCard(nameof(CoachingNotesCard), Role.Rep, 210));
}
