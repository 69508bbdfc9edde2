using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Begins an attempt, or gives back the one that is open: however often and from however many tabs it is asked. Refused with closed where
/// something else comes first, and with code-missing or code-wrong where a code is asked for; an attempt once begun may be finished without it.
/// </summary>
internal sealed class StartAttempt(ILedger ledger, Library library, Openings openings, CloseAttempt closing, Clock clock)
{
    public async Task<Decision<Guid>> Run(Act act, Guid person, string course, string quizId, string? code = null)
    {
        var catalogue = library.Now;
        if (catalogue.FindCourse(course) is not { } taught || taught.FindQuiz(quizId) is not { } quiz)
            return Refusal.NotFound;
        return await ledger.Run<Guid>(act, async entry =>
        {
            await entry.Hold($"attempts:{person}:{course}/{quizId}");
            var earlier = await AttemptStatements.Taken(entry.Reads, person, quiz, most: 1);
            var latest = earlier.Count == 0 ? null : earlier[^1];
            if (latest is { FinishedAt: null } open)
            {
                if (!AttemptRules.IsOver(open.Deadline, act.At))
                    return open.Id;
                await closing.Close(entry, open.Id);
            }

            if (await openings.BeforeQuiz(entry.Db, person, taught, quizId) is not null)
                return new Refusal("closed");
            var allowance = await AllowanceTerms.AllowanceOf(entry.Reads, person, quiz, clock.Zone, earlier, act.Today);
            return allowance.Rules.Next(latest?.Number ?? 0, latest?.FinishedAt ?? latest?.Deadline, act.At) switch
            {
                Refused<int> refused => refused.Reason,
                _ when quiz.Code is { } told && !AccessCode.Fits(code, told) => new Refusal(string.IsNullOrWhiteSpace(code) ? "code-missing" : "code-wrong"),
                Accepted<int> number => Begin(entry, person, quiz, catalogue.Hash, number.Value, allowance),
                _ => throw new InvalidOperationException("A decision is accepted or refused."),
            };
        });
    }

    private static Guid Begin(Entry entry, Guid person, Quiz quiz, string contentHash, int number, Allowance allowance)
    {
        var drawn = Drawing.Of([.. quiz.Families.Select(PaperQuestion.Drawable)], quiz.Lines,
            quiz.Shuffle.HasFlag(QuizShuffle.Questions), quiz.Shuffle.HasFlag(QuizShuffle.Options), RandomNumberGenerator.GetInt32);
        var (attempt, kind) = (entry.NewId(), quiz.AttemptKind());
        entry.Execute(AttemptStatements.Begin, attempt, person, quiz.Course, quiz.Id, number, kind.ToString(), contentHash, drawn.Count, entry.Act.At, allowance.Rules.Deadline(entry.Act.At), allowance.Next);
        foreach (var (place, question) in drawn.Index())
            entry.Execute(AttemptStatements.Ask, attempt, place + 1, question.Family, question.Variant, Places.Write(question.Order));
        entry.Record(new AttemptStarted(person, attempt, quiz.Course, quiz.Id, kind, contentHash));
        return attempt;
    }
}

/// <summary>What a quiz is for, in the words of attempts.</summary>
internal static class QuizTerms
{
    public static AttemptKind AttemptKind(this Quiz quiz) => quiz.Kind switch
    {
        QuizKind.Check => Domain.Quizzes.AttemptKind.Check,
        QuizKind.Certification => Domain.Quizzes.AttemptKind.Certification,
        _ => Domain.Quizzes.AttemptKind.Practice,
    };
}
