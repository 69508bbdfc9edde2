using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a person should know before they begin: the rules, what they are granted beyond them, what is left, and what they have reached.</summary>
/// <param name="Attempts">In their order: all where they are counted, else the latest.</param>
internal sealed record QuizPage(Course Course, Quiz Quiz, Allowance Allowance, IReadOnlyList<AttemptRow> Attempts, string Language, DateTime Now)
{
    private const int MostShown = 20;

    public Refusal? Refusal { get; init; }

    /// <summary>What has to be reached before the quiz opens; null when it is open.</summary>
    public Prerequisite? Before { get; init; }

    /// <summary>What the person was granted, by whom and why.</summary>
    public IReadOnlyList<AccommodationLine> Granted { get; init; } = [];

    public AttemptRules Rules => Allowance.Rules;

    public AttemptRow? Open { get; } = Attempts.FirstOrDefault(a => a.FinishedAt is null && !AttemptRules.IsOver(a.Deadline, Now));

    public IEnumerable<AttemptRow> Ended => Attempts.Where(a => a != Open);

    /// <summary>The best of all that ended, for the page that shows it.</summary>
    public AttemptRow? Best { get; init; }

    public int EndedCount => Attempts is [.., var latest] ? latest.Number - (Open is null ? 0 : 1) : 0;

    public int? Left => Rules.Attempts - EndedCount;

    public DateTime? OpensAt => Ended.LastOrDefault() is { } latest && Rules.OpensAt(EndedCount, latest.FinishedAt ?? latest.Deadline) is { } opens && opens > Now ? opens : null;

    public bool HasClosed => Rules.HasClosed(Now);

    public bool IsNotYetOpen => Now < Rules.Opens;

    public bool MayStart => Open is null && Left is not <= 0 && OpensAt is null && !HasClosed && !IsNotYetOpen;

    /// <summary>Whether it may be sat again to renew what it earns, so that what a pass opened closes again (decision 0014).</summary>
    public bool MayRenew => Quiz.Kind == QuizKind.Certification && Left is not <= 0 && !HasClosed;

    /// <summary>Where an attempt stands for its review. What waits for a pass waits for one in it or after it, or until no attempt is left: a pass of years ago says nothing about the attempt that is to renew it.</summary>
    public ReviewStanding ReviewOf(AttemptRow attempt)
    {
        var pass = Attempts.FirstOrDefault(a => a.Passed == true && a.Number >= attempt.Number);
        return new(
            attempt.Id == Open?.Id ? null : attempt.FinishedAt ?? attempt.Deadline, Rules.Closes, Settled: pass is not null || Left <= 0,
            SitsAgain: Open is { } open && open.Id != attempt.Id && open.Kind != AttemptKind.Practice, SettledUntil: MayRenew ? pass?.FinishedAt + ReviewPolicy.Reading : null);
    }

    /// <summary>How its questions are answered, where that earns shares of a question, and last what all that people judge has in common: words of the room's Words.</summary>
    public IEnumerable<string> Ways => [.. Hows.Where(how => how is not ("single" or "hotspot")), .. Hows.Any(how => how is "open" or "pitch") ? ["judged"] : Array.Empty<string>()];

    /// <summary>The lesson that this quiz ends, if it is a check.</summary>
    public Lesson? Lesson => Course.Lessons.FirstOrDefault(l => l.Check == Quiz.Id);

    private IEnumerable<string> Hows => Quiz.Families.Select(PaperQuestion.HowOf).Distinct();

    public static async Task<QuizPage> Of(IPreparedReads reads, Guid person, Course course, Quiz quiz, string language, Clock clock)
    {
        var attempts = await AttemptStatements.Taken(reads, person, quiz, MostShown);
        return await With(attempts, reads, person, course, quiz, language, clock);
    }

    /// <summary>The quiz as it stands around an attempt: what came after it decides what may be reviewed, what came before only where attempts are counted.</summary>
    public static async Task<QuizPage> Around(AttemptRow attempt, IPreparedReads reads, Course course, Quiz quiz, string language, Clock clock)
    {
        var attempts = await reads.Rows(AttemptStatements.From, AttemptStatements.Row, attempt.Person, course.Id, quiz.Id, quiz.Attempts is null ? attempt.Number : 1);
        return await With(attempts, reads, attempt.Person, course, quiz, language, clock);
    }

    // An attempt at work is still one of those it was counted among.
    private static async Task<QuizPage> With(IReadOnlyList<AttemptRow> attempts, IPreparedReads reads, Guid person, Course course, Quiz quiz, string language, Clock clock) =>
        new(course, quiz, await AllowanceTerms.AllowanceOf(reads, person, quiz, clock.Zone, attempts, clock.Today), attempts, language, clock.Now);
}
