using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Coaching;

/// <summary>A coach sent a note, or its receiver an answer; the words are in its row.</summary>
/// <param name="Subject">Who receives it.</param>
/// <param name="Note">The note.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Sequence">Its number among the receiver's notes, from 1.</param>
/// <param name="Held">Whether it waits until a certification quiz is submitted.</param>
/// <param name="ReplyTo">The note it answers.</param>
public sealed record NoteSent(Guid Subject, Guid Note, Guid Author, long Sequence, bool Held, Guid? ReplyTo = null) : IEvent;

/// <summary>Held notes may be shown now.</summary>
/// <param name="Subject">Who receives them.</param>
/// <param name="Notes">The notes, in order.</param>
public sealed record NotesReleased(Guid Subject, IReadOnlyList<Guid> Notes) : IEvent;

/// <summary>Its author took a note back before its receiver had it.</summary>
/// <param name="Subject">Who would have received it.</param>
/// <param name="Note">The note.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record NoteWithdrawn(Guid Subject, Guid Note, Guid Author) : IEvent;

/// <summary>The receiver acknowledged a note.</summary>
/// <param name="Subject">Who received it.</param>
/// <param name="Note">The note.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record NoteAcknowledged(Guid Subject, Guid Note, Guid Author) : IEvent;

/// <summary>The receiver said that a note helped.</summary>
/// <param name="Subject">Who received it.</param>
/// <param name="Note">The note.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record NoteHelped(Guid Subject, Guid Note, Guid Author) : IEvent;

/// <summary>Notes that were not acknowledged were brought up to their receiver; once for each.</summary>
/// <param name="Subject">Who received them.</param>
/// <param name="Notes">The notes, in order.</param>
public sealed record NotesRemindedOf(Guid Subject, IReadOnlyList<Guid> Notes) : IEvent;

/// <summary>An author was told of notes that nobody acknowledged; once for each.</summary>
/// <param name="Subject">Who received them.</param>
/// <param name="Author">Who wrote them and was told.</param>
/// <param name="Notes">The notes, in order.</param>
public sealed record NotesLeftUnanswered(Guid Subject, Guid Author, IReadOnlyList<Guid> Notes) : IEvent;

/// <summary>Somebody whom the coaching policy names read notes between two others; once for each reader, exchange and local day.</summary>
/// <param name="Subject">Who was coached.</param>
/// <param name="Coach">Who coached.</param>
/// <param name="Thread">The note that began the exchange.</param>
/// <param name="Reader">Who read.</param>
/// <param name="By">By which of the policy's words they may.</param>
public sealed record CoachingRead(Guid Subject, Guid Coach, Guid Thread, Guid Reader, NoteReaders By) : IEvent;

/// <summary>A person does not want to be disturbed for a while.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Focus">That focus time.</param>
/// <param name="Until">When it ends by itself.</param>
public sealed record FocusBegun(Guid Subject, Guid Focus, DateTime Until) : IEvent;

/// <summary>A person may be disturbed again.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Focus">The focus time that is over.</param>
public sealed record FocusEnded(Guid Subject, Guid Focus) : IEvent;

/// <summary>A coach rated what they saw, by a rubric.</summary>
/// <param name="Subject">Who was observed.</param>
/// <param name="Rater">Who rated.</param>
/// <param name="Scorecard">The scorecard.</param>
/// <param name="Rubric">The rubric it follows.</param>
/// <param name="Ratings">One level for each competency, in ordinal id order.</param>
/// <param name="Day">The local day observed.</param>
/// <param name="ContentHash">The catalogue of the rubric.</param>
public sealed record ObservationRecorded(Guid Subject, Guid Rater, Guid Scorecard, string Rubric, IReadOnlyList<CompetencyRating> Ratings, DateOnly Day, string ContentHash)
    : IEvent, IUnderContent;

/// <summary>The observed level of one competency.</summary>
/// <param name="Competency">What was rated.</param>
/// <param name="Level">1..Levels.</param>
/// <param name="Levels">How many levels the scale has.</param>
public sealed record CompetencyRating(string Competency, int Level, int Levels);
