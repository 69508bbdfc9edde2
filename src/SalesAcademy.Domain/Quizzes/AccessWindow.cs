namespace SalesAcademy.Domain.Quizzes;

/// <summary>When a quiz may be sat, by the clock on the organisation's wall.</summary>
/// <param name="Opens">The local moment from which it may begin; null for always.</param>
/// <param name="Closes">The local moment from which it is closed; null for never.</param>
public sealed record AccessWindow(DateTime? Opens, DateTime? Closes)
{
    /// <summary>Open at any time.</summary>
    public static readonly AccessWindow Always = new(null, null);

    /// <summary>The instant (UTC) it opens at in a zone.</summary>
    public DateTime? OpensIn(TimeZoneInfo zone) => Instant(Opens, zone);

    /// <summary>The instant (UTC) it closes at in a zone.</summary>
    public DateTime? ClosesIn(TimeZoneInfo zone) => Instant(Closes, zone);

    // A minute that the clock leaves out is the next there is; of one that it strikes twice, the later counts.
    private static DateTime? Instant(DateTime? moment, TimeZoneInfo zone)
    {
        if (moment is not { } local)
            return null;
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetUtcOffset(local);
        return DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
    }
}
