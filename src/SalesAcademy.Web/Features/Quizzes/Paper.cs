using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What one attempt asks, from the catalogue it is taken under. It never changes, so it is kept in memory while people answer.</summary>
internal sealed record Paper(Guid Attempt, Guid Person, AttemptKind Kind, DateTime? Deadline, string ContentHash, Course Course, Quiz Quiz, IReadOnlyList<PaperQuestion> Questions)
{
    /// <summary>Each answer is final, and its feedback follows at once.</summary>
    public bool IsCommittedAtOnce => Quiz.Review.IsCommittedAtOnce;

    /// <summary>Whether people judge any of its answers.</summary>
    public bool IsJudged => Questions.Any(question => question.Key is RubricKey);

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
        QuestionType.Open => "open",
        QuestionType.Pitch => "pitch",
        _ => "single",
    };

    /// <summary>The rubric by which people judge it; null where a key decides, and where nobody looks at it.</summary>
    public Rubric? Rubric { get; init; }

    /// <summary>The score of a response, 0..1; null while it waits for a person to grade it. What was left empty waits for nobody.</summary>
    /// <param name="response">The response.</param>
    /// <param name="grades">What people gave it so far, as <see cref="RubricGrade.Settled"/> takes it.</param>
    public double? Score(Response response, IReadOnlyList<double> grades) => Key switch
    {
        ObjectiveKey key => key.Score(response),
        RubricKey key when !response.IsEmpty => RubricGrade.Settled(key.Graders, grades),
        _ => 0,
    };

    public GradedAnswer Grade(double score, DateOnly day) => new(Family.Id, Family.Competency, score, Family.Guess, Hint: false, Family.Hash, day);

    public static PaperQuestion Of(int number, QuestionFamily family, string variant, string order, Catalogue? catalogue = null)
    {
        var asked = family.FindVariant(variant) ?? throw new InvalidOperationException($"Family {family.Id} has no variant {variant}.");
        return new(number, family, asked, Places.Read(order)) { Rubric = asked.Key.Answer is RubricKey { Rubric: var rubric } ? catalogue?.FindRubric(rubric) : null };
    }

    /// <summary>What chance may choose from.</summary>
    public static DrawableFamily Drawable(QuestionFamily family) =>
        new(family.Id, [.. family.Variants.Select(v => new DrawableVariant(v.Id, v.Key.Answer.Options, v.Key.Answer.HidesOrder))]) { Tags = family.Tags, Difficulty = family.Difficulty };
}
