using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The front door of Quizzes: a whole sitting in one go, for whoever tells a story or tries a course out.</summary>
public sealed class QuizBook
{
    private readonly StartAttempt start;
    private readonly SaveAnswer save;
    private readonly CloseAttempt close;
    private readonly ContestMark contest;
    private readonly PaperShelf shelf;

    internal QuizBook(StartAttempt start, SaveAnswer save, CloseAttempt close, ContestMark contest, PaperShelf shelf) =>
        (this.start, this.save, this.close, this.contest, this.shelf) = (start, save, close, contest, shelf);

    /// <summary>Begins an attempt, answers every question and hands it in, by the same commands as a page; refused as a page would be.</summary>
    /// <param name="act">Whose act, and when it begins.</param>
    /// <param name="course">The course.</param>
    /// <param name="quiz">The quiz.</param>
    /// <param name="knows">Whether the person answers this family rightly.</param>
    /// <param name="pace">How long each question takes; the attempt ends with the last.</param>
    /// <param name="writes">What the person writes where people judge a text; nothing where it is left out.</param>
    public async Task<Decision<Guid>> Sit(
        Act act, string course, string quiz, Func<QuestionFamily, bool> knows, TimeSpan pace = default, Func<QuestionFamily, string>? writes = null)
    {
        var person = act.Actor!.Value; // somebody sits
        var begun = await start.Run(act, person, course, quiz);
        if (begun is not Accepted<Guid> attempt || await shelf.Find(attempt.Value, person) is not { } paper)
            return begun;
        // All at once: the ledger commits them together.
        await Task.WhenAll(paper.Questions.Select(question => save.Run(
            After(question.Number), paper, Answer(question, knows(question.Family), writes?.Invoke(question.Family)), Locales.English)));
        return await close.Run(After(paper.Questions.Count), attempt.Value);

        Act After(int questions) => act with { At = act.At + (pace * questions) };
    }

    /// <summary>The examinations a person has ended and that are graded, in the order in which they ended: the whole of the marks, nothing of what was asked.</summary>
    public static async Task<IReadOnlyList<ExaminationResult>> Examinations(AcademyDb db, Guid person, CancellationToken cancellation = default) => await db.Set<AttemptRow>()
        .Where(a => a.Person == person && a.Kind == AttemptKind.Certification && a.FinishedAt != null && a.Score != null && a.Passed != null).OrderBy(a => a.FinishedAt)
        .Select(a => new ExaminationResult(a.Course, a.Quiz, a.Number, a.FinishedAt!.Value, a.Score!.Value, a.Passed!.Value)).ToListAsync(cancellation); // filtered above

    /// <summary>Contests the mark of a family in an ended attempt of one's own, by the same command as a page; refused as a page would be.</summary>
    public async Task<Decision<Guid>> Contest(Act act, Guid attempt, string family, string reason)
    {
        var person = act.Actor!.Value; // somebody contests
        return await shelf.Find(attempt, person) is { } paper && paper.Questions.FirstOrDefault(question => question.Family.Id == family) is { } question
            ? await contest.Run(act, person, attempt, new ContestForm { Question = question.Number, Reason = reason })
            : Refusal.NotFound;
    }

    private static AnswerForm Answer(PaperQuestion question, bool rightly, string? text)
    {
        if (question.Key is RubricKey { Medium: AnswerMedium.Text } && text is not null)
            return new() { Question = [question.Number], Fill = [text], Sequence = 1 };
        var fields = AnswerFields.Write(question, rightly && question.Key is ObjectiveKey key ? key.Solution : Wrong(question.Key));
        return question.Key is ChoiceKey
            ? new() { Question = [question.Number], Option = [.. fields.Select(place => int.Parse(place, CultureInfo.InvariantCulture))], Sequence = 1 }
            : new() { Question = [question.Number], Fill = [.. fields], Sequence = 1 };
    }

    // What somebody would answer who does not know: something, and no part of it right.
    private static Response Wrong(AnswerKey key) => key switch
    {
        ChoiceKey choice => new Chosen([.. choice.Right.Index().Where(option => !option.Item).Take(1).Select(option => option.Index)]),
        PairsKey pairs => new Arranged([.. pairs.Partners.Select(partner => (int?)((partner + 1) % pairs.Sides))]),
        OrderKey order => new Arranged([.. Enumerable.Range(0, order.Items).Select(item => (int?)(order.Items - 1 - item))]),
        BlanksKey blanks => new Written([.. blanks.Blanks.Select(_ => "?")]),
        _ => key.Nothing,
    };
}

/// <summary>How an examination ended.</summary>
/// <param name="Course">The course.</param>
/// <param name="Quiz">The quiz.</param>
/// <param name="Number">Which attempt of this person's, from 1.</param>
/// <param name="EndedAt">UTC.</param>
/// <param name="Score">0..1.</param>
/// <param name="Passed">Whether it was enough.</param>
public sealed record ExaminationResult(string Course, string Quiz, int Number, DateTime EndedAt, double Score, bool Passed);
