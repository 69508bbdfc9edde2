using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Readiness;

namespace SalesAcademy.Web.Tests.Readiness;

public sealed class EvidenceBecomesReadinessTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Answers_observations_and_certificates_give_the_score_of_the_model(Store store)
    {
        await using var app = new AcademyApp(store);
        var learner = await Learner.Hire(app);
        var rater = Guid.CreateVersion7();

        await learner.Answers("sales-process", "check-stages", everyWrong: 3);
        app.Time.Advance(TimeSpan.FromDays(9));
        await learner.Answers("sales-process", "check-stages");
        await learner.Answers("sales-process", "check-stages", everyWrong: 1); // the same day again: does not count
        await learner.Answers("discovery", "certification", AttemptKind.Practice); // practice: does not count
        await learner.Answers("discovery", "certification", AttemptKind.Certification, everyWrong: 4);
        await learner.Drills(learner.Catalogue.FindCourse("leads-and-pool")!.Quizzes[1].Families[0], 1);
        await learner.IsObserved(rater, 3, "process", "discovery");
        await learner.Earns("sales-process");
        app.Time.Advance(TimeSpan.FromDays(20));

        var standing = await StandingOf(app, learner.Id);
        var expected = Expected(app, learner, rater);
        Assert.Equal(expected.Score.Value, standing.Score, 1e-9);
        Assert.Equal(expected.Score.Low, standing.Low, 1e-9);
        Assert.Equal(expected.Score.High, standing.High, 1e-9);
        foreach (var competency in expected.Competencies)
            Assert.Equal(competency.Value, standing.Competencies[competency.Competency], 1e-9);
        Assert.Equal(["sales-process"], standing.Certifications);
    }

    internal static async Task<SellerStanding> StandingOf(AcademyApp app, Guid person, DateOnly? day = null)
    {
        await using var db = app.Read();
        return (await app.Services.GetRequiredService<ReadinessBook>().Of(db, person, day ?? app.Clock.Today))!;
    }

    // The same history written down by hand for the model, without the room.
    private static Assessment Expected(AcademyApp app, Learner learner, Guid rater)
    {
        var (today, catalogue) = (app.Clock.Today, learner.Catalogue);
        var (first, second) = (today.AddDays(-29), today.AddDays(-20));
        var stages = catalogue.FindCourse("sales-process")!.FindQuiz("check-stages")!.Families.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
        var exam = catalogue.FindCourse("discovery")!.FindQuiz("certification")!.Families.OrderBy(f => f.Id, StringComparer.Ordinal).ToArray();
        var drilled = catalogue.FindCourse("leads-and-pool")!.Quizzes[1].Families[0];
        Answer[] answers =
        [
            .. stages.Select((f, i) => new Answer(f.Id, first, i, (i + 1) % 3 == 0 ? 0 : 1)),
            .. stages.Select((f, i) => new Answer(f.Id, second, 100 + i, 1)),
            .. exam.Select((f, i) => new Answer(f.Id, second, 200 + i, (i + 1) % 4 == 0 ? 0 : 1)),
            new Answer(drilled.Id, second, 300, 1),
        ];
        var record = new SellerRecord(
            learner.Id, [.. catalogue.Families.Values.Select(f => new Family(f.Id, f.Competency, f.Guess))], answers,
            [new Observation("discovery", rater, 3, second, 1), new Observation("process", rater, 3, second, 2)],
            new Standing(new HashSet<string>(["sales-process"]), new HashSet<string>()));
        return Assessment.Of(catalogue.Readiness, catalogue.Readiness.Roles["sdr"], record, today);
    }
}
