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
    public AnswerKey Key => Variant.Key.Answer;

    /// <summary>The word of the room's Words that says how it is answered.</summary>
    public string How => HowOf(Family);

    public static string HowOf(QuestionFamily family) => family.Type switch
    {
        QuestionType.Multiple => "several",
        QuestionType.ShortText => "text",
        QuestionType.Number => "number",
        QuestionType.Matching => "matching",
        QuestionType.Ordering => "ordering",
        QuestionType.Cloze => "cloze",
        QuestionType.Hotspot => family.Variants[0].Key.Answer is ChoiceKey { Several: true } ? "hotspots" : "hotspot",
        _ => "single",
    };

    public double Score(Response response) => Key.Score(response);

    public GradedAnswer Grade(Response response, DateOnly day) =>
        new(Family.Id, Family.Competency, Score(response), Family.Guess, Hint: false, Family.Hash, day);

    public static PaperQuestion Of(int number, QuestionFamily family, string variant, string order) =>
        new(number, family, family.FindVariant(variant) ?? throw new InvalidOperationException($"Family {family.Id} has no variant {variant}."), Places.Read(order));

    /// <summary>What chance may choose from.</summary>
    public static DrawableFamily Drawable(QuestionFamily family) =>
        new(family.Id, [.. family.Variants.Select(v => new DrawableVariant(v.Id, v.Key.Answer.Options, v.Key.Answer.HidesOrder))]);
}
