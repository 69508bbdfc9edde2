using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>A person was granted something beyond the rules of a quiz; the reason is kept apart, its hash with the event.</summary>
/// <param name="Subject">Who has it.</param>
/// <param name="Accommodation">Which.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Course">The course of the quiz; empty for every quiz.</param>
/// <param name="Quiz">The quiz; empty for every quiz.</param>
/// <param name="ExtraTime">Percent added to the time limit.</param>
/// <param name="ExtraAttempts">Attempts added.</param>
/// <param name="Until">The last tenant-local day.</param>
public sealed record AccommodationGiven(Guid Subject, Guid Accommodation, Guid By, string Course, string Quiz, int ExtraTime, int ExtraAttempts, DateOnly Until) : IEvent;

/// <summary>What a person was granted beyond the rules of a quiz was taken back before its end; attempts already begun on it stay as they are.</summary>
/// <param name="Subject">Who had it.</param>
/// <param name="Accommodation">Which.</param>
/// <param name="By">Who took it back.</param>
public sealed record AccommodationRevoked(Guid Subject, Guid Accommodation, Guid By) : IEvent;
