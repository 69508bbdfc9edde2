using SalesAcademy.Content.Assembling;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Courses;

/// <summary>A quiz in one language, before both are laid together.</summary>
internal sealed record QuizFile(string Title, QuizSettings Settings, IReadOnlyList<QuizQuestion> Questions, ArchiveEntry Source, IReadOnlyList<Reference> References);

/// <summary>The rules of a quiz; both languages must say the same.</summary>
internal sealed record QuizSettings(
    QuizKind Kind, QuestionPool Pool, double Pass, DrawRule? Draw, TimeSpan? TimeLimit, int? Attempts, TimeSpan? Cooldown, QuizShuffle Shuffle, ReviewPolicy Review)
{
    public TimeSpan? LaterCooldown { get; init; }

    public AccessWindow Window { get; init; } = AccessWindow.Always;

    public string? Code { get; init; }
}

/// <summary>One question in one language.</summary>
internal sealed record QuizQuestion(int Line, string Family, string Variant, string Competency, double Points, QuestionType Type, AnswerKey Key, QuestionFace Face, QuestionFeedback Feedback)
{
    /// <summary>In ordinal order, each once.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    public Difficulty Difficulty { get; init; } = Difficulty.Medium;

    /// <summary>What a draw looks at, to be compared.</summary>
    public (string Tags, Difficulty Difficulty) Marks => (string.Join(',', Tags), Difficulty);

    public Phrase Name => new("question", Family, Variant);
}
