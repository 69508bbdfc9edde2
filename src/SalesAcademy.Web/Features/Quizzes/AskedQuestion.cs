using System.Globalization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A question to be answered, without anything that tells the answer.</summary>
/// <param name="Number">Its place in the attempt, from 1.</param>
/// <param name="Language">The language it is shown in.</param>
/// <param name="FellBack">Whether that is not the reader's.</param>
/// <param name="How">How it is answered, as a word of the room's Words.</param>
/// <param name="Face">What is asked.</param>
/// <param name="Order">For each place on screen the option's place in the file.</param>
/// <param name="Given">What the form holds so far: ticked places, or a value for each field.</param>
internal sealed record AskedQuestion(int Number, string Language, bool FellBack, string How, QuestionFace Face, IReadOnlyList<int> Order, IReadOnlyList<string> Given)
{
    /// <summary>The rubric by which people judge the answer; null where a key decides.</summary>
    public Rubric? Rubric { get; init; }

    /// <summary>How an answer judged by a rubric is given, and how long it may be; null where a key decides.</summary>
    public RubricKey? Judged { get; init; }

    public bool Several => How is "several" or "hotspots";

    /// <summary>What belongs to the question, with a line where a blank is.</summary>
    public string BodyWithGaps => Face.Body.Replace(QuestionFace.Blank.ToString(), "____", StringComparison.Ordinal);

    /// <summary>Where the area at that place of the screen lies, as an SVG says it.</summary>
    public (string Left, string Top, string Width, string Height) AreaOf(int place)
    {
        var area = Face.Areas[Order[place]];
        return (Percent(area.Left), Percent(area.Top), Percent(area.Width), Percent(area.Height));

        static string Percent(double share) => share.ToString("0.##", CultureInfo.InvariantCulture) + "%";
    }

    public static AskedQuestion Of(PaperQuestion question, string language, Response given)
    {
        var shown = question.Variant.Face.In(language);
        return new(question.Number, shown.Locale, shown.FellBack, question.How, shown.Value, question.Order, AnswerFields.Write(question, given)) { Rubric = question.Rubric, Judged = question.Key as RubricKey };
    }
}

/// <summary>A question with what was answered, what is right and why: only where the review policy lets it out.</summary>
/// <param name="Asked">The question and what was answered.</param>
/// <param name="Score">0..1; null while it waits for a grader.</param>
/// <param name="Answered">Whether anything was answered.</param>
/// <param name="General">The feedback for everybody, or null.</param>
/// <param name="Options">The options of a choice, in the order of the screen.</param>
/// <param name="Parts">The rows, items or blanks of any other answer.</param>
internal sealed record ReviewedQuestion(AskedQuestion Asked, double? Score, bool Answered, string? General, IReadOnlyList<ReviewedOption> Options, IReadOnlyList<ReviewedPart> Parts)
{
    /// <summary>Whether somebody else reads it than who answered.</summary>
    public bool IsOthers { get; init; }

    /// <summary>The grades that hold, of an answer judged by a rubric.</summary>
    public IReadOnlyList<GradeLine> Grades { get; init; } = [];

    public static ReviewedQuestion Of(PaperQuestion question, string language, Response given, IReadOnlyList<GradeLine>? grades = null)
    {
        grades ??= [];
        var (face, feedback) = (question.Variant.Face.In(language).Value, question.Variant.Key.Feedback.In(language).Value);
        return new(
            AskedQuestion.Of(question, language, given), question.Score(given, [.. grades.Select(grade => grade.Row.Score)]), !given.IsEmpty, feedback.General,
            question.Key is ChoiceKey { Right: var right } && given is Chosen { Options: var chosen }
                ? [.. question.Order.Select(option => new ReviewedOption(face.Options[option], chosen.Contains(option), right[option], feedback.Options[option]))] : [],
            [.. ReviewedPart.Of(question.Key, face, feedback, given)])
        {
            Grades = grades,
        };
    }
}

/// <summary>An option with its key.</summary>
internal sealed record ReviewedOption(string Html, bool Chosen, bool Right, string? Feedback);

/// <summary>One row, place or blank: what was answered and what is right.</summary>
/// <param name="Label">The row; null where the place or blank goes by its number, or is the only one.</param>
/// <param name="Yours">What was answered; empty for nothing.</param>
/// <param name="Solution">What is right.</param>
/// <param name="Right">Whether the answer is.</param>
/// <param name="IsText">Whether the words are somebody's own and no markup of the compiler.</param>
internal sealed record ReviewedPart(string? Label, string Yours, string Solution, bool Right, bool IsText)
{
    // More ways to say the same would only hide the point.
    private const int MostAccepted = 3;

    public static IEnumerable<ReviewedPart> Of(AnswerKey key, QuestionFace face, QuestionFeedback feedback, Response given) => (key, given) switch
    {
        (PairsKey pairs, Arranged { Places: var places }) => pairs.Partners.Select((partner, row) =>
            new ReviewedPart(face.Rows[row], places[row] is { } side ? face.Options[side] : "", face.Options[partner], places[row] == partner, IsText: false)),
        // Each place of the order: who belongs there, and whom the learner put there.
        (OrderKey order, Arranged { Places: var places }) => Enumerable.Range(0, order.Items).Select(place =>
            new ReviewedPart(null, string.Concat(places.Index().Where(item => item.Item == place).Select(item => face.Options[item.Index])), face.Options[place], places[place] == place, IsText: false)),
        (BlanksKey blanks, Written { Texts: var texts }) => blanks.RightParts(given).Select((right, blank) => new ReviewedPart(
            null, texts[blank], string.Join(" / ", feedback.Accepted[blank].Take(MostAccepted)), right, IsText: true)),
        _ => [],
    };
}
