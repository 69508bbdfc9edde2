using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An answer that was handed in.</summary>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Question">The question's place in it, from 1.</param>
/// <param name="Recording">The recorded pitch; null for an answer in words or choices.</param>
public sealed record SubmittedAnswer(Guid Attempt, int Question, Guid? Recording)
{
    /// <summary>Where the recording is played; null without one.</summary>
    public string? Playing => Recording is { } recording ? RecordingsController.AddressOf(recording) : null;
}

/// <summary>An attempt that was handed in, by the names of its catalogue.</summary>
public sealed record SubmittedAttempt(string Course, string Quiz, string ContentHash);

/// <summary>A front door of Quizzes: the answers of attempts that have ended, for whoever answers for their person. Of an attempt at work nothing is told.</summary>
public static class SubmittedAnswers
{
    /// <summary>What this person answered there; null where nothing was answered, for another's attempt, and until it is handed in.</summary>
    public static async Task<SubmittedAnswer?> Find(AcademyDb db, Guid person, Guid attempt, int question, CancellationToken cancellation = default)
    {
        var response = await (
            from ended in db.Set<AttemptRow>()
            join answer in db.Set<AttemptAnswerRow>() on ended.Id equals answer.Attempt
            where ended.Id == attempt && ended.Person == person && ended.FinishedAt != null && answer.Position == question && answer.Response != ""
            select answer.Response).SingleOrDefaultAsync(cancellation);
        if (response is null)
            return null;
        var isRecording = Guid.TryParse(response, out var recording) && await db.Set<RecordingRow>().AnyAsync(row => row.Id == recording, cancellation);
        return new SubmittedAnswer(attempt, question, isRecording ? recording : null);
    }

    /// <summary>Of these attempts those that this person has handed in.</summary>
    public static Task<Dictionary<Guid, SubmittedAttempt>> Of(AcademyDb db, Guid person, IReadOnlyCollection<Guid> attempts, CancellationToken cancellation) => attempts.Count == 0
        ? Task.FromResult(new Dictionary<Guid, SubmittedAttempt>())
        : db.Set<AttemptRow>().Where(attempt => attempts.Contains(attempt.Id) && attempt.Person == person && attempt.FinishedAt != null)
            .ToDictionaryAsync(attempt => attempt.Id, attempt => new SubmittedAttempt(attempt.Course, attempt.Quiz, attempt.ContentHash), cancellation);
}
