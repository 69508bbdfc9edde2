using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// The few questions a seller should answer today so that nothing that counts is forgotten: families whose recall has fallen to the
/// retention, the most valuable first; then families never answered of competencies with too few (model.md section 2, drill).
/// </summary>
public static class DrillPlan
{
    private const int FirstMonth = 30;

    // What people take in the pilot of the drill.
    private const double MinutesPerQuestion = 2.0 / 3;

    /// <summary>About how long so many questions take, in whole minutes, rounded up.</summary>
    public static int Minutes(int questions) => (int)Math.Ceiling(questions * MinutesPerQuestion);

    /// <summary>
    /// The families of today, in the order in which they are asked; empty on a day off. Due ones fall by w*lambda*(1-R), then by
    /// last date, then by id. New ones follow by w*lambda, then id, no more per competency than its entry minimum still lacks.
    /// </summary>
    /// <param name="policy">Limits, retention and entry minimum.</param>
    /// <param name="role">The weights.</param>
    /// <param name="families">The live families; those not in the drill pool are passed over.</param>
    /// <param name="evidence">The counted answers as of today.</param>
    /// <param name="day">Today and how much of its portion is used up.</param>
    public static IReadOnlyList<Family> For(
        ReadinessPolicy policy, RoleProfile role, IReadOnlyList<Family> families, IReadOnlyList<FamilyEvidence> evidence, DrillDay day)
    {
        var value = role.Competencies.ToDictionary(c => c.Competency, c => c.Weight * c.Lambda, StringComparer.Ordinal);
        var due = evidence
            .Where(e => e.Family.Drilled && Value(e.Family) > 0 && e.IsDue(day.Today, policy.Retention))
            .OrderByDescending(e => Value(e.Family) * (1 - e.Recall(day.Today)))
            .ThenBy(e => e.Last)
            .ThenBy(e => e.Family.Id, StringComparer.Ordinal)
            .Select(e => e.Family);
        return [.. due.Concat(Unanswered()).Take(Portion(policy, day))];

        double Value(Family family) => value.GetValueOrDefault(family.Competency);

        IEnumerable<Family> Unanswered()
        {
            var answered = evidence.Select(e => e.Family.Id).ToHashSet(StringComparer.Ordinal);
            var count = evidence.CountBy(e => e.Family.Competency, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
            return families
                .Where(family => family.Drilled && Value(family) > 0 && !answered.Contains(family.Id))
                .GroupBy(family => family.Competency, StringComparer.Ordinal)
                .SelectMany(group => group.OrderBy(family => family.Id, StringComparer.Ordinal)
                    .Take(policy.Entry.Families - count.GetValueOrDefault(group.Key)))
                .OrderByDescending(Value)
                .ThenBy(family => family.Id, StringComparer.Ordinal);
        }
    }

    /// <summary>A second set of the day, for a day that was missed: as many more of what is due as a usual day asks, of whatever tenure.</summary>
    /// <param name="policy">Limits, retention and entry minimum.</param>
    /// <param name="role">The weights.</param>
    /// <param name="families">The live families not asked today.</param>
    /// <param name="evidence">The counted answers as of today, those of today included: what was just answered is not due.</param>
    /// <param name="today">The date.</param>
    public static IReadOnlyList<Family> Second(
        ReadinessPolicy policy, RoleProfile role, IReadOnlyList<Family> families, IReadOnlyList<FamilyEvidence> evidence, DateOnly today) =>
        For(policy, role, families, evidence, new DrillDay(today, FirstMonth));

    private static int Portion(ReadinessPolicy policy, DrillDay day)
    {
        if (!day.Workday)
            return 0;
        var portion = day.Tenure < FirstMonth ? policy.DrillPerDayFirstMonth : policy.DrillPerDay;
        return Math.Max(0, portion - day.Answered);
    }
}

/// <summary>The day of a drill for one seller.</summary>
/// <param name="Today">The tenant-local date.</param>
/// <param name="Tenure">Days since the first day at work; the first 30 (0..29) ask for more.</param>
/// <param name="Workday">Whether the seller works today.</param>
/// <param name="Answered">Drill questions already answered today.</param>
public sealed record DrillDay(DateOnly Today, int Tenure, bool Workday = true, int Answered = 0);
