using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The chosen person beside the board: what they read, the note to write, the notes between the two.</summary>
internal sealed record Panel
{
    public required BoardPerson Person { get; init; }

    public required WhereNow Where { get; init; }

    public Passages? Reading { get; init; }

    public required NotesPart Earlier { get; init; }

    public required NoteForm Form { get; init; }

    /// <summary>What a note may begin with: the writer's own words, then those of the academy.</summary>
    public IReadOnlyList<(string Name, string Text)> Snippets { get; init; } = [];

    /// <summary>What an unsent note from another page is about.</summary>
    public NoteThing? Thing { get; init; }

    /// <summary>The lead at hand, or the one an unsent note is about.</summary>
    public Guid? Lead => Form.Lead ?? (Person.Company is not null ? Person.Place?.Lead : null);

    /// <summary>When the person may be disturbed again; null when they may be now.</summary>
    public DateTime? Rests { get; init; }

    /// <summary>Why the last note was not sent.</summary>
    public string? Refusal { get; init; }
}

/// <summary>The passage somebody is at, with its neighbours, in the language they read it in.</summary>
internal sealed record Passages(string Course, string Lesson, string Language, string? Here, IReadOnlyList<LessonBlock> Blocks, IReadOnlySet<string> Headings)
{
    private const int Before = 1;
    private const int Shown = 4;

    public static Passages? At(Lesson? lesson, Place? place, string language)
    {
        if (lesson is null)
            return null;
        var text = lesson.Text.In(language);
        var here = text.Value.Blocks.ToList().FindIndex(block => block.Id == place?.Block);
        return new Passages(
            lesson.Course, lesson.Id, text.Locale, here < 0 ? null : text.Value.Blocks[here].Id,
            [.. text.Value.Blocks.Skip(Math.Max(0, here - Before)).Take(Shown)],
            text.Value.Outline.Select(heading => heading.Block).ToHashSet(StringComparer.Ordinal));
    }
}
