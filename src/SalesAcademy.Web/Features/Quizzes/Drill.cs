using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A person's drill of a day, and the week it stands in.</summary>
/// <param name="Today">The day.</param>
/// <param name="AskedThisWeek">The questions drawn since Monday, in order of day and number.</param>
/// <param name="Families">The live families.</param>
/// <param name="Answers">Every first answer of a day.</param>
/// <param name="Catalogue">What is taught.</param>
/// <param name="Role">What the person is measured by; null for somebody who is not.</param>
/// <param name="HiredOn">The first day at work.</param>
/// <param name="Leaves">Days off from this week on.</param>
internal sealed record Drill(
    DateOnly Today, IReadOnlyList<DrillQuestionRow> AskedThisWeek, IReadOnlyList<Family> Families, IReadOnlyList<Answer> Answers,
    Catalogue Catalogue, RoleProfile? Role, DateOnly HiredOn, IReadOnlyList<(DateOnly From, DateOnly Until)> Leaves)
{
    private const int FarAhead = 90;
    private const int WorkingDays = 5;

    private readonly Lazy<IReadOnlyList<FamilyEvidence>> evidence = new(() => CountedAnswers.Of(Families, Answers, Today, Catalogue.Readiness.StabilityScale));
    private IReadOnlyList<Family>? withinReach;
    private DrillWeek? week;

    /// <summary>The questions drawn today: the day's own, then those of a second set.</summary>
    public IReadOnlyList<DrillQuestionRow> Asked => [.. AskedThisWeek.Where(row => row.Day == Today)];

    /// <summary>Begun and not answered.</summary>
    public IEnumerable<DrillQuestionRow> Open => Asked.Where(q => q.AnsweredAt is null);

    /// <summary>Families to ask today beside those already begun.</summary>
    public IReadOnlyList<Family> Plan => Open.Any() ? [] : On(Today, Set(Today, second: false).Asked);

    /// <summary>Families of a second set that makes up for yesterday: offered when today's own drill is finished, and once.</summary>
    public IReadOnlyList<Family> SecondPlan => Role is null || Waiting > 0 || Asked.Count == 0 || Asked.Any(row => row.IsSecond) || Week.MissedYesterday is null
        ? []
        : DrillPlan.Second(Catalogue.Readiness, Role, [.. WithinReach.ExceptBy(Asked.Select(row => row.Family), family => family.Id)], Evidence, Today);

    /// <summary>How many questions wait today.</summary>
    public int Waiting => Open.Any() ? Open.Count() : Plan.Count;

    /// <summary>The working week with its goal.</summary>
    public DrillWeek Week => week ??= DrillWeek.Of(Today, Catalogue.Readiness.DrillPerDay,
        [.. Enumerable.Range(0, WorkingDays).Select(DrillWeek.MondayOf(Today).AddDays).Select(day => new DrillWorkday(day, Asks(day), Set(day, second: false), Set(day, second: true)))]);

    private IReadOnlyList<FamilyEvidence> Evidence => evidence.Value;

    private IReadOnlyList<Family> WithinReach => withinReach ??= Reach(Evidence);

    /// <summary>The next day after today with questions, and how many; null when none is in sight.</summary>
    public (DateOnly Day, int Count)? Next() => Enumerable.Range(1, FarAhead)
        .Select(ahead => Today.AddDays(ahead))
        .Select(day => (Day: day, On(day, 0).Count))
        .Where(next => next.Count > 0)
        .Select(next => ((DateOnly, int)?)next)
        .FirstOrDefault();

    /// <summary>When a family comes again; null when it is retired or was never counted.</summary>
    public DateOnly? Review(string family) => Evidence.FirstOrDefault(e => e.Family.Id == family) is { } evidence
        ? evidence.Last.AddDays(evidence.Memory.Interval(Catalogue.Readiness.Retention, evidence.StabilityScale))
        : null;

    private IReadOnlyList<Family> On(DateOnly day, int answered) => Role is null ? [] : Planned(Role, day, WithinReach, Evidence, answered);

    private IReadOnlyList<Family> Planned(RoleProfile role, DateOnly day, IReadOnlyList<Family> families, IReadOnlyList<FamilyEvidence> known, int answered) =>
        DrillPlan.For(Catalogue.Readiness, role, families, known, new DrillDay(day, day.DayNumber - HiredOn.DayNumber, IsWorkday(day), answered));

    // A day that went by is judged by what was due that morning: nobody misses a day that asked nothing.
    private bool Asks(DateOnly day)
    {
        if (Role is null || !IsWorkday(day) || day < HiredOn)
            return false;
        if (day > Today || AskedThisWeek.Any(row => row.Day == day))
            return true;
        if (day == Today)
            return Plan.Count > 0;
        var then = CountedAnswers.Of(Families, Answers, day.AddDays(-1), Catalogue.Readiness.StabilityScale);
        return Planned(Role, day, Reach(then), then, answered: 0).Count > 0;
    }

    private DrillSet Set(DateOnly day, bool second)
    {
        var rows = AskedThisWeek.Where(row => row.Day == day && row.IsSecond == second).ToArray();
        return new DrillSet(rows.Length, rows.Count(row => row.AnsweredAt is not null));
    }

    private IReadOnlyList<Family> Reach(IReadOnlyList<FamilyEvidence> known)
    {
        var reach = Catalogue.WithinReach(known.Select(e => e.Family.Id).ToHashSet(StringComparer.Ordinal));
        return [.. Families.Where(family => reach.Contains(family.Id))];
    }

    private bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Leaves.Any(leave => leave.From <= day && day <= leave.Until);
}
