using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Something a seller can do that moves readiness, with what it takes.</summary>
/// <param name="Event">What would happen.</param>
/// <param name="About">The lesson, certification or rubric.</param>
/// <param name="Questions">How many questions are answered.</param>
/// <param name="Minutes">About how long it takes.</param>
/// <param name="Url">Where it begins; null where somebody else has to begin it.</param>
internal sealed record Way(Hypothesis Event, Localised<string> About, int Questions, int Minutes, string? Url)
{
    /// <summary>Of a lesson that was finished before only the check is taken again; a certification that is held is sat once more, for what has faded since.</summary>
    public bool IsAgain { get; init; }
}

/// <summary>What a seller can do today to become more ready, before its effect is known.</summary>
internal static class WaysUp
{
    // Below it a family is due by the usual retention; sooner another sitting is no use of anybody's time.
    private const double FadedBelow = 0.9;

    // A watched call with its debriefing.
    private const int MinutesPerObservation = 30;

    // The level a coach gives to work as it should be (3 of 4): effects of being observed are told for it.
    public const int ObservedLevel = 3;

    public static IEnumerable<Way> Of(Catalogue catalogue, RoleProfile role, SellerRecord record, Assessment now, WayFacts facts)
    {
        var evidence = now.Families.ToDictionary(e => e.Family.Id, StringComparer.Ordinal);
        return [.. Drill(catalogue, role, record, now, facts), .. Lessons(), .. Certifications(), .. now.Families.Count > 0 ? Observations(catalogue, role, facts.Rater) : []];

        // Of what is new the next lesson in order; of what was answered wrong, each check. Nothing that is not the seller's turn.
        IEnumerable<Way> Lessons()
        {
            var lessons = catalogue.Courses.Where(course => !IsClosed(MilestoneKind.Course, course.Id)).SelectMany(course => course.Lessons.Select(lesson => (Lesson: lesson, Check: course.FindQuiz(lesson.Check)!))).ToArray();
            var unread = lessons.Where(l => l.Check.Families.Any(f => !evidence.ContainsKey(f.Id) && Counts(f))).Take(1);
            var wrong = lessons.Where(l => l.Check.Families.Any(f => evidence.TryGetValue(f.Id, out var e) && e.Score < 1 && Counts(f)));
            return [.. unread.Select(l => Lesson(l.Lesson, l.Check, again: false, facts.Language)), .. wrong.Except(unread).Select(l => Lesson(l.Lesson, l.Check, again: true, facts.Language))];
        }

        // Only once every lesson check was answered: before, the lessons are the next step. None that may not be sat today.
        IEnumerable<Way> Certifications() => catalogue.Certifications
            .Where(certification => IsWorthSitting(catalogue, certification, record, evidence, facts.Drill.Today) && !IsClosed(MilestoneKind.Certification, certification.Id) && !facts.Shut.ContainsKey(certification.Id)
                && (!certification.EveryLesson || catalogue.FindCourse(certification.Course) is not { } course || course.Lessons.All(l => course.FindQuiz(l.Check)!.Families.All(f => evidence.ContainsKey(f.Id)))))
            .Select(certification => Certification(catalogue, certification, record, evidence)).OfType<Way>();

        bool IsClosed(MilestoneKind kind, string id) => facts.Closed.ContainsKey(new(kind, id));

        bool Counts(QuestionFamily family) => role.Competencies.Any(c => c.Competency == family.Competency && c is { Weight: > 0, Lambda: > 0 });
    }

    /// <summary>What is left of today's drill, if the house has one.</summary>
    public static IEnumerable<Way> Drill(Catalogue catalogue, RoleProfile role, SellerRecord record, Assessment now, WayFacts facts)
    {
        var reach = catalogue.WithinReach(now.Families.Select(e => e.Family.Id).ToHashSet(StringComparer.Ordinal));
        var plan = DrillPlan.For(catalogue.Readiness, role, [.. record.Families.Where(f => reach.Contains(f.Id))], now.Families, facts.Drill);
        if (plan.Count > 0 && facts.DrillUrl is { } url)
            yield return new Way(new Hypothesis.Drill([.. plan.Select(f => f.Id)]), new("", ""), plan.Count, DrillPlan.Minutes(plan.Count), url);
    }

    /// <summary>A lesson with its check, or the check again.</summary>
    public static Way Lesson(Lesson lesson, Quiz check, bool again, string language) => new(
        new Hypothesis.LessonCheck($"{lesson.Course}/{lesson.Id}", [.. check.Families.Select(f => f.Id)]), lesson.Text.Select(text => text.Title), check.Families.Count,
        (again ? 0 : lesson.Text.In(language).Value.Minutes) + DrillPlan.Minutes(check.Families.Count), $"/courses/{lesson.Course}/{lesson.Id}{(again ? "#check" : "")}")
    {
        IsAgain = again,
    };

    /// <summary>A certification with its quiz; null where the quiz is not there. A draw is told by the families that would bring least: those already right, then those easiest to guess.</summary>
    public static Way? Certification(Catalogue catalogue, Certification certification, SellerRecord record, IReadOnlyDictionary<string, FamilyEvidence> evidence)
    {
        if (catalogue.FindCourse(certification.Course) is not { } course || course.FindQuiz(certification.Quiz) is not { } quiz)
            return null;
        var drawn = quiz.Families.OrderByDescending(f => evidence.GetValueOrDefault(f.Id)?.Score ?? 0).ThenByDescending(f => f.Guess).ThenBy(f => f.Id, StringComparer.Ordinal).Take(quiz.Draw);
        return new Way(
            new Hypothesis.Certified(certification.Id, [.. drawn.Select(f => f.Id)]), certification.Title, quiz.Draw,
            (int?)quiz.TimeLimit?.TotalMinutes ?? DrillPlan.Minutes(quiz.Draw), $"/courses/{course.Id}#{certification.Id}")
        {
            IsAgain = record.Standing.Certifications.Contains(certification.Id),
        };
    }

    /// <summary>Whether a certification is not held, or its questions have faded: no drill asks what an exam keeps to itself.</summary>
    public static bool IsWorthSitting(Catalogue catalogue, Certification certification, SellerRecord record, IReadOnlyDictionary<string, FamilyEvidence> evidence, DateOnly today) =>
        !record.Standing.Certifications.Contains(certification.Id)
        || (catalogue.FindCourse(certification.Course)?.FindQuiz(certification.Quiz) is { } quiz
            && quiz.Families.Any(family => evidence.TryGetValue(family.Id, out var answered) && answered.Recall(today) < FadedBelow));

    /// <summary>One observation by this coach with each rubric that rates something the role asks for.</summary>
    public static IEnumerable<Way> Observations(Catalogue catalogue, RoleProfile role, Guid rater) =>
        from rubric in catalogue.Scorecards
        let competencies = rubric.Criteria.Select(c => c.Competency).Distinct(StringComparer.Ordinal)
            .Where(id => role.Competencies.Any(c => c.Competency == id && c is { Weight: > 0, Lambda: < 1 })).Order(StringComparer.Ordinal).ToArray()
        where competencies.Length > 0
        select new Way(new Hypothesis.Observed(rater, competencies, ObservedLevel), rubric.Title, 0, MinutesPerObservation, null);
}

/// <summary>What the ways depend on besides the record.</summary>
/// <param name="Drill">How much of today's drill is left.</param>
/// <param name="Rater">The coach who would observe: whoever has rated least lately.</param>
/// <param name="Language">Whose reading time counts.</param>
/// <param name="DrillUrl">Where the drill is; null where there is none.</param>
/// <param name="Closed">What is not the seller's turn yet.</param>
/// <param name="Shut">The certifications that cannot be sat now, each with when it opens again; null when only others can open it.</param>
internal sealed record WayFacts(
    DrillDay Drill, Guid Rater, string Language, string? DrillUrl, IReadOnlyDictionary<Milestone, Prerequisite> Closed, IReadOnlyDictionary<string, DateTime?> Shut)
{
    public static WayFacts Of(SellerPicture seller, string? drillUrl) => Of(
        seller.Person.HiredOn, seller.Person.ContentLanguage, seller.Evidence, seller.Managers, seller.Day, drillUrl, seller.Closed, seller.Shut);

    public static WayFacts Of(
        DateOnly hiredOn, string language, SellerEvidence evidence, IReadOnlyList<Guid> managers, DateOnly day, string? drillUrl, IReadOnlyDictionary<Milestone, Prerequisite> closed,
        IReadOnlyDictionary<string, DateTime?> shut) => new(
        new DrillDay(
            day, day.DayNumber - hiredOn.DayNumber, day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            evidence.Answers.Count(a => a.Kind == AttemptKind.Drill && a.Day == day)),
        InTurn(managers, evidence) is [var first, ..] ? first : Guid.Empty, language, drillUrl, closed, shut);

    /// <summary>Those who may observe, whoever has rated least lately first.</summary>
    public static IReadOnlyList<Guid> InTurn(IEnumerable<Guid> managers, SellerEvidence evidence) =>
        [.. managers.OrderBy(m => evidence.Observations.Where(o => o.Rater == m).Select(o => o.Day).DefaultIfEmpty().Max()).ThenBy(m => m)];
}
