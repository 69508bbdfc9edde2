using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Quizzes;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>What waits for the managers of the demo: in each team a written answer to be graded, and a mark that is contested.</summary>
internal sealed class DemoJudging(QuizBook quizzes, Clock clock)
{
    private const string Evidence = "process-entry-guess";

    private static readonly (string Key, string Opening, string Reason)[] Sellers =
    [
        ("siqi",
            "罗经理您好，我是澜腾云科技的王思琪，之前没和您通过话。我看到贵司网站上的送货时间上个月从中午改到了下午四点，同时在招第二名锅炉工，所以打这个电话。改到四点以后，酒店那边先找您说的是什么？",
            "我选“不写”，是因为课里说猜测不能冒充事实，写在记录里容易被当真。我会口头告诉接手的同事。请看看这样能不能也算对。"),
        ("tom",
            "Ms Adeyemi, Tom Alvarez from Lanteng Cloud; we have not spoken before. Your website moved the hotels' deliveries from noon to four last month, and you are looking for a second boiler engineer, so I thought I would ask. Since the change, what do the hotels ring you about first?",
            "I left the guess out because the lesson warns against guesses that pass for facts. I would have told my colleague in person instead. Could that count as well?"),
    ];

    public IEnumerable<Scene> Scenes()
    {
        foreach (var (key, opening, reason) in Sellers)
        {
            var (contested, written, person) = (clock.Ago(3, 16, 20), clock.Ago(1, 14, 5), DemoOrganisation.IdOf(key));
            yield return new(contested, () => Contest(key, person, contested, reason));
            yield return new(written, () => quizzes.Sit(
                clock.ActAt(written, person), "discovery", "first-minute", _ => false, DemoCalendar.Pace(key, "first-minute") * 3, _ => opening));
        }
    }

    private async Task Contest(string key, Guid person, DateTime at, string reason)
    {
        var sat = await quizzes.Sit(clock.ActAt(at, person), "sales-process", "check-evidence", family => family.Id != Evidence, DemoCalendar.Pace(key, "check-evidence"));
        if (sat is Accepted<Guid> { Value: var attempt })
            await quizzes.Contest(clock.ActAt(at.AddMinutes(20), person), attempt, Evidence, reason);
    }
}
