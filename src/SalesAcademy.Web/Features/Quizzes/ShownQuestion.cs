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

    /// <summary>What the person answered, as safe HTML; null while it is held back, empty when nothing was answered.</summary>
    public IReadOnlyList<string>? Given { get; init; }

    /// <summary>What is right; null while it is held back.</summary>
    public IReadOnlyList<string>? Right { get; init; }

    /// <summary>The explanations of what was chosen, of what is right where that is shown, and the one for everybody; null while they are held back.</summary>
    public IReadOnlyList<string>? Why { get; init; }

    /// <summary>The question as far as the items go.</summary>
    public static ShownQuestion Of(PaperQuestion question, string language, IReadOnlyCollection<int> chosen, ReviewItems items)
    {
        var reviewed = question.Review(language, chosen);
        var (answers, key) = (items.HasFlag(ReviewItems.Answers), items.HasFlag(ReviewItems.Key));
        return new ShownQuestion
        {
            Asked = question.Ask(language, answers ? chosen : []),
            Whole = items == ReviewItems.All ? reviewed : null,
            Mark = items.HasFlag(ReviewItems.Marks) ? reviewed with { General = null, Options = [] } : null,
            Given = answers ? [.. reviewed.Options.Where(option => option.Chosen).Select(option => option.Html)] : null,
            Right = key ? [.. reviewed.Options.Where(option => option.Right).Select(option => option.Html)] : null,
            Why = items.HasFlag(ReviewItems.Feedback)
                ? [.. reviewed.Options.Where(option => option.Chosen || (key && option.Right)).Select(option => option.Feedback).Append(reviewed.General).OfType<string>()]
                : null,
        };
    }
}
