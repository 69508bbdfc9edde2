using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>For tests about many attempts: sets the stage with rows as attempts leave them.</summary>
internal static class TakenAttempts
{
    /// <param name="app">The academy.</param>
    /// <param name="db">Where the rows go.</param>
    /// <param name="person">Who took it.</param>
    /// <param name="quiz">The quiz.</param>
    /// <param name="asked">The questions, all choices; of each the first variant.</param>
    /// <param name="kind">What it was for.</param>
    /// <param name="ticks">The ticked options of a question by its place from 0 and its right options.</param>
    /// <param name="number">Which attempt of the person it is.</param>
    /// <param name="finished">Whether it has ended.</param>
    public static void Take(
        this AcademyApp app, AcademyDb db, Guid person, Quiz quiz, IReadOnlyList<QuestionFamily> asked, AttemptKind kind, Func<int, ChoiceKey, IEnumerable<int>> ticks, int number = 1, bool finished = true)
    {
        var attempt = new AttemptRow
        {
            Id = Guid.CreateVersion7(),
            Person = person,
            Course = quiz.Course,
            Quiz = quiz.Id,
            Number = number,
            Kind = kind,
            ContentHash = app.Services.GetRequiredService<Library>().Now.Hash,
            Questions = asked.Count,
            StartedAt = app.Clock.Now,
            FinishedAt = finished ? app.Clock.Now : null,
            Score = finished ? 0 : null,
            Passed = finished ? false : null,
        };
        db.Add(attempt);
        foreach (var (i, family) in asked.Index())
        {
            var key = (ChoiceKey)family.Variants[0].Key.Answer;
            db.Add(new AttemptQuestionRow { Attempt = attempt.Id, Position = i + 1, Family = family.Id, Variant = family.Variants[0].Id, Options = Places.Write(Enumerable.Range(0, key.Options)) });
            db.Add(new AttemptAnswerRow
            {
                Attempt = attempt.Id,
                Position = i + 1,
                Response = Places.Write(ticks(i, key)),
                Locale = Locales.English,
                Flagged = false,
                ClientSequence = 1,
                SavedAt = app.Clock.Now,
            });
        }
    }
}
