namespace SalesAcademy.Web.Features.Demo;

/// <summary>Tells the demo's past in the order it happened, by the same commands the pages use.</summary>
internal sealed class DemoStory(DemoPeople people, DemoLearning learning, DemoJudging judging, DemoWork work, DemoSessions sessions)
{
    public async Task Tell()
    {
        foreach (var scene in people.Scenes().Concat(learning.Scenes()).Concat(judging.Scenes()).Concat(work.Scenes()).Concat(sessions.Scenes()).OrderBy(scene => scene.At).ToList())
            await scene.Happens();
        await people.GiveWaysIn();
    }
}
