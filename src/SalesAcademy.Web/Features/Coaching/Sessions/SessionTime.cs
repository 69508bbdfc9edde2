using System.Globalization;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>Moments of a session or a recording as seconds.</summary>
internal static class SessionTime
{
    /// <summary>83 of 1:23 or 83; null for what is neither.</summary>
    public static int? Seconds(string? written)
    {
        var parts = (written ?? "").Trim().Replace('：', ':').Split(':');
        if (parts.Length > 3 || parts.Any(part => part.Length is 0 or > 5 || !part.All(char.IsAsciiDigit)))
            return null;
        int[] numbers = [.. parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        // Only what comes first may pass a whole minute or hour.
        if (numbers[1..].Any(number => number > 59))
            return null;
        return numbers.Aggregate(0L, (sum, number) => sum * 60 + number) is <= int.MaxValue and var seconds ? (int)seconds : null;
    }

    /// <summary>Whether something is written that is no moment.</summary>
    public static bool IsUnreadable(string? written) => !string.IsNullOrWhiteSpace(written) && Seconds(written) is null;
}
