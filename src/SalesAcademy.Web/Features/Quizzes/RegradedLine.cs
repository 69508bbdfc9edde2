using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>One attempt that a regrade changes or has changed, as HR reads it.</summary>
internal sealed record RegradedLine(
    Guid Attempt, Guid Person, string Name, int Number, AttemptKind Kind, double Before, double After, double ResultBefore, double ResultAfter, bool PassedBefore, bool PassedAfter)
{
    /// <summary>As many as are shown at once; all of them when it is asked for.</summary>
    public const int Most = 100;

    /// <summary>The attempts among these that pass no longer, or would not.</summary>
    public static IReadOnlyList<Guid> NoLongerPassed(IEnumerable<RegradedLine> lines) => [.. lines.Where(line => line is { PassedBefore: true, PassedAfter: false }).Select(line => line.Attempt)];

    /// <summary>What a preview says, those first whose pass changes, then by name.</summary>
    public static async Task<IReadOnlyList<RegradedLine>> Of(AcademyDb db, IReadOnlyList<RegradeChange> changes, CancellationToken cancellation)
    {
        var people = changes.Select(change => change.Attempt.Person).Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return InOrder(changes.Select(change => new RegradedLine(
            change.Attempt.Id, change.Attempt.Person, names.GetValueOrDefault(change.Attempt.Person, ""), change.Attempt.Number, change.Attempt.Kind,
            change.Before, change.After, change.Attempt.Score ?? 0, change.Outcome.Score, change.Attempt.Passed == true, change.Outcome.Passed)));
    }

    /// <summary>What a regrade has changed, in the same order.</summary>
    public static async Task<IReadOnlyList<RegradedLine>> Of(AcademyDb db, Guid regrade, CancellationToken cancellation) => InOrder(await (
        from mark in db.Set<RegradedMarkRow>()
        where mark.Regrade == regrade
        join attempt in db.Set<AttemptRow>() on mark.Attempt equals attempt.Id
        from person in db.Set<PersonRow>().Where(p => p.Id == attempt.Person).DefaultIfEmpty()
        select new RegradedLine(attempt.Id, attempt.Person, person.Name ?? "", attempt.Number, attempt.Kind, mark.Before, mark.After, mark.ResultBefore, mark.ResultAfter, mark.PassedBefore, mark.PassedAfter))
        .ToListAsync(cancellation));

    private static RegradedLine[] InOrder(IEnumerable<RegradedLine> lines) =>
        [.. lines.OrderBy(line => (line.PassedBefore, line.PassedAfter) switch { (true, false) => 0, (false, true) => 1, _ => 2 }).ThenBy(line => line.Name, StringComparer.CurrentCulture).ThenBy(line => line.Number)];
}
