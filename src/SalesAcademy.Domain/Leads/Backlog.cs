namespace SalesAcademy.Domain.Leads;

/// <summary>How long it takes to give out leads that wait, if nothing else came in.</summary>
public static class Backlog
{
    /// <summary>
    /// Whole days: 0 when the room of today is enough; else what is above it at the weekly caps, 7 days of a cap each, rounded up. Null when nobody may
    /// take any. Leads that keep coming in make it longer; what is open longer than a week may too.
    /// </summary>
    /// <param name="waiting">Leads that wait.</param>
    /// <param name="roomNow">What the sellers may take today.</param>
    /// <param name="capAWeek">The weekly caps of these sellers together.</param>
    public static int? Days(int waiting, int roomNow, int capAWeek)
    {
        if (waiting <= roomNow)
            return capAWeek == 0 && waiting > 0 ? null : 0;
        return capAWeek == 0 ? null : ((waiting - roomNow) * 7 + capAWeek - 1) / capAWeek;
    }
}
