using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using Microsoft.Extensions.DependencyInjection;

namespace SalesAcademy.Web.Tests.Readiness;

/// <summary>What happens to a seller in other rooms, told through the ledger as those rooms tell it.</summary>
internal sealed class Learner(AcademyApp app, Guid person)
{
    public Guid Id => person;

    public Catalogue Catalogue => app.Services.GetRequiredService<Library>().Now;

    public static async Task<Learner> Hire(AcademyApp app, string name = "Lin Yue", Guid? team = null, string language = "en") =>
        new(app, await app.Join(name, Role.Rep, team, "sdr", language));

    public Task Record(params IReadOnlyList<IEvent> events) => app.Ledger.Run<Done>(app.Clock.Act(), entry =>
    {
        foreach (var happened in events)
            entry.Record(happened);
        return Task.FromResult<Decision<Done>>(Done.Value);
    }, TestContext.Current.CancellationToken);

    public GradedAnswer Answer(QuestionFamily family, double score) =>
        new(family.Id, family.Competency, score, family.Guess, Hint: false, family.Hash, app.Clock.Today);

    /// <summary>Submits a quiz of a course; of n families every k-th is wrong.</summary>
    public Task Answers(string course, string quiz, AttemptKind kind = AttemptKind.Check, int everyWrong = int.MaxValue) => Record(Graded(course, quiz, kind, everyWrong));

    /// <summary>Completes every course, answering every family there is.</summary>
    public async Task AnswersEverything(int everyWrong = int.MaxValue)
    {
        foreach (var course in Catalogue.Courses)
            await Record(
            [
                .. course.Quizzes.Select(quiz => Graded(course.Id, quiz.Id, quiz.Kind == QuizKind.Certification ? AttemptKind.Certification : AttemptKind.Check, everyWrong)),
                new CourseCompleted(person, course.Id, Catalogue.Hash),
            ]);
    }

    private AttemptGraded Graded(string course, string quiz, AttemptKind kind, int everyWrong)
    {
        var families = Catalogue.FindCourse(course)!.FindQuiz(quiz)!.Families.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
        return new(person, Guid.CreateVersion7(), course, quiz, kind, 1, Passed: true, [.. families.Select((family, i) => Answer(family, (i + 1) % everyWrong == 0 ? 0 : 1))], Catalogue.Hash);
    }

    public Task Drills(QuestionFamily family, double score) => Record(new DrillAnswered(person, Answer(family, score), Catalogue.Hash));

    public Task IsObserved(Guid rater, int level, params string[] competencies) => Record(new ObservationRecorded(
        person, rater, Guid.CreateVersion7(), "first-call",
        [.. competencies.Order(StringComparer.Ordinal).Select(c => new CompetencyRating(c, level, 4))], app.Clock.Today, Catalogue.Hash));

    public async Task<Guid> Earns(string certification, int days = 700)
    {
        var certificate = Guid.CreateVersion7();
        await Record(new CertificateIssued(person, certificate, certification, app.Clock.Today, app.Clock.Today.AddDays(days), null, Catalogue.Hash));
        return certificate;
    }

    public Task Loses(Guid certificate, string certification) => Record(new CertificateRevoked(person, certificate, certification, app.Clock.Today));
}
