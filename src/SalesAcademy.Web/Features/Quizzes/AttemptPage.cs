using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>An attempt with the answers stored so far.</summary>
internal sealed record AttemptPage(Paper Paper, AttemptRow Attempt, IReadOnlyDictionary<int, AttemptAnswerRow> Answers, string Language, DateTime Now)
{
    public PaperQuestion Question { get; init; } = Paper.Questions[0];

    /// <summary>Why the answer just sent was not kept.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>A text that was too long to be kept, so that it can be shortened; null otherwise.</summary>
    public string? TooLong { get; init; }

    public string Title => Paper.Quiz.Title.In(Language).Value;

    public Response Given(PaperQuestion question) => StoredResponse.Read(question.Key, Answers.TryGetValue(question.Number, out var answer) ? answer.Response : "");

    public bool IsAnswered(int number) => Answers.TryGetValue(number, out var answer) && answer.Response.Length > 0;

    public bool IsFlagged(int number) => Answers.TryGetValue(number, out var answer) && answer.Flagged;

    public int Answered => Paper.Questions.Count(q => IsAnswered(q.Number));

    public int FirstUnanswered => Paper.Questions.FirstOrDefault(q => !IsAnswered(q.Number))?.Number ?? Paper.Questions.Count;

    public AskedQuestion Ask(PaperQuestion question) =>
        AskedQuestion.Of(question, Language, Given(question)) is var asked && TooLong is { } text ? asked with { Given = [text] } : asked;

    /// <summary>Whether this question's answer is final and its feedback may be shown.</summary>
    public bool IsCommitted(int number) => Paper.IsCommittedAtOnce && IsAnswered(number);

    public static async Task<AttemptPage> Of(IPreparedReads reads, Paper paper, string language, DateTime now) => new(
        paper,
        (await reads.Rows(AttemptStatements.One, AttemptStatements.Row, paper.Attempt))[0],
        (await reads.Rows(AnswerStatements.OfAttempt, AnswerStatements.Row, paper.Attempt)).ToDictionary(a => a.Position),
        language, now);
}
