using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Courses;

/// <summary>A person has read a lesson to its end and passed its check; said once per person and lesson.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="ContentHash">The catalogue it was done under.</param>
public sealed record LessonCompleted(Guid Subject, string Course, string Lesson, string ContentHash) : IEvent, IUnderContent;

/// <summary>A person has completed every lesson of a course; said once per person and course.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Course">The course.</param>
/// <param name="ContentHash">The catalogue it was done under.</param>
public sealed record CourseCompleted(Guid Subject, string Course, string ContentHash) : IEvent, IUnderContent;

/// <summary>A lesson is taught with a change that those who had completed it before are asked to read; said again when it was taken back and is back.</summary>
/// <param name="Subject">The change.</param>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="On">The day its author gave it.</param>
/// <param name="Asked">How many people who work here then are asked.</param>
/// <param name="ContentHash">The catalogue it came with.</param>
public sealed record LessonChangeOpened(Guid Subject, string Course, string Lesson, DateOnly On, int Asked, string ContentHash) : IEvent, IUnderContent;

/// <summary>The change is no longer in what is taught; nobody is asked to read it any more.</summary>
/// <param name="Subject">The change.</param>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="On">The day its author gave it.</param>
/// <param name="Unread">How many had not read it yet.</param>
/// <param name="ContentHash">The catalogue that no longer has it.</param>
public sealed record LessonChangeTakenBack(Guid Subject, string Course, string Lesson, DateOnly On, int Unread, string ContentHash) : IEvent, IUnderContent;

/// <summary>A person who had completed a lesson has read what changed in it, and whatever had changed before; said once per person and change.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Course">The course.</param>
/// <param name="Lesson">The lesson.</param>
/// <param name="On">The day of the latest change they were asked to read.</param>
/// <param name="ByCheck">Whether they passed the lesson's check again; otherwise they said that they have read it.</param>
/// <param name="ContentHash">The catalogue they read it in.</param>
public sealed record LessonChangeRead(Guid Subject, string Course, string Lesson, DateOnly On, bool ByCheck, string ContentHash) : IEvent, IUnderContent;

/// <summary>An author has handed a draft of a page in for review.</summary>
/// <param name="Subject">The draft.</param>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record DraftSubmitted(Guid Subject, string Path, Guid Author) : IEvent;

/// <summary>Whoever looked at a draft wants something changed before it is published; their words are in the draft.</summary>
/// <param name="Subject">The draft.</param>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Author">Who wrote it.</param>
public sealed record DraftSentBack(Guid Subject, string Path, Guid Author) : IEvent;

/// <summary>A draft stands in the content folder.</summary>
/// <param name="Subject">The draft.</param>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Author">Who wrote it; who let it pass is the actor.</param>
/// <param name="FileHash">Names exactly the bytes that were written.</param>
/// <param name="Commit">The commit, where the folder is kept in git.</param>
public sealed record DraftPublished(Guid Subject, string Path, Guid Author, string FileHash, string? Commit) : IEvent;
