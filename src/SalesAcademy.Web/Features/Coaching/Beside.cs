using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The notes beside an answer or a lead: to the person whose it is those they received, to a manager of theirs those between the two and room for the next.</summary>
internal sealed record Beside
{
    public required NoteForm Form { get; init; }

    /// <summary>Who would receive the next note; null for the receiver's own page, and where none may be written.</summary>
    public string? Receiver { get; init; }

    /// <summary>Whether it can be about a second of a recording.</summary>
    public bool IsRecorded { get; init; }

    public IReadOnlyList<ShownNote> Mine { get; init; } = [];

    public IReadOnlyList<EarlierNote> Earlier { get; init; } = [];

    public string Id => Form.Lead is { } lead ? $"notes-{lead}" : $"notes-{Form.Attempt}-{Form.Question}";
}

/// <summary>Reads the notes beside a thing for whoever may see it; null for anybody else.</summary>
internal sealed class BesideReading(AcademyDb db, NoteBook book, Library library)
{
    public async Task<Beside?> Of(CurrentPerson reader, NoteForm form, CancellationToken cancellation)
    {
        if (form.Person == reader.Id)
            return new Beside { Form = form, Mine = await book.About(reader, form.Lead, form.Attempt, form.Question, cancellation) };
        if (await Staff.TeamOf(db, reader).Where(p => p.Id == form.Person && p.SuspendedAt == null).Select(p => p.Name).SingleOrDefaultAsync(cancellation) is not { } name)
            return null;
        var answer = form.Attempt is { } attempt && form.Question is { } question ? await SubmittedAnswers.Find(db, form.Person, attempt, question, cancellation) : null;
        var isTheirs = form.Lead is { } lead ? (await LeadNames.Owned(db, [lead], [form.Person], cancellation)).ContainsKey(lead) : answer is not null;
        return new Beside
        {
            Form = form,
            Receiver = isTheirs ? name : null,
            IsRecorded = answer?.Recording is not null,
            Earlier = await db.NotesAbout(library, reader, form.Person, form.Lead, form.Attempt, form.Question, cancellation),
        };
    }
}
