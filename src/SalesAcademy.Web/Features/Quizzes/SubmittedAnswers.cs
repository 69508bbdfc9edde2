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
    public static async Task<SubmittedAnswer?> Find(AcademyDb db, Guid person, Guid attempt, int question, CancellationToken cancellation = default) =>
        (await Answers(db, person, [attempt], cancellation)).GetValueOrDefault((attempt, question));

    /// <summary>What this person answered in these attempts, by attempt and place; on two queries however many.</summary>
    public static async Task<IReadOnlyDictionary<(Guid Attempt, int Question), SubmittedAnswer>> Answers(AcademyDb db, Guid person, IReadOnlyCollection<Guid> attempts, CancellationToken cancellation = default)
    {
        var answers = attempts.Count == 0 ? [] : await (
            from ended in db.Set<AttemptRow>()
            join answer in db.Set<AttemptAnswerRow>() on ended.Id equals answer.Attempt
            where attempts.Contains(ended.Id) && ended.Person == person && ended.FinishedAt != null && answer.Response != ""
            select new { answer.Attempt, answer.Position, answer.Response }).ToListAsync(cancellation);
        Guid[] named = [.. answers.Select(answer => Guid.TryParse(answer.Response, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
        var recordings = named.Length == 0 ? [] : (await db.Set<RecordingRow>().Where(row => named.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellation)).ToHashSet();
        return answers.ToDictionary(
            answer => (answer.Attempt, answer.Position),
            answer => new SubmittedAnswer(answer.Attempt, answer.Position, Guid.TryParse(answer.Response, out var id) && recordings.Contains(id) ? id : null));
    }

    /// <summary>Of these attempts those that this person has handed in.</summary>
    public static Task<Dictionary<Guid, SubmittedAttempt>> Of(AcademyDb db, Guid person, IReadOnlyCollection<Guid> attempts, CancellationToken cancellation) => attempts.Count == 0
        ? Task.FromResult(new Dictionary<Guid, SubmittedAttempt>())
        : db.Set<AttemptRow>().Where(attempt => attempts.Contains(attempt.Id) && attempt.Person == person && attempt.FinishedAt != null)
            .ToDictionaryAsync(attempt => attempt.Id, attempt => new SubmittedAttempt(attempt.Course, attempt.Quiz, attempt.ContentHash), cancellation);
}
