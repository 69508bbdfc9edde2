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
