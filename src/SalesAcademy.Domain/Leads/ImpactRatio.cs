namespace SalesAcademy.Domain.Leads;

/// <summary>How a group fares beside the group that fares best.</summary>
/// <param name="Group">Which group.</param>
/// <param name="Selected">How many were selected; null where the group is too small to be told.</param>
/// <param name="Total">How many there are; null likewise.</param>
/// <param name="Rate">Selected over total, 0..1; null likewise.</param>
/// <param name="Ratio">The rate over the highest rate, 0..1; null likewise, and where nobody was selected anywhere.</param>
/// <param name="IsFlagged">Whether the ratio is below four fifths.</param>
public sealed record GroupImpact(string Group, int? Selected, int? Total, double? Rate, double? Ratio, bool IsFlagged)
{
    /// <summary>Whether the group is too small to be told.</summary>
    public bool IsSuppressed => Total is null;
}

/// <summary>
/// The impact ratio: each group's selection rate over that of the group selected most often, flagged below four fifths (Uniform Guidelines on
/// Employee Selection Procedures, 29 CFR 1607.4 D). It says that something is to be looked at, not why. Groups under ten are not told,
/// neither compared with: one person more or less would move them too far, and they could be recognised.
/// </summary>
public static class ImpactRatio
{
    /// <summary>The smallest group that is told.</summary>
    public const int Least = 10;

    /// <summary>The ratio below which a group is flagged.</summary>
    public const double FourFifths = 0.8;

    // Whole numbers divided twice: four fifths exactly must not be flagged.
    private const double Rounding = 1e-9;

    /// <summary>The groups in ordinal order of their names.</summary>
    /// <param name="groups">Name, how many were selected, how many there are.</param>
    public static IReadOnlyList<GroupImpact> Of(IEnumerable<(string Group, int Selected, int Total)> groups)
    {
        (string Group, int Selected, int Total)[] all = [.. groups.OrderBy(group => group.Group, StringComparer.Ordinal)];
        var best = all.Where(group => group.Total >= Least).Select(group => (double)group.Selected / group.Total).DefaultIfEmpty().Max();
        return [.. all.Select(group =>
        {
            if (group.Total < Least)
                return new GroupImpact(group.Group, null, null, null, null, false);
            var rate = (double)group.Selected / group.Total;
            double? ratio = best > 0 ? rate / best : null;
            return new GroupImpact(group.Group, group.Selected, group.Total, rate, ratio, ratio < FourFifths - Rounding);
        })];
    }
}
