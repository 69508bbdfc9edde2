using SalesAcademy.Content.Courses.Recordings;

namespace SalesAcademy.Content;

/// <summary>A course: lessons in order, each ended by a check, and quizzes.</summary>
public sealed record Course
{
    /// <summary>The folder's name; never changes once learners have met it.</summary>
    public required string Id { get; init; }

    /// <summary>Names exactly this edition: SHA-256 (hex) over the list of its files and their hashes.</summary>
    public required string Hash { get; init; }

    /// <summary>Place in the catalogue, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The team that answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>What it is called.</summary>
    public required Localised<string> Title { get; init; }

    /// <summary>What one can do afterwards, in a sentence.</summary>
    public required Localised<string> Summary { get; init; }

    /// <summary>Ids of the competencies it trains.</summary>
    public required IReadOnlyList<string> Competencies { get; init; }

    /// <summary>The lessons in reading order.</summary>
    public required IReadOnlyList<Lesson> Lessons { get; init; }

    /// <summary>The quizzes in id order.</summary>
    public required IReadOnlyList<Quiz> Quizzes { get; init; }

    /// <summary>What sellers take along into the conversation; null where the course has none.</summary>
    public Localised<BattleCard>? Card { get; init; }

    /// <summary>The images its texts show, and what its lessons play with its captions and transcripts.</summary>
    public required IReadOnlyList<CourseAsset> Assets { get; init; }

    /// <summary>The lesson of that id, or null.</summary>
    public Lesson? FindLesson(string id) => Lessons.FirstOrDefault(lesson => lesson.Id == id);

    /// <summary>The quiz of that id, or null.</summary>
    public Quiz? FindQuiz(string id) => Quizzes.FirstOrDefault(quiz => quiz.Id == id);
}

/// <summary>An image, a recording or its words of a course, checked to be what its name says and free of script.</summary>
public sealed record CourseAsset
{
    /// <summary>File name in assets/.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Such as image/svg+xml.</summary>
    public required string MediaType { get; init; }

    /// <summary>The address texts use: /courses/{course}/assets/{first 16 of the hash}/{name}; may be cached for ever.</summary>
    public required string Url { get; init; }

    /// <summary>Where the bytes lay when compiled. Verify the hash while copying them to the archive: the file may have changed since.</summary>
    public required string FullPath { get; init; }

    /// <summary>Width in pixels, or null when the file does not say.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, or null when the file does not say.</summary>
    public int? Height { get; init; }

    /// <summary>For a plain SVG its shapes and words as safe markup, from the last attributes of the svg element up to its closing tag; texts set it into the page, where its words get the page's font. Null for everything else.</summary>
    public string? Drawing { get; init; }

    /// <summary>Whether it is played, or says what is played: for who may read the course's lessons only.</summary>
    public bool IsRecording => RecordingFiles.IsOne(Name);

    internal IReadOnlyList<TranscriptLine>? Lines { get; init; }
}
