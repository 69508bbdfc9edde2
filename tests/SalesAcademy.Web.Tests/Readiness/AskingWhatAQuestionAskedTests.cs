using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Readiness;

namespace SalesAcademy.Web.Tests.Readiness;

public sealed class AskingWhatAQuestionAskedTests
{
    [Fact]
    public async Task Whoever_asks_while_another_is_still_reading_the_catalogue_is_told_the_same()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var library = app.Services.GetRequiredService<Library>();
        var asked = library.Now.Families.Values.Select(family => new GradedAnswer(family.Id, family.Competency, 1, family.Guess, Hint: false, family.Hash, app.Clock.Today)).ToArray();

        for (var round = 0; round < 50; round++)
        {
            var (matters, together) = (new QuestionMatters(library), new Barrier(4));
            var told = new string?[4][];
            var askers = Enumerable.Range(0, 4).Select(asker => new Thread(() =>
            {
                together.SignalAndWait();
                told[asker] = [.. asked.Reverse().Select(answer => matters.Of(answer, library.Now.Hash))];
            })).ToList();
            askers.ForEach(asker => asker.Start());
            askers.ForEach(asker => asker.Join());

            Assert.All(told.SelectMany(matter => matter), Assert.NotNull);
        }
    }
}
