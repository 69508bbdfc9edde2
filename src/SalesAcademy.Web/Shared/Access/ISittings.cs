using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Access;

/// <summary>A quiz that somebody may not begin now.</summary>
/// <param name="Person">Who.</param>
/// <param name="Course">The course of the quiz.</param>
/// <param name="Quiz">The quiz.</param>
/// <param name="Until">When they may again; null when only others can change that: no attempt is left, or it has closed.</param>
public readonly record struct ShutQuiz(Guid Person, string Course, string Quiz, DateTime? Until);

/// <summary>A room that holds people to the number of attempts, the waits between them and the days on which a quiz is open.</summary>
public interface ISittings
{
    /// <summary>The quizzes leading to a certification that each of them may not begin now and has not passed; in one query, or two.</summary>
    Task<IReadOnlyList<ShutQuiz>> Shut(AcademyDb db, IReadOnlyList<Guid> people, CancellationToken cancellation = default);
}
