namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>A way in which somebody was coached.</summary>
internal enum Coached
{
    Note,
    Session,
    Scorecard,
}

/// <summary>One seller and when they were last coached.</summary>
/// <param name="Last">The organisation's day; null for never.</param>
/// <param name="By">In which way.</param>
/// <param name="Days">Days since, or since they joined.</param>
/// <param name="MayPlan">Whether the viewer coaches them.</param>
internal sealed record CoverageLine(Guid Id, string Name, string Team, DateOnly? Last, Coached? By, int Days, bool MayPlan);

/// <summary>What was written and agreed in a span of days: amounts only.</summary>
internal sealed record CoachingAmounts(int Notes, int Acknowledged, int Helped, int Sessions, int Items, int ItemsDone, TimeSpan? UntilRead, int Read, TimeSpan? UntilAcknowledged);

/// <summary>Who waits for coaching, and what coaching there was.</summary>
/// <param name="Lines">Every seller in sight, the longest without coaching first.</param>
/// <param name="Without">Days from which somebody counts as not coached.</param>
internal sealed record CoveragePage(IReadOnlyList<CoverageLine> Lines, int Without, CoachingAmounts Amounts)
{
    /// <summary>Days the amounts look back.</summary>
    public const int Span = 90;

    public static readonly IReadOnlyList<int> Choices = [14, 30, 60];

    public IReadOnlyList<CoverageLine> Waiting => [.. Lines.Where(line => line.Days >= Without)];

    /// <summary>Those of the viewer's own teams who do not wait.</summary>
    public IReadOnlyList<CoverageLine> Coached => [.. Lines.Where(line => line.Days < Without && line.MayPlan)];
}
