using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Contested marks: those that wait, and those that were decided.</summary>
internal sealed record ContestsPage(IReadOnlyList<ContestLine> Open, IReadOnlyList<ContestLine> Decided, Library Library, string Language)
{
    /// <summary>The quiz as it was taken; null when its catalogue is no longer kept.</summary>
    public Quiz? QuizOf(ContestLine line) => Library.At(line.Attempt.ContentHash)?.FindCourse(line.Attempt.Course)?.FindQuiz(line.Attempt.Quiz);
}

/// <summary>One contested mark before whoever decides: the question whole, what was answered, and why it is contested.</summary>
internal sealed record ContestPage(ContestLine Line, Paper Paper, ReviewedQuestion Question, DecisionForm Form, string Language)
{
    public static async Task<ContestPage> Of(
        AcademyDb db, PaperShelf shelf, ContestLine line, AttemptAnswerRow? answer, IReadOnlyList<GradeLine> grades, CorrectedMark? corrected, DecisionForm form, string language)
    {
        var paper = await shelf.Of(db, line.Attempt);
        var question = paper.Find(line.Row.Position) ?? throw new InvalidOperationException($"Attempt {paper.Attempt} has no question {line.Row.Position}.");
        var reviewed = ReviewedQuestion.Of(question, language, StoredResponse.Read(question.Key, answer?.Response ?? ""), grades);
        return new(line, paper, reviewed with { Score = Math.Max(line.Row.ScoreAfter ?? line.Row.Score, corrected?.Score ?? 0), IsOthers = true }, form, language);
    }
}

/// <summary>The form on which somebody contests a mark of their own.</summary>
internal sealed record NewContestPage(ResultPage Result, ShownQuestion Shown, ContestForm Form);
