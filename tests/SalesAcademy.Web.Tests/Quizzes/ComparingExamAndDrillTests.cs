using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Web.Tests.Quizzes;

public sealed class ComparingExamAndDrillTests
{
    private const string Page = "/quizzes/statistics/discovery/certification";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Those_who_drill_well_and_fail_the_examination_are_seen_from_thirty_answers_on(Store store)
    {
        await using var app = new AcademyApp(store);
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author));

        await Took(app, people: 2, drilled: 10, exam: 0, drill: 1);
        var few = await author.Open(Page);
        await Took(app, people: 1, drilled: 10, exam: 0, drill: 1);
        await Took(app, people: 3, drilled: 0, exam: 1, drill: 0); // who never drilled, and would lift the examination
        var enough = await author.Open(Page);

        Assert.Contains("Compared from 30 answers on either side on. Rests on 2 people.", few, StringComparison.Ordinal);
        Assert.Contains("They get 100 points less right in the examination", enough, StringComparison.Ordinal);
        Assert.Contains("Rests on 3 people.", enough, StringComparison.Ordinal);
        Assert.Contains("−100", enough, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_carries_over_is_said_in_Chinese()
    {
        await using var app = new AcademyApp();
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author, language: "zh-Hans"));

        await Took(app, people: 3, drilled: 10, exam: 1, drill: 1);

        Assert.Contains("相差不超出偶然范围：练过的，认证时也答得出。 依据 3 人。", await author.Open(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drills_of_other_competencies_and_open_questions_do_not_count()
    {
        await using var app = new AcademyApp();
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author));

        await Took(app, people: 3, drilled: 10, exam: 0, drill: 1, course: "leads-and-pool");
        await Took(app, people: 3, drilled: 10, exam: 0, drill: null);

        Assert.Contains("Rests on 0 people.", await author.Open(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lessons_check_is_not_compared()
    {
        await using var app = new AcademyApp();
        using var author = await app.SignIn(await app.Join("Hannah", Role.Author));
        await Took(app, people: 3, drilled: 10, exam: 0, drill: 1);

        Assert.DoesNotContain("Examination against drill", await author.Open("/quizzes/statistics/discovery/check-open"), StringComparison.Ordinal);
    }

    // People who answered ten questions of discovery's examination and so many questions of a course's checks in their drills.
    private static async Task Took(AcademyApp app, int people, int drilled, double exam, double? drill, string course = "discovery")
    {
        var catalogue = app.Services.GetRequiredService<Library>().Now;
        var quiz = catalogue.FindCourse("discovery")!.FindQuiz("certification")!;
        var competency = quiz.Families[0].Competency;
        var asked = quiz.Families.Where(f => f.Competency == competency).Take(10).ToArray();
        var other = course == "discovery" ? null : catalogue.Families.Values.First(f => f.Course == course && f.Pool != QuestionPool.Exam).Competency;
        var drills = catalogue.Families.Values.Where(f => f.Pool != QuestionPool.Exam && f.Competency == (other ?? competency)).Take(drilled).ToArray();
        Assert.Equal((10, drilled), (asked.Length, drills.Length));
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            for (var i = 0; i < people; i++)
                Sat(entry.Db, Guid.CreateVersion7());
            return Task.FromResult<Decision<Done>>(Done.Value);
        });

        void Sat(SalesAcademy.Web.Data.AcademyDb db, Guid person)
        {
            app.Take(db, person, quiz, asked, AttemptKind.Certification, (_, key) => exam == 0 ? [] : ((Chosen)key.Solution).Options);
            foreach (var (i, family) in drills.Index())
                db.Add(new DrillQuestionRow
                {
                    Person = person,
                    Day = app.Clock.Today,
                    Number = i + 1,
                    Family = family.Id,
                    Variant = family.Variants[0].Id,
                    Options = "",
                    ContentHash = catalogue.Hash,
                    Response = drill is null ? null : "",
                    Score = drill,
                    AnsweredAt = drill is null ? null : app.Clock.Now,
                });
        }
    }
}
