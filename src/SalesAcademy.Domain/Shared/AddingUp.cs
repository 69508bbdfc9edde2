namespace SalesAcademy.Domain.Shared;

/// <summary>Rounds the parts of a sum so that what is shown adds up to the shown total: largest remainder (model.md section 0 shows 1 decimal).</summary>
public static class AddingUp
{
    /// <summary>The parts with the given decimals (0..6); each differs from its own value by less than one last digit, and they sum to the rounded total. Equal remainders go to the earlier part.</summary>
    public static IReadOnlyList<decimal> Round(IReadOnlyList<double> parts, int decimals = 1)
    {
        var unit = Math.Pow(10, decimals);
        var rounded = parts.Select(part => Math.Floor(part * unit)).ToArray();
        var missing = (int)(Math.Round(parts.Sum() * unit, MidpointRounding.AwayFromZero) - rounded.Sum());
        var largestFirst = Enumerable.Range(0, parts.Count).OrderByDescending(i => parts[i] * unit - rounded[i]).ThenBy(i => i);
        foreach (var i in largestFirst.Take(missing))
            rounded[i]++;
        return [.. rounded.Select(value => (decimal)value / (decimal)unit)];
    }
}
