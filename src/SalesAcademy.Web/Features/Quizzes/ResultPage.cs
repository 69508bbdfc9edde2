using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An ended attempt: what was reached, and as much of the paper as the review policy lets out.</summary>
internal sealed record ResultPage(AttemptPage Attempt, QuizPage Quiz)
{
    /// <summary>The marks that were contested, by the number of their question.</summary>
    public IReadOnlyDictionary<int, ContestLine> Contests { get; init; } = new Dictionary<int, ContestLine>();

    /// <summary>All grades of answers judged by a rubric, from the first.</summary>
    public IReadOnlyList<GradeLine> Grades { get; init; } = [];

    /// <summary>Whether an answer still waits for a person to grade it.</summary>
    public bool IsAwaited => Attempt.Attempt.Score is null;

    /// <summary>The marks that were changed since, by the number of their question.</summary>
    public IReadOnlyDictionary<int, CorrectedMark> Marks { get; init; } = new Dictionary<int, CorrectedMark>();

    /// <summary>What regrades changed, by question and in the order they came.</summary>
    public IReadOnlyList<CorrectionLine> Corrections { get; init; } = [];

    /// <summary>The questions whose key was corrected: what is shown as right is what was found to be.</summary>
    public IReadOnlyDictionary<int, CorrectedQuestion> Corrected { get; init; } = new Dictionary<int, CorrectedQuestion>();

    /// <summary>What may be shown now; whether it passed, and with what share of the points, is told in any case.</summary>
    public ReviewItems Items => Seen ?? Policy.Shows(Standing, Attempt.Now);

    /// <summary>What somebody else sees of it whatever the policy lets its person see; null for the person.</summary>
    public ReviewItems? Seen { get; init; }

    /// <summary>The policy it was taken under.</summary>
    public ReviewPolicy Policy => Attempt.Paper.Quiz.Review;

    public ReviewStanding Standing => Quiz.ReviewOf(Attempt.Attempt);

    /// <summary>The questions, as far as they may be shown.</summary>
    public IReadOnlyList<ShownQuestion> Questions => Items == ReviewItems.None ? [] : [.. Attempt.Paper.Questions.Select(Shown)];

    /// <summary>Whether the mark of a question may be contested: it is shown, not full, not contested before, and recent.</summary>
    public bool MayContest(ShownQuestion shown) => shown.Mark is { Score: < 1 } && !Contests.ContainsKey(shown.Asked.Number) && Attempt.Now <= MarkedAt(shown.Asked.Number) + Contest.Window;

    /// <summary>A question by its number, as far as it may be shown; null when there is none.</summary>
    public ShownQuestion? Find(int number) => Attempt.Paper.Find(number) is { } question ? Shown(question) : null;

    private DateTime? MarkedAt(int number) => GradesOf(number).Select(grade => (DateTime?)grade.Row.GradedAt).Append(Attempt.Attempt.FinishedAt).Max();

    // A single grade of two is nobody's mark yet.
    private bool Settled(PaperQuestion question) =>
        question.Key is RubricKey key && RubricGrade.Settled(key.Graders, [.. GradeLine.Holding(GradesOf(question.Number)).Select(grade => grade.Row.Score)]) is not null;

    private IEnumerable<GradeLine> GradesOf(int number) => Grades.Where(grade => grade.Row.Position == number);

    private ShownQuestion Shown(PaperQuestion question)
    {
        var given = Attempt.Given(question);
        var shown = Corrected.TryGetValue(question.Number, out var corrected)
            ? ShownQuestion.Of(corrected.Question, Attempt.Language, corrected.Correction.Carry(given), Items).Marked(question.Score(given, []) ?? 0) // a key decides, or it was not corrected
            : ShownQuestion.Of(question, Attempt.Language, given, Items, Settled(question) ? GradeLine.Holding(GradesOf(question.Number)) : []);
        return Marks.TryGetValue(question.Number, out var mark) && shown.Score is { } score ? shown.Marked(CorrectedMark.Holding(mark, score)) : shown;
    }
}
