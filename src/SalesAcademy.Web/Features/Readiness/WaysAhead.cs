using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Something a seller can do sooner or later that moves readiness: what it is called, where it begins, and what has to come before it.</summary>
/// <param name="Effort">What would happen, how long it takes, what comes first.</param>
/// <param name="About">The lesson, course, certification or rubric.</param>
/// <param name="Course">The course it belongs to; null for the drill and for being observed.</param>
/// <param name="Questions">How many questions are answered.</param>
/// <param name="Url">Where it begins; null where a coach has to begin it.</param>
public sealed record Doable(Effort Effort, Localised<string> About, string? Course, int Questions, string? Url)
{
    /// <summary>Of a lesson that was finished before only the check is taken again.</summary>
    public bool IsAgain { get; init; }

    /// <summary>When it may be begun; null when at once.</summary>
    public DateTime? From { get; init; }
}

/// <summary>
/// Everything a seller can do that their role or a lead can ask for, not only what is open today: each lesson with a check not answered or not right, each certification not held of which
/// an attempt is left, a look by
/// each coach, today's drill. A path's order and a certification's lessons come first where they are asked for.
/// </summary>
internal static class WaysAhead
{
    public static IReadOnlyList<Doable> Of(
        Catalogue catalogue, RoleProfile role, SellerRecord record, Assessment now, WayFacts facts, IReadOnlyList<Guid> coaches, IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>> before)
    {
        var evidence = now.Families.ToDictionary(e => e.Family.Id, StringComparer.Ordinal);
        var gates = role.Gates.SelectMany(gate => gate.Courses).Where(id => !record.Standing.Courses.Contains(id)).ToHashSet(StringComparer.Ordinal);
        var lessons = catalogue.Courses.SelectMany(course => Lessons(course)).ToArray();
        var ofCourse = lessons.ToLookup(lesson => lesson.Course!, lesson => lesson.Effort.Id); // a lesson has a course
        Doable[] ways = [.. Relevant([.. Drill(), .. lessons.Select(lesson => Behind(lesson, new(MilestoneKind.Course, lesson.Course!))), .. Certifications(), .. Looks()])];
        return [.. ways.Select((way, place) => way with { Effort = way.Effort with { Place = place } })];

        IEnumerable<Doable> Drill() => WaysUp.Drill(catalogue, role, record, now, facts).Select(way => new Doable(new Effort(way.Event, way.Minutes, []), way.About, null, way.Questions, way.Url));

        // A course that is a gate itself is one thing to do; of any other each lesson is one.
        IEnumerable<Doable> Lessons(Course course)
        {
            var open = course.Lessons.Select(lesson => (Lesson: lesson, Check: course.FindQuiz(lesson.Check)!)) // the compiler says so
                .Where(l => gates.Contains(course.Id) || l.Check.Families.Any(f => !IsRight(f.Id))).Select(l => Lesson(l.Lesson, l.Check)).ToArray();
            return !gates.Contains(course.Id) ? open :
            [
                new Doable(
                    new Effort(new Hypothesis.CourseDone(course.Id, [.. open.SelectMany(l => ((Hypothesis.LessonCheck)l.Effort.Event).Families)]), Math.Max(1, open.Sum(l => l.Effort.Minutes)), []),
                    course.Title, course.Id, open.Sum(l => l.Questions), $"/courses/{course.Id}"),
            ];
        }

        Doable Lesson(Lesson lesson, Quiz check)
        {
            var again = check.Families.All(f => evidence.ContainsKey(f.Id));
            var way = WaysUp.Lesson(lesson, check, again, facts.Language);
            return new Doable(new Effort(way.Event, way.Minutes, []), way.About, lesson.Course, way.Questions, way.Url) { IsAgain = again };
        }

        IEnumerable<Doable> Certifications() =>
            from certification in catalogue.Certifications
            where WaysUp.IsWorthSitting(catalogue, certification, record, evidence, facts.Drill.Today)
            let way = WaysUp.Certification(catalogue, certification, record, evidence)
            where way is not null && !(facts.Shut.TryGetValue(certification.Id, out var until) && until is null)
            let first = certification.EveryLesson ? Unanswered(certification.Course) : []
            select Behind(
                new Doable(new Effort(way.Event, way.Minutes, [.. first]), way.About, certification.Course, way.Questions, way.Url) { From = facts.Shut.GetValueOrDefault(certification.Id), IsAgain = way.IsAgain },
                new(MilestoneKind.Certification, certification.Id));

        // Rubrics that rate the same are the same to readiness.
        IEnumerable<Doable> Looks() => coaches.Take(catalogue.Readiness.Entry.Raters)
            .SelectMany(coach => WaysUp.Observations(catalogue, role, coach)).DistinctBy(way => way.Event.Id, StringComparer.Ordinal)
            .Select(way => new Doable(new Effort(way.Event, way.Minutes, []), way.About, null, 0, null));

        // Of an academy that teaches every role something, what this role or a lead can ask for, and whatever has to come before that.
        IEnumerable<Doable> Relevant(IReadOnlyList<Doable> all)
        {
            var first = all.ToDictionary(way => way.Effort.Id, way => way.Effort.After, StringComparer.Ordinal);
            var wanted = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>(all.Where(IsAskedFor).Select(way => way.Effort.Id));
            while (open.TryPop(out var id))
                if (first.TryGetValue(id, out var before) && wanted.Add(id))
                    foreach (var one in before)
                        open.Push(one);
            return all.Where(way => wanted.Contains(way.Effort.Id));
        }

        bool IsAskedFor(Doable way) => way.Effort.Event switch
        {
            Hypothesis.LessonCheck check => check.Families.Any(IsMeasured),
            Hypothesis.Certified certified => certified.Families.Any(IsMeasured) || role.Gates.Any(gate => gate.Certifications.Contains(certified.Certification))
                || catalogue.Leads.TagDemands.Any(demand => demand.Certification == certified.Certification),
            _ => true,
        };

        bool IsMeasured(string family) => catalogue.Families[family].Competency is var competency
            && (role.Competencies.Any(c => c.Competency == competency && c is { Weight: > 0, Lambda: > 0 }) || catalogue.Leads.TagDemands.Any(demand => demand.Competency == competency));

        Doable Behind(Doable way, Milestone milestone) => before.TryGetValue(milestone, out var first)
            ? way with { Effort = way.Effort with { After = [.. way.Effort.After.Union(first.SelectMany(StepsTo), StringComparer.Ordinal)] } }
            : way;

        IEnumerable<string> StepsTo(Milestone milestone) => milestone.Kind == MilestoneKind.Course ? Unanswered(milestone.Id) : [new Hypothesis.Certified(milestone.Id, []).Id];

        // What was answered once is behind the seller, right or wrong.
        IEnumerable<string> Unanswered(string course) => gates.Contains(course)
            ? ofCourse[course]
            : lessons.Where(lesson => lesson.Course == course && !lesson.IsAgain).Select(lesson => lesson.Effort.Id);

        bool IsRight(string family) => evidence.TryGetValue(family, out var answered) && answered.Score >= 1;
    }
}
