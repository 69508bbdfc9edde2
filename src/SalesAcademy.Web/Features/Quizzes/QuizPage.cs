using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What a person should know before they begin: the rules, what is left, and what they have reached.</summary>
internal sealed record QuizPage(Course Course, Quiz Quiz, IReadOnlyList<AttemptRow> Attempts, string Language, DateTime Now)
{
    public Refusal? Refusal { get; init; }

    /// <summary>What has to be reached before the quiz opens; null when it is open.</summary>
    public Prerequisite? Before { get; init; }

    public AttemptRow? Open => Attempts.FirstOrDefault(a => a.FinishedAt is null && !AttemptRules.IsOver(a.Deadline, Now));

    public IEnumerable<AttemptRow> Ended => Attempts.Where(a => a != Open);

    public AttemptRow? Best => Ended.Where(a => a.Score is not null).MaxBy(a => a.Score);

    public int? Left => Quiz.Attempts - Ended.Count();

    public DateTime? OpensAt => Ended.LastOrDefault() is { } latest && Quiz.Rules().OpensAt(latest.FinishedAt ?? latest.Deadline) is { } opens && opens > Now ? opens : null;

    public bool MayStart => Open is null && Left is not <= 0 && OpensAt is null;

    /// <summary>Whether the solutions of an attempt still wait for a pass, or for the last attempt.</summary>
    public bool HoldsBack(AttemptPage attempt) => attempt.Paper.Quiz.Review == QuizReview.Passed && Attempts.All(a => a.Passed != true) && Left is not <= 0;

    /// <summary>How its questions are answered, where that earns shares of a question: words of the room's Words.</summary>
    public IEnumerable<string> Ways => Quiz.Families.Select(PaperQuestion.HowOf).Distinct().Where(how => how is not ("single" or "hotspot"));

    /// <summary>The lesson that this quiz ends, if it is a check.</summary>
    public Lesson? Lesson => Course.Lessons.FirstOrDefault(l => l.Check == Quiz.Id);

    public static async Task<QuizPage> Of(IPreparedReads reads, Guid person, Course course, Quiz quiz, string language, DateTime now) => new(
        course, quiz, await reads.Rows(AttemptStatements.OfQuiz, AttemptStatements.Row, person, course.Id, quiz.Id), language, now);
}
