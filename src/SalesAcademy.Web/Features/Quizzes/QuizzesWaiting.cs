using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A quiz left open comes before everything else, since its clock may run; the day's drill waits its turn.</summary>
internal sealed class QuizzesWaiting(AcademyDb db, TodaysDrill today, GradingQueue grading, Library library, Clock clock, Moments moments, IStringLocalizer<Words> words) : IWaiting, INavigationCount
{
    public const string DrillUrl = "/quizzes/drill";

    private const int OpenAttempt = 95;
    private const int AwaitedGrades = 72;
    private const int ContestedMarks = 70;
    private const int DueDrill = 60;

    public string Url => DrillUrl;

    public async Task<int> Waiting(CurrentPerson person, CancellationToken cancellation) =>
        await today.Of(person) is { } drill ? drill.Waiting : 0;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        var lastMoment = clock.Now - AttemptRules.Grace;
        var open = await db.Set<AttemptRow>()
            .Where(a => a.Person == person.Id && a.FinishedAt == null && a.Kind != AttemptKind.Check && (a.Deadline == null || a.Deadline > lastMoment)).ToListAsync(cancellation);
        var drill = await today.Of(person);
        var due = drill?.Waiting ?? 0;
        var awaited = person.Is(Role.Manager) ? await grading.Attempts(person).CountAsync(cancellation) : 0;
        var contested = person.Is(Role.Manager) ? await Contested(person, cancellation) : 0;
        return
        [
            .. awaited == 0 ? Array.Empty<WaitingWork>() :
            [
                new WaitingWork(words.Count("waiting.grading", awaited), words["waiting.grading.action"], GradingController.Address, "", "clipboard-check", AwaitedGrades),
            ],
            .. contested == 0 ? Array.Empty<WaitingWork>() :
            [
                new WaitingWork(words.Count("waiting.contests", contested), words["waiting.contests.action"], ContestsController.Address, "", "scale", ContestedMarks),
            ],
            .. open.Select(attempt => Continue(attempt, person)),
            .. due == 0 ? Array.Empty<WaitingWork>() :
            [
                new WaitingWork(words.Count("waiting.drill", due), words["waiting.drill.action"], DrillUrl, words.Count("minutes", DrillPlan.Minutes(due)), "repeat", DueDrill),
            ],
        ];
    }

    private Task<int> Contested(CurrentPerson manager, CancellationToken cancellation)
    {
        var people = Staff.TeamOf(db, manager).Select(p => p.Id);
        return db.Set<ContestRow>().CountAsync(c => c.DecidedAt == null && people.Contains(c.Person), cancellation);
    }

    private WaitingWork Continue(AttemptRow attempt, CurrentPerson person)
    {
        var title = library.At(attempt.ContentHash)?.FindCourse(attempt.Course)?.FindQuiz(attempt.Quiz)?.Title.In(person.ContentLanguage).Value;
        return new WaitingWork(
            words["waiting.attempt", title ?? attempt.Quiz], words["continue"], $"/quizzes/attempts/{attempt.Id}",
            attempt.Deadline is { } deadline ? words["ends-at", moments.Time(deadline)] : "", "hourglass", OpenAttempt);
    }
}
