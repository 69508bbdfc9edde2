using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>
/// What one seller of a generated organisation has answered, been certified in and been observed doing: real questions of the content, of which
/// they know their share, sat once and repeated by those who keep at it.
/// </summary>
internal sealed class GeneratedLearning(Catalogue catalogue, Clock clock, Guid person, int tenure, Dice dice, IReadOnlyList<Guid> managers)
{
    private const int Asked = 11; // of a quiz of thirteen or fourteen questions; ten of a competency open a tier
    private const int LongestAgo = 600; // whoever was certified before has been again since

    private readonly double knows = .55 + (.45 * Math.Sqrt(dice.Share()));
    private readonly bool keepsAtIt = dice.Share() < .6;

    /// <summary>Adds what happened in its order, the changes of the tier last, and tells it to a standing.</summary>
    public PastStanding Tell(PastStanding standing, string profile, List<(IEvent Happened, Act Act)> events)
    {
        var learned = Courses().Concat(Observations()).OrderByDescending(one => one.Ago).Select(one => (one.Happened, clock.ActAt(clock.Ago(one.Ago, one.Hour), one.Actor))).ToArray();
        foreach (var (happened, act) in learned)
            Hear(happened, act);
        if (learned.Length > 0 && standing.Step(profile, learned[^1].Item2.Today, catalogue) is { } raised)
            Hear(raised, learned[^1].Item2);
        // Who has not answered for long may have forgotten too much since; the day of that is not sought, it is told as of today.
        if (standing.Step(profile, clock.Today, catalogue, graceIsOver: true) is { } faded)
            Hear(faded, clock.ActAt(clock.Now));
        return standing;

        void Hear(IEvent happened, Act act)
        {
            events.Add((happened, act));
            standing.Hear(happened, act.Today);
        }
    }

    private IEnumerable<Happening> Courses()
    {
        var done = tenure < 6 ? 0 : tenure < 14 ? 1 : tenure < 30 ? 2 : dice.Share() < .9 ? catalogue.Certifications.Count : 2;
        var ago = Math.Min(LongestAgo, tenure - 3);
        foreach (var certification in catalogue.Certifications.OrderBy(c => c.Id == "sales-process" ? 0 : 1).ThenBy(c => c.Id, StringComparer.Ordinal).Take(done))
        {
            var families = catalogue.Families.Values.Where(f => f.Course == certification.Course && f.Quiz == certification.Quiz).OrderBy(f => f.Id, StringComparer.Ordinal).Take(Asked).ToArray();
            yield return new(ago, 10, person, new CourseCompleted(person, certification.Course, catalogue.Hash));
            yield return Sitting(certification, families, ago, knows);
            var day = clock.DayOf(clock.Ago(ago, 15));
            yield return new(ago, 16, person, new CertificateIssued(
                person, dice.Id(clock.Ago(ago, 16)), certification.Id, day, certification.ValidMonths is { } months ? day.AddMonths(months).AddDays(-1) : null, Replaces: null, catalogue.Hash));
            foreach (var again in Repeated(ago))
                yield return Sitting(certification, families, again, knows + .06);
            ago = Math.Max(1, ago - dice.Between(2, 9));
        }
    }

    // Twice more: soon after, and lately.
    private IEnumerable<int> Repeated(int first)
    {
        if (!keepsAtIt || first < 8)
            yield break;
        var soon = first - dice.Between(3, 7);
        yield return soon;
        if (soon > 25)
            yield return dice.Between(1, 20);
    }

    private Happening Sitting(Certification certification, IReadOnlyList<QuestionFamily> families, int ago, double share)
    {
        var at = clock.Ago(ago, 15);
        var day = clock.DayOf(at);
        var answers = families.Select(f => new GradedAnswer(f.Id, f.Competency, dice.Share() < share ? 1 : 0, f.Guess, Hint: false, f.Hash, day)).ToArray();
        var score = answers.Average(answer => answer.Score);
        return new(ago, 15, person, new AttemptGraded(person, dice.Id(at), certification.Course, certification.Quiz, AttemptKind.Certification, score, Passed: true, answers, catalogue.Hash));
    }

    private IEnumerable<Happening> Observations()
    {
        if (tenure < 10)
            yield break;
        for (var i = dice.Between(0, 5); i > 0; i--)
        {
            var (ago, rater, rubric) = (dice.Between(1, Math.Min(170, tenure - 4)), managers[i % managers.Count], catalogue.Scorecards[i % catalogue.Scorecards.Count]);
            var ratings = catalogue.Competencies.Select(c => new CompetencyRating(c.Id, dice.Share() < knows - .2 ? 4 : dice.Share() < knows ? 3 : 2, 4)).ToArray();
            yield return new(ago, 17, rater, new ObservationRecorded(person, rater, dice.Id(clock.Ago(ago, 17)), rubric.Id, ratings, clock.DayOf(clock.Ago(ago, 17)), catalogue.Hash));
        }
    }

    private sealed record Happening(int Ago, int Hour, Guid Actor, IEvent Happened);
}
