using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>As much of an asked question as the review policy lets out now. What it does not let out is not in here, so that no page can show it.</summary>
internal sealed record ShownQuestion
{
    public required AskedQuestion Asked { get; init; }

    /// <summary>The question with everything; null while something is held back.</summary>
    public ReviewedQuestion? Whole { get; init; }

    /// <summary>Its mark alone, without key and explanations; null while marks are held back.</summary>
    public ReviewedQuestion? Mark { get; init; }

    /// <summary>What the person answered; null while it is held back, empty when nothing was answered.</summary>
    public IReadOnlyList<ShownAnswer>? Given { get; init; }

    /// <summary>What is right; null while it is held back.</summary>
    public IReadOnlyList<ShownAnswer>? Right { get; init; }

    /// <summary>The explanations of what was chosen, of what is right where that is shown, and the one for everybody; null while they are held back.</summary>
    public IReadOnlyList<string>? Why { get; init; }

    /// <summary>What people made of an answer they judge by a rubric; empty while it is held back.</summary>
    public IReadOnlyList<GradeLine> Grades { get; init; } = [];

    /// <summary>Whether somebody else than the person who answered reads it.</summary>
    public bool IsOthers { get; init; }

    /// <summary>The question as far as the items go.</summary>
    public static ShownQuestion Of(PaperQuestion question, string language, Response given, ReviewItems items, IReadOnlyList<GradeLine>? grades = null)
    {
        var reviewed = ReviewedQuestion.Of(question, language, given, grades);
        var (answers, key) = (items.HasFlag(ReviewItems.Answers), items.HasFlag(ReviewItems.Key));
        var asked = AskedQuestion.Of(question, language, answers ? given : question.Key.Nothing);
        return new ShownQuestion
        {
            Asked = asked,
            Whole = items == ReviewItems.All ? reviewed : null,
            Mark = items.HasFlag(ReviewItems.Marks) ? reviewed with { Asked = asked, General = null, Options = [], Parts = [], Grades = [] } : null,
            Grades = items.HasFlag(ReviewItems.Feedback) ? reviewed.Grades : [],
            Given = answers
                ? [.. Choices(reviewed, option => option.Chosen), .. reviewed.Parts.Where(part => part.Yours.Length > 0).Select(part => new ShownAnswer(part.Label, part.Yours, part.IsText))]
                : null,
            Right = key ? [.. Choices(reviewed, option => option.Right), .. reviewed.Parts.Select(part => new ShownAnswer(part.Label, part.Solution, part.IsText))] : null,
            Why = items.HasFlag(ReviewItems.Feedback)
                ? [.. reviewed.Options.Where(option => option.Chosen || (key && option.Right)).Select(option => option.Feedback).Append(reviewed.General).OfType<string>()]
                : null,
        };
    }

    /// <summary>Its mark, 0..1; null while it is held back or waits for a grader.</summary>
    public double? Score => (Whole ?? Mark)?.Score;

    /// <summary>The same with another mark, since a person has changed it.</summary>
    public ShownQuestion Marked(double score) => this with
    {
        Mark = Mark is null ? null : Mark with { Score = score },
        Whole = Whole is null ? null : Whole with { Score = score },
    };

    private static IEnumerable<ShownAnswer> Choices(ReviewedQuestion reviewed, Func<ReviewedOption, bool> which) =>
        reviewed.Options.Where(which).Select(option => new ShownAnswer(null, option.Html, IsText: false));
}

/// <summary>An answer, or one row or blank of it.</summary>
/// <param name="Label">The row, as markup of the compiler; null where there is none.</param>
/// <param name="Words">What was answered, or is right.</param>
/// <param name="IsText">Whether the words are somebody's own and no markup of the compiler.</param>
internal sealed record ShownAnswer(string? Label, string Words, bool IsText);
