using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>What a question's file says about its answer.</summary>
/// <param name="Type">How it is answered.</param>
/// <param name="Key">What is right.</param>
/// <param name="Face">What is shown, still without the question's title.</param>
/// <param name="Feedback">Of each option; empty where there are none.</param>
/// <param name="End">The first block behind the answer.</param>
internal sealed record AnswerPart(QuestionType Type, AnswerKey Key, QuestionFace Face, IReadOnlyList<string?> Feedback, int End);
