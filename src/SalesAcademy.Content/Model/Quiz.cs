using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content;

/// <summary>What a quiz is for.</summary>
public enum QuizKind
{
    /// <summary>Ends a lesson.</summary>
    Check,

    /// <summary>Part of a certification.</summary>
    Certification,

    /// <summary>For practice only.</summary>
    Practice,
}

/// <summary>Where the families of a quiz may be asked.</summary>
public enum QuestionPool
{
    /// <summary>In drills and checks.</summary>
    Drill,

    /// <summary>In examinations only.</summary>
    Exam,

    /// <summary>In both.</summary>
    Both,
}

/// <summary>What is put in random order.</summary>
[Flags]
public enum QuizShuffle
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The options of a question.</summary>
    Options = 1,

    /// <summary>The questions.</summary>
    Questions = 2,

    /// <summary>Both.</summary>
    Both = Options | Questions,
}

/// <summary>A quiz with its rules and its question families.</summary>
public sealed record Quiz
{
    /// <summary>The file's name without quiz- and extension; unique in its course.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its course.</summary>
    public required string Course { get; init; }

    /// <summary>What it is called.</summary>
    public required Localised<string> Title { get; init; }

    /// <summary>What it is for.</summary>
    public required QuizKind Kind { get; init; }

    /// <summary>Where its families may be asked; unless said, exam for certifications and drill for the others.</summary>
    public required QuestionPool Pool { get; init; }

    /// <summary>Share of points that passes, 0..1; the boundary passes. Unless said 0.6.</summary>
    public required double Pass { get; init; }

    /// <summary>What is drawn per attempt; the lines can always be met together. Unless said one line of all families.</summary>
    public required IReadOnlyList<DrawLine> Lines { get; init; }

    /// <summary>Families drawn per attempt, 1 to the number of families.</summary>
    public int Draw => Lines.Sum(line => line.Count);

    /// <summary>Time for an attempt, or null for no limit.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>Attempts allowed, or null for no limit.</summary>
    public int? Attempts { get; init; }

    /// <summary>Wait between attempts, or null for none.</summary>
    public TimeSpan? Cooldown { get; init; }

    /// <summary>Wait after the second attempt and every later one, or null for the same as after the first.</summary>
    public TimeSpan? LaterCooldown { get; init; }

    /// <summary>When it may be sat, in the organisation's local time.</summary>
    public AccessWindow Window { get; init; } = AccessWindow.Always;

    /// <summary>What has to be told to begin it, in its plain form, or null for nothing. Never leaves the server.</summary>
    public string? Code { get; init; }

    /// <summary>What is put in random order.</summary>
    public required QuizShuffle Shuffle { get; init; }

    /// <summary>What may be shown of its questions, and when.</summary>
    public required ReviewPolicy Review { get; init; }

    /// <summary>The families in file order.</summary>
    public required IReadOnlyList<QuestionFamily> Families { get; init; }

    /// <summary>Names exactly this edition in both languages: SHA-256 (hex) over its files and their hashes.</summary>
    public required string Hash { get; init; }
}
