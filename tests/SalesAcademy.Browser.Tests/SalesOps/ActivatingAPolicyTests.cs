using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.SalesOps;

/// <summary>Journey 5: sales operations change a policy, see who gains and loses, activate it, and what was foretold happens.</summary>
public sealed class ActivatingAPolicyTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task A_proposal_is_simulated_read_and_activated_and_its_outcome_is_the_one_foretold(string language)
    {
        OnceUnlessThorough(language);
        using var content = new ContentCopy();
        var own = OpenAnother(content: content.Folder);
        var operations = await SignIn(language, "吴桐", own);
        content.Replace("readiness.yml", "C: 0.50, B: 0.65", "C: 0.45, B: 0.74").Replace("leads.yml", "C: 5, B: 10, A: 15", "C: 3, B: 12, A: 15");
        own.The<Library>().Load();

        await operations.Page.GotoAsync("/");
        await Assertions.Expect(operations.Text("A changed policy is not in force", "策略有改动，尚未生效").First).ToBeVisibleAsync();
        await operations.Go("Policies", "策略");
        await operations.Link("Simulate", "模拟").ClickAsync();
        await operations.Reads("Simulation", "模拟");
        await using var db = own.Read();
        var foretold = await own.The<Simulator>().Run(db, 28, TestContext.Current.CancellationToken);
        Assert.NotEmpty(foretold.Losers);
        foreach (var person in foretold.Losers)
            await Assertions.Expect(operations.Link(person.Name, person.Name)).ToBeVisibleAsync();
        await operations.Field("Reason", "理由").FillAsync(operations.Say("Tier B asks for more.", "B 级要求更高。"));
        await operations.Button("Activate", "启用").ClickAsync();

        await Assertions.Expect(operations.Text("The proposal is in force.", "新策略已生效")).ToBeVisibleAsync();
        await Assertions.Expect(operations.Page.GetByText(operations.Say("Tier B asks for more.", "B 级要求更高。"))).ToBeVisibleAsync();
        await using var after = own.Read();
        var standings = await own.The<ReadinessBook>().All(after, own.The<Clock>().Today);
        Assert.Equal(foretold.People.OrderBy(person => person.Person).Select(person => (person.Person, person.After.Tier, person.After.GatesHold)), standings.Select(s => (s.Person, s.Tier, s.GatesHold)));
    }
}
