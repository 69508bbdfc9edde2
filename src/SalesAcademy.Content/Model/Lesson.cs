namespace SalesAcademy.Content;

/// <summary>One sitting of reading, ended by a check.</summary>
public sealed record Lesson
{
    /// <summary>The file's name without number and extension.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its course.</summary>
    public required string Course { get; init; }

    /// <summary>Place in the course, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The id of the quiz of the same course that ends it.</summary>
    public required string Check { get; init; }

    /// <summary>Names exactly this edition in both languages: SHA-256 (hex) over its files and their hashes.</summary>
    public required string Hash { get; init; }

    /// <summary>What its author has marked as material; null when nothing is.</summary>
    public LessonChange? Change { get; init; }

    /// <summary>The text in both languages.</summary>
    public required Localised<LessonText> Text { get; init; }
}

/// <summary>A lesson in one language, rendered.</summary>
public sealed record LessonText
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence for the outline.</summary>
    public required string Summary { get; init; }

    /// <summary>Reading time in whole minutes, at least 1; as the author says, else 200 English words or 400 Chinese characters a minute.</summary>
    public required int Minutes { get; init; }

    /// <summary>The headings in order.</summary>
    public required IReadOnlyList<OutlineEntry> Outline { get; init; }

    /// <summary>Safe HTML of the body, without the title; headings start at h2. Set lang around it.</summary>
    public required string Html { get; init; }

    /// <summary>The passages a note can be anchored to, in order.</summary>
    public required IReadOnlyList<LessonBlock> Blocks { get; init; }

    /// <summary>What is played in it, in order.</summary>
    public IReadOnlyList<LessonRecording> Recordings { get; init; } = [];

    /// <summary>Its file, relative to the content folder.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 (hex) of that file.</summary>
    public required string Hash { get; init; }

    /// <summary>Reading time of some of its passages alone, in whole minutes, at least 1.</summary>
    public static int MinutesOf(IEnumerable<LessonBlock> passages) => Markup.ReadingTime.Minutes(passages);
}

/// <summary>A heading.</summary>
/// <param name="Level">2 to 6.</param>
/// <param name="Id">The id of the heading element, unique in the lesson.</param>
/// <param name="Title">Its plain text.</param>
/// <param name="Block">Its block id.</param>
public sealed record OutlineEntry(int Level, string Id, string Title, string Block);

/// <summary>A passage with an id that stays while its own words stay, whatever is edited around it.</summary>
/// <param name="Id">The value of data-block (and, but for headings, of id) on its element: b- and ten hex digits of the SHA-256 of its text; twins get -2, -3 in order.</param>
/// <param name="Text">Its plain text with white space folded: what the element's textContent gives, or an image's alternative text (also where the image is a drawing set into the page).</param>
public sealed record LessonBlock(string Id, string Text);
