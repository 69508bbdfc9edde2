using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>How far somebody of the demo has come.</summary>
/// <param name="Key">Who.</param>
/// <param name="Knows">How much of what was taught they know, 0..1.</param>
/// <param name="Lessons">Lessons finished, in the order of the catalogue.</param>
/// <param name="Certified">Certification quizzes passed, in the order of the catalogue.</param>
/// <param name="DrilledUntil">Days ago of the last drill; null without drills.</param>
/// <param name="Observed">Days ago of each observation, by their own manager and then the other in turn.</param>
internal sealed record Learner(string Key, double Knows, int Lessons, string[] Certified, int? DrilledUntil, int[] Observed);

/// <summary>Tells what the reps of the demo have read, answered and been observed doing.</summary>
internal sealed class DemoLearning(Library library, ReadingProgress reading, QuizBook quizzes, ILedger ledger, Clock clock)
{
    private const string Process = "sales-process";
    private const string Pool = "leads-and-pool";
    private const string Discovery = "discovery";

    private static readonly Learner[] Learners =
    [
        new("linyue", .80, 15, [], 2, [13, 6]),
        new("maya", .72, 15, [Process], 3, []),
        new("nana", .96, 15, [Process, Pool, Discovery], 1, [40, 12]),
        new("zoe", .97, 15, [Process, Pool, Discovery], 0, [60, 33, 9]),
        new("zhaolei", .90, 15, [Process, Pool, Discovery], 96, [150]),
        new("siqi", .88, 15, [Process, Pool], 2, [30]),
        new("tom", .92, 15, [Process, Pool, Discovery], 3, [80, 20]),
        new("haoran", .85, 7, [], 1, []),
        new("jonas", .82, 3, [], 2, []),
    ];

    public IEnumerable<Scene> Scenes() => Learners.SelectMany(learner => Scenes(learner, DemoOrganisation.People.Single(p => p.Key == learner.Key)));

    private IEnumerable<Scene> Scenes(Learner learner, DemoPerson person)
    {
        var lessons = library.Now.Courses.SelectMany(course => course.Lessons).Take(learner.Lessons).ToArray();
        var days = Math.Max(1, Math.Min(person.Tenure - 2, 22));
        for (var i = 0; i < lessons.Length; i++)
        {
            var lesson = lessons[i];
            var at = clock.Ago(person.Tenure - 1 - (i * days / Math.Max(lessons.Length, 1)), 10, 7 * (i % 8));
            yield return new(at, () => Finish(learner, person, lesson, at));
        }

        var order = 0;
        foreach (var course in learner.Certified)
        {
            var at = clock.Ago(Math.Max(1, person.Tenure - days - 1 - order), 15, 10 * order++);
            yield return new(at, () => quizzes.Sit(clock.ActAt(at, person.Id), course, "certification", _ => true, DemoCalendar.Pace(person.Key, course)));
        }

        foreach (var scene in Drills(learner, person, person.Tenure - 2).Concat(Observations(learner, person)))
            yield return scene;
    }

    private async Task Finish(Learner learner, DemoPerson person, Lesson lesson, DateTime at)
    {
        await reading.ReadToEnd(clock.ActAt(at, person.Id), lesson);
        // A check may be redone until it is passed; the first answers are the evidence.
        await Sit(6, family => Knows(learner, family));
        if (!library.Now.Families.Values.Where(f => f.Course == lesson.Course && f.Quiz == lesson.Check).All(family => Knows(learner, family)))
            await Sit(14, _ => true);

        Task Sit(int minutes, Func<QuestionFamily, bool> knows) =>
            quizzes.Sit(clock.ActAt(at.AddMinutes(minutes), person.Id), lesson.Course, lesson.Check, knows, DemoCalendar.Pace(person.Key, $"{lesson.Check}|{minutes}"));
    }

    private IEnumerable<Scene> Drills(Learner learner, DemoPerson person, int from)
    {
        if (learner.DrilledUntil is not { } until)
            yield break;
        var families = library.Now.Families.Values.Where(f => f.Pool == QuestionPool.Drill).OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
        var known = families.Where(f => library.Now.Courses.SelectMany(c => c.Lessons).Take(learner.Lessons).Any(l => l.Course == f.Course && l.Check == f.Quiz)).ToArray();
        var turn = 0;
        // Every third day five questions, in turn.
        for (var ago = Math.Min(from - 3, until + 60); ago >= until && known.Length > 0; ago -= 3)
        {
            var (at, asked) = (clock.Ago(ago, 18, 20), Enumerable.Range(turn, 5).Select(i => known[i % known.Length]).ToArray());
            turn += 5;
            yield return new(at, () => Drill(learner, person, asked, at, ago));
        }
    }

    private Task<Decision<Done>> Drill(Learner learner, DemoPerson person, QuestionFamily[] asked, DateTime at, int ago) => ledger.Run<Done>(clock.ActAt(at, person.Id), entry =>
    {
        foreach (var family in asked)
            entry.Record(new DrillAnswered(person.Id, new GradedAnswer(
                family.Id, family.Competency, DemoCalendar.Chance(person.Key, family.Id, $"{ago}") < learner.Knows + .05 ? 1 : 0, family.Guess, Hint: false, family.Hash, clock.DayOf(at)), library.Now.Hash));
        return Task.FromResult<Decision<Done>>(Done.Value);
    });

    private IEnumerable<Scene> Observations(Learner learner, DemoPerson person)
    {
        string[] raters = person.Team == "east" ? ["mingzhe", "aisha"] : ["aisha", "mingzhe"];
        // Those that rate nothing but what the role is measured by.
        Rubric[] own = [.. library.Now.Scorecards.Where(card => card.Criteria.All(criterion => library.Now.Readiness.Roles["sdr"].Competencies.Any(weighed => weighed.Competency == criterion.Competency)))];
        for (var i = 0; i < learner.Observed.Length; i++)
        {
            var (at, rater, rubric) = (clock.Ago(learner.Observed[i], 16), DemoOrganisation.IdOf(raters[i % 2]), own[i % own.Length]);
            yield return new(at, () => ledger.Run<Done>(clock.ActAt(at, rater), entry =>
            {
                var ratings = rubric.Criteria.Select(c => c.Competency).Distinct().Order(StringComparer.Ordinal)
                    .Select(c => new CompetencyRating(c, DemoCalendar.Chance(person.Key, c) < learner.Knows - .4 ? 4 : 3, 4)).ToArray();
                entry.Record(new ObservationRecorded(person.Id, rater, entry.NewId(), rubric.Id, ratings, clock.DayOf(at), library.Now.Hash));
                return Task.FromResult<Decision<Done>>(Done.Value);
            }));
        }
    }

    private static bool Knows(Learner learner, QuestionFamily family) => DemoCalendar.Chance(learner.Key, family.Id) < learner.Knows;
}
