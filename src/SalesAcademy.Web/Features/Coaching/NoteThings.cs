using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What a note is about beside lessons: an answer that was handed in, or a lead.</summary>
/// <param name="Title">The company or the quiz; null for a lead that its receiver no longer has.</param>
/// <param name="Language">The title's language, where it is not the reader's own.</param>
/// <param name="Url">Its receiver's page of it; null where there is none any more.</param>
/// <param name="Playing">Where the recorded pitch is played.</param>
internal sealed record NoteThing(string Icon, string? Title, string? Language, string? Url, string? Playing);

/// <summary>Which answers and leads notes may be about, and what they are called.</summary>
internal static class NoteThings
{
    // Longer than any pitch may be.
    private const int LastSecond = 3600;

    /// <summary>Not found unless the thing is the receiver's now: a lead they own, an answer they have handed in; second-off where no recording has that second. Null when all is well.</summary>
    public static async Task<Refusal?> Refuse(AcademyDb db, NoteForm form, CancellationToken cancellation)
    {
        if (form.Lead is { } lead)
            return (await LeadNames.Owned(db, [lead], [form.Person], cancellation)).ContainsKey(lead) ? null : Refusal.NotFound;
        if (form.Attempt is not { } attempt)
            return null;
        if (await SubmittedAnswers.Find(db, form.Person, attempt, form.Question ?? 0, cancellation) is not { } answer)
            return Refusal.NotFound;
        return form.Second is null || (answer.Recording is not null && form.Second is >= 0 and <= LastSecond) ? null : new Refusal("second-off");
    }

    /// <summary>The things of notes to one person, by the note's id; a note to the person or about a lesson has none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, NoteThing>> Of(AcademyDb db, Library library, Guid receiver, IReadOnlyCollection<NoteRow> notes, string language, CancellationToken cancellation)
    {
        var leads = await LeadNames.Owned(db, [.. notes.Select(note => note.Lead).OfType<Guid>().Distinct()], [receiver], cancellation);
        var attempts = await SubmittedAnswers.Of(db, receiver, [.. notes.Select(note => note.Attempt).OfType<Guid>().Distinct()], cancellation);
        var pitches = await SubmittedAnswers.Answers(db, receiver, [.. notes.Where(note => note.Second is not null).Select(note => note.Attempt).OfType<Guid>().Distinct()], cancellation);
        var things = new Dictionary<Guid, NoteThing>();
        foreach (var note in notes)
            if (note.Lead is { } lead)
                things[note.Id] = new NoteThing("target", leads.GetValueOrDefault(lead), null, leads.ContainsKey(lead) ? $"/leads/{lead}#note-{note.Id}" : null, null);
            else if (note.Attempt is { } id && attempts.TryGetValue(id, out var attempt))
            {
                var title = library.At(attempt.ContentHash)?.FindCourse(attempt.Course)?.FindQuiz(attempt.Quiz)?.Title.In(language);
                var playing = note.Second is null ? null : pitches.GetValueOrDefault((id, note.Question ?? 0))?.Playing;
                things[note.Id] = new NoteThing("clipboard-check", title?.Value ?? attempt.Quiz, title?.Locale, $"/quizzes/attempts/{id}/result#note-{note.Id}", playing);
            }
        return things;
    }
}
