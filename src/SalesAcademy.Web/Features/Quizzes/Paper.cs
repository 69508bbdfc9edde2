using System.Globalization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What one attempt asks, from the catalogue it is taken under. It never changes, so it is kept in memory while people answer.</summary>
internal sealed record Paper(Guid Attempt, Guid Person, AttemptKind Kind, DateTime? Deadline, string ContentHash, Course Course, Quiz Quiz, IReadOnlyList<PaperQuestion> Questions)
{
    /// <summary>Each answer is final, and its feedback follows at once.</summary>
    public bool IsCommittedAtOnce => Quiz.Review.IsCommittedAtOnce;

    /// <summary>The question of that number, or null.</summary>
    public PaperQuestion? Find(int number) => number >= 1 && number <= Questions.Count ? Questions[number - 1] : null;
}

/// <summary>A question as it stands on somebody's screen.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Family">Its family.</param>
/// <param name="Variant">The variant asked.</param>
/// <param name="Order">For each place on screen the option's place in the file.</param>
internal sealed record PaperQuestion(int Number, QuestionFamily Family, QuestionVariant Variant, IReadOnlyList<int> Order)
{
    public bool Several => Family.Type == QuestionType.Multiple;

    /// <summary>The question without anything that tells the answer.</summary>
    public AskedQuestion Ask(string language, IReadOnlyCollection<int> chosen)
    {
        var shown = Variant.Face.In(language);
        return new AskedQuestion(Number, shown.Locale, shown.FellBack, shown.Value.Title, shown.Value.Body, Several,
            [.. Order.Select((option, place) => new AskedOption(place, shown.Value.Options[option], chosen.Contains(option)))]);
    }

    /// <summary>The question with its key: only where the review policy lets it out.</summary>
    public ReviewedQuestion Review(string language, IReadOnlyCollection<int> chosen)
    {
        var (face, feedback, right) = (Variant.Face.In(language), Variant.Key.Feedback.In(language).Value, Variant.Key.Right);
        return new ReviewedQuestion(Ask(language, chosen), Score(chosen), chosen.Count > 0, feedback.General,
            [.. Order.Select(option => new ReviewedOption(face.Value.Options[option], chosen.Contains(option), right[option], feedback.Options[option]))]);
    }

    public double Score(IReadOnlyCollection<int> chosen) => Grading.Score(Several, Variant.Key.Right, chosen);

    public GradedAnswer Grade(IReadOnlyCollection<int> chosen, DateOnly day) =>
        new(Family.Id, Family.Competency, Score(chosen), Family.Guess, Hint: false, Family.Hash, day);

    public static PaperQuestion Of(int number, QuestionFamily family, string variant, string order) =>
        new(number, family, family.FindVariant(variant) ?? throw new InvalidOperationException($"Family {family.Id} has no variant {variant}."), Places.Read(order));

    /// <summary>What chance may choose from.</summary>
    public static DrawableFamily Drawable(QuestionFamily family) => new(family.Id, [.. family.Variants.Select(v => new DrawableVariant(v.Id, v.Key.Right.Count))]);
}

/// <summary>A question to be answered.</summary>
internal sealed record AskedQuestion(int Number, string Language, bool FellBack, string Title, string Body, bool Several, IReadOnlyList<AskedOption> Options);

/// <summary>An option by its place on screen.</summary>
internal sealed record AskedOption(int Place, string Html, bool Chosen);

/// <summary>A question with what was answered, what is right and why.</summary>
internal sealed record ReviewedQuestion(AskedQuestion Asked, double Score, bool Answered, string? General, IReadOnlyList<ReviewedOption> Options);

/// <summary>An option with its key.</summary>
internal sealed record ReviewedOption(string Html, bool Chosen, bool Right, string? Feedback);

/// <summary>Places of options as a row keeps them: "2,0,1".</summary>
internal static class Places
{
    public static string Write(IEnumerable<int> places) => string.Join(',', places.Select(p => p.ToString(CultureInfo.InvariantCulture)));

    public static int[] Read(string places) => places.Length == 0 ? [] : [.. places.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];

    /// <summary>A for the first, as options are called on screen.</summary>
    public static string Letter(int place) => ((char)('A' + place)).ToString();
}
