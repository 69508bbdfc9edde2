namespace SalesAcademy.Domain.Certificates;

/// <summary>The days in which what a certification asks for its renewal is enough.</summary>
/// <param name="Opens">The first day whose quiz counts for the next certificate.</param>
/// <param name="Closes">The last day on which the way of renewal is enough; from the day after, the original way is asked again.</param>
public sealed record RenewalPeriod(DateOnly Opens, DateOnly Closes)
{
    /// <summary>Whether the certificate was let lapse by a day.</summary>
    public bool IsOverOn(DateOnly day) => Closes < day;

    /// <summary>The first day of renewal before an end.</summary>
    public static DateOnly Opening(DateOnly until, int days) => until.AddDays(1 - days);
}

/// <summary>When a certificate may be renewed. Grace prolongs nothing: in those days the certificate is over, and only the way back is the shorter one.</summary>
/// <param name="OpensDays">Days before the end, the last one counted in, from which a quiz counts for the next certificate.</param>
/// <param name="GraceDays">Days after the end in which the renewal is still enough.</param>
public sealed record RenewalRule(int OpensDays = RenewalRule.StandardDays, int GraceDays = RenewalRule.StandardGrace)
{
    /// <summary>Where a certification says nothing.</summary>
    public const int StandardDays = 60;

    /// <summary>Where a certification says nothing.</summary>
    public const int StandardGrace = 30;

    /// <summary>The days of a certificate that ends; null for one that never does.</summary>
    public RenewalPeriod? Of(DateOnly? until) => until is { } end ? new RenewalPeriod(RenewalPeriod.Opening(end, OpensDays), end.AddDays(GraceDays)) : null;
}
