using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>Why somebody was not sent a report that was due.</summary>
public enum Withheld
{
    /// <summary>They are here no more, or have lost the role that may see it.</summary>
    NotAllowed,

    /// <summary>They declined mail.</summary>
    NotWanted,

    /// <summary>The mail server did not take it for a day.</summary>
    Undeliverable,

    /// <summary>The report was paused or deleted before it was sent.</summary>
    CalledOff,
}

/// <summary>A list was saved under a name, with what narrows it.</summary>
/// <param name="Subject">The report.</param>
/// <param name="List">Which list.</param>
public sealed record ReportSaved(Guid Subject, string List) : IEvent;

/// <summary>A report was given another name, other days or another filter.</summary>
/// <param name="Subject">The report.</param>
public sealed record ReportChanged(Guid Subject) : IEvent;

/// <summary>A report was deleted; nothing is mailed of it any more.</summary>
/// <param name="Subject">The report.</param>
public sealed record ReportDeleted(Guid Subject) : IEvent;

/// <summary>A deleted report was brought back.</summary>
/// <param name="Subject">The report.</param>
public sealed record ReportRestored(Guid Subject) : IEvent;

/// <summary>From now on a report is mailed, or mailed at other times or to others.</summary>
/// <param name="Subject">The report.</param>
/// <param name="Times">When.</param>
/// <param name="Readers">To whom.</param>
public sealed record ReportMailingSet(Guid Subject, MailingTimes Times, IReadOnlyList<Guid> Readers) : IEvent;

/// <summary>A report is mailed no more, until that is resumed.</summary>
/// <param name="Subject">The report.</param>
public sealed record ReportMailingPaused(Guid Subject) : IEvent;

/// <summary>A report is mailed again; what was due meanwhile is not made up for.</summary>
/// <param name="Subject">The report.</param>
public sealed record ReportMailingResumed(Guid Subject) : IEvent;

/// <summary>Somebody was sent a report.</summary>
/// <param name="Subject">The reader.</param>
/// <param name="Report">The report.</param>
/// <param name="Due">When it was due.</param>
/// <param name="Rows">How many rows it had for them; null when it could not be made, which the letter says.</param>
public sealed record ReportMailed(Guid Subject, Guid Report, DateTime Due, int? Rows) : IEvent;

/// <summary>Somebody was not sent a report that was due.</summary>
/// <param name="Subject">The reader.</param>
/// <param name="Report">The report.</param>
/// <param name="Due">When it was due.</param>
/// <param name="Why">Why not.</param>
public sealed record ReportWithheld(Guid Subject, Guid Report, DateTime Due, Withheld Why) : IEvent;
