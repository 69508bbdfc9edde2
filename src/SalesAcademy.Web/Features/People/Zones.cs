namespace SalesAcademy.Web.Features.People;

/// <summary>The time zones offered, one for each offset and rule of the places where sales teams sit, with a name in the room's words (zone.&lt;id&gt;).</summary>
internal static class Zones
{
    public static readonly IReadOnlyList<string> Offered =
    [
        "Pacific/Honolulu", "America/Los_Angeles", "America/Denver", "America/Chicago", "America/New_York", "America/Sao_Paulo", "UTC",
        "Europe/London", "Europe/Paris", "Europe/Athens", "Africa/Johannesburg", "Africa/Nairobi", "Europe/Istanbul", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata",
        "Asia/Dhaka", "Asia/Bangkok", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Singapore", "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Australia/Sydney", "Pacific/Auckland",
    ];

    public static bool IsKnown(string? zone) => zone is not null && Offered.Contains(zone, StringComparer.Ordinal);
}
