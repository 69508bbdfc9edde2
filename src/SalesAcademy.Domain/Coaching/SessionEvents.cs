using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A coach planned a session.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="Coach">Who coaches.</param>
/// <param name="Raters">Who rates, the coach among them; nobody where nothing is rated.</param>
/// <param name="Kind">What they meet for.</param>
/// <param name="StartsAt">When, UTC.</param>
/// <param name="Minutes">How long.</param>
/// <param name="Rubric">What is rated by, if anything.</param>
public sealed record SessionPlanned(Guid Subject, Guid Session, Guid Coach, IReadOnlyList<Guid> Raters, SessionKind Kind, DateTime StartsAt, int Minutes, string? Rubric) : IEvent;

/// <summary>A planned session has another time or place.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="StartsAt">When, UTC.</param>
/// <param name="Minutes">How long.</param>
public sealed record SessionMoved(Guid Subject, Guid Session, DateTime StartsAt, int Minutes) : IEvent;

/// <summary>A session began.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="ContentHash">The catalogue its rubric is taken from, whatever is published meanwhile.</param>
public sealed record SessionBegun(Guid Subject, Guid Session, string ContentHash) : IEvent, IUnderContent;

/// <summary>A session ended.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="Scorecards">The scorecards that came of it, one for each rater who handed in.</param>
public sealed record SessionEnded(Guid Subject, Guid Session, IReadOnlyList<Guid> Scorecards) : IEvent;

/// <summary>A session did not take place; why is in its row.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="Excused">Whether one of the two was excused, rather than the session cancelled.</param>
public sealed record SessionCalledOff(Guid Subject, Guid Session, bool Excused) : IEvent;

/// <summary>A signed session was opened once more; why is in its row.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
public sealed record SessionReopened(Guid Subject, Guid Session) : IEvent;

/// <summary>The coach wrote the summary of a session, or changed it; the words are in its row.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="Edition">Its edition, from 1.</param>
public sealed record SessionSummarised(Guid Subject, Guid Session, int Edition) : IEvent;

/// <summary>One of the two signed the summary of a session, or refused to.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="Session">The session.</param>
/// <param name="Signer">Who signed or refused.</param>
/// <param name="Edition">What was signed.</param>
/// <param name="Agrees">Whether it was signed.</param>
/// <param name="Closes">Whether both have signed now.</param>
public sealed record SessionSigned(Guid Subject, Guid Session, Guid Signer, int Edition, bool Agrees, bool Closes) : IEvent;

/// <summary>One of the two took something on; the words are in its row.</summary>
/// <param name="Subject">The owner.</param>
/// <param name="Item">The action item.</param>
/// <param name="Session">Where it was agreed.</param>
/// <param name="DueOn">The day it is due.</param>
public sealed record ActionItemAgreed(Guid Subject, Guid Item, Guid Session, DateOnly DueOn) : IEvent;

/// <summary>An action item was done or given up by its owner.</summary>
/// <param name="Subject">The owner.</param>
/// <param name="Item">The action item.</param>
/// <param name="Done">Whether it was done.</param>
public sealed record ActionItemSettled(Guid Subject, Guid Item, bool Done) : IEvent;
