using SalesAcademy.Domain.Quizzes;

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

    /// <summary>Words are written that must say exactly one of the accepted things.</summary>
    ShortText,

    /// <summary>A number is written that must lie within its tolerance.</summary>
    Number,

    /// <summary>Each row gets the right-hand side that belongs to it.</summary>
    Matching,

    /// <summary>The items are put in order.</summary>
    Ordering,

    /// <summary>Blanks in a text are filled in.</summary>
    Cloze,

    /// <summary>Areas of an image are pointed at.</summary>
    Hotspot,

    /// <summary>Something is written that people judge by a rubric.</summary>
    Open,

    /// <summary>Something is spoken that people judge by a rubric.</summary>
    Pitch,
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

    /// <summary>What a draw may ask for, in ordinal order; the same in all variants.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How hard it is; the same in all variants.</summary>
    public Difficulty Difficulty { get; init; } = Difficulty.Medium;

    /// <summary>g: the chance of being right by guessing, 0..0.5 (model.md section 1), as its key says.</summary>
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
/// <param name="Options">The options, areas, items or right-hand sides in file order, inline HTML; empty where something is written.</param>
public sealed record QuestionFace(string Title, string Body, IReadOnlyList<string> Options)
{
    /// <summary>Stands in the body of a cloze where a blank is.</summary>
    public const char Blank = '\uE000';

    /// <summary>What is asked in each row of a table to match, inline HTML.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>For each blank the unit that stands beside it, or null.</summary>
    public IReadOnlyList<string?> Units { get; init; } = [];

    /// <summary>The image whose areas are pointed at, or null.</summary>
    public string? Picture { get; init; }

    /// <summary>Where the areas lie on the image; as many as options.</summary>
    public IReadOnlyList<HotspotArea> Areas { get; init; } = [];
}

/// <summary>A part of an image, in percent of its width and height.</summary>
public sealed record HotspotArea(double Left, double Top, double Width, double Height);

/// <summary>What is right and why. Never leaves the server before the review policy says so.</summary>
/// <param name="Answer">What is right, in either language.</param>
/// <param name="Feedback">The explanations in both languages.</param>
public sealed record QuestionKey(AnswerKey Answer, Localised<QuestionFeedback> Feedback);

/// <summary>Explanations as safe HTML.</summary>
/// <param name="Options">Of each option in file order, null where there is none; empty where there are no options to explain.</param>
/// <param name="General">For everybody who answered, or null.</param>
public sealed record QuestionFeedback(IReadOnlyList<string?> Options, string? General)
{
    /// <summary>What each blank accepts in this language, as plain text; empty where nothing is written.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Accepted { get; init; } = [];
}
