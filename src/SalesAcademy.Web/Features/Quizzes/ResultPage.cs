using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An ended attempt: what was reached, and as much of the paper as the review policy lets out.</summary>
internal sealed record ResultPage(AttemptPage Attempt, QuizPage Quiz)
{
    /// <summary>What may be shown now; whether it passed, and with what share of the points, is told in any case.</summary>
    public ReviewItems Items => Policy.Shows(Standing, Attempt.Now);

    /// <summary>The policy it was taken under.</summary>
    public ReviewPolicy Policy => Attempt.Paper.Quiz.Review;

    public ReviewStanding Standing => Quiz.ReviewOf(Attempt.Attempt);

    /// <summary>The questions, as far as they may be shown.</summary>
    public IReadOnlyList<ShownQuestion> Questions => Items == ReviewItems.None ? [] : [.. Attempt.Paper.Questions.Select(q => ShownQuestion.Of(q, Attempt.Language, Attempt.Given(q), Items))];
}
