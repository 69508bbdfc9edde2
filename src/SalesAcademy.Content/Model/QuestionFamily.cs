namespace SalesAcademy.Content;

/// <summary>How a question is answered.</summary>
public enum QuestionType
{
    /// <summary>One option is right.</summary>
    Single,

    /// <summary>Any number of options may be right.</summary>
    Multiple,

    /// <summary>Two options, the words for true and false.</summary>
    TrueFalse,
}

/// <summary>Interchangeable questions for one objective; evidence is counted per family.</summary>
public sealed record QuestionFamily
{
    /// <summary>Unique in the whole academy.</summary>
    public required string Id { get; init; }

    /// <summary>The id of its course.</summary>
    public required string Course { get; init; }

    /// <summary>The id of its quiz.</summary>
    public required string Quiz { get; init; }

    /// <summary>The competency it is evidence for.</summary>
    public required string Competency { get; init; }

    /// <summary>How it is answered; the same in all variants.</summary>
    public required QuestionType Type { get; init; }

    /// <summary>Where it may be asked: its quiz's pool.</summary>
    public required QuestionPool Pool { get; init; }

    /// <summary>Points in its quiz, above 0, the same in all variants.</summary>
    public required double Points { get; init; }

    /// <summary>g: the chance of being right by guessing, 0..0.5 (model.md section 1): 1/n of n options; for multiple choice 1/(2^n - 1), one non-empty set among all.</summary>
    public required double Guess { get; init; }

    /// <summary>The variants in file order, at least one.</summary>
    public required IReadOnlyList<QuestionVariant> Variants { get; init; }

    /// <summary>Names its wording and keys in both languages: SHA-256, hex.</summary>
    public required string Hash { get; init; }

    /// <summary>The variant of that id, or null.</summary>
    public QuestionVariant? FindVariant(string id) => Variants.FirstOrDefault(variant => variant.Id == id);
}

/// <summary>One question. The face may be shown to the person who answers; the key only when the review policy allows.</summary>
/// <param name="Id">a, b, … within the family.</param>
/// <param name="Face">What is asked, in both languages.</param>
/// <param name="Key">What is right and why.</param>
public sealed record QuestionVariant(string Id, Localised<QuestionFace> Face, QuestionKey Key);

/// <summary>What is asked, as safe HTML: holds nothing that tells the answer.</summary>
/// <param name="Title">The question itself, inline HTML.</param>
/// <param name="Body">Paragraphs, tables and images that belong to it; empty when there are none.</param>
/// <param name="Options">The options in file order, inline HTML.</param>
public sealed record QuestionFace(string Title, string Body, IReadOnlyList<string> Options);

/// <summary>What is right and why. Never leaves the server before the review policy says so.</summary>
/// <param name="Right">Whether each option is right, in file order, the same in both languages.</param>
/// <param name="Feedback">The explanations in both languages.</param>
public sealed record QuestionKey(IReadOnlyList<bool> Right, Localised<QuestionFeedback> Feedback);

/// <summary>Explanations as safe HTML.</summary>
/// <param name="Options">Of each option in file order; null where there is none.</param>
/// <param name="General">For everybody who answered, or null.</param>
public sealed record QuestionFeedback(IReadOnlyList<string?> Options, string? General);
