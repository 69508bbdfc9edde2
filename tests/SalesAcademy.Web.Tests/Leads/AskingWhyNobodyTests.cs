using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class AskingWhyNobodyTests
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task A_lead_that_nobody_got_names_who_came_nearest_and_what_would_have_turned_it_as_of_then(string language)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager, language: language);
        var (near, far, other) = (await floor.Seller(Tier.C, "Near Enough", await app.Team("North", manager)), await floor.Seller(Tier.Shadow, "Far Away"), await floor.Seller(Tier.C, "Somebody Else"));
        await floor.Hold(near, Tier.C);
        var lead = await floor.Arrives(Floor.Lead(Tier.B));
        var decision = await floor.DecisionOn(lead);
        app.Time.Advance(TimeSpan.FromMinutes(5));
        await floor.Write(async entry => { entry.Db.Add(new PersonTagRow { PersonId = near, Kind = "language", Value = "en" }); await Task.CompletedTask; }); // since
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps, language: language));
        using var own = await app.SignIn(manager);
        using var rep = await app.SignIn(near);

        var page = await operations.Open($"/leads/decisions/{decision.Id}");
        var theirs = await own.Open($"/leads/decisions/{decision.Id}");
        var seller = await rep.Open($"/leads/decisions/{decision.Id}");

        string[] expected = language == "en"
            ? ["Waiting", "Who did not pass, by first rule missed", "Who came nearest", "Near Enough", "Tier (C)", "Reach tier B", "href=\"/leads/bottleneck\""]
            : ["等待分配", "未通过人数", "离得最近的人", "Near Enough", "等级（C 级）", "升到B 级", "href=\"/leads/bottleneck\""];
        Assert.All(expected, words => Assert.Contains(words, page, StringComparison.Ordinal));
        Assert.True(page.IndexOf("Near Enough", StringComparison.Ordinal) < page.IndexOf("Far Away", StringComparison.Ordinal));
        Assert.Contains("Near Enough", theirs, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody Else", theirs, StringComparison.Ordinal); // of another team
        Assert.DoesNotContain("Somebody Else", seller, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"nearest\"", seller, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"nearest\"", await operations.Open($"/leads/decisions/{decision.Id}?person={far}"), StringComparison.Ordinal);
        Assert.NotEqual(other, far);
    }

    [Fact]
    public async Task In_the_pool_it_is_the_same_and_a_lead_that_was_given_has_no_nearest()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var (pooled, given) = (await floor.Arrives(Floor.Lead(Tier.B)), await floor.Arrives());
        app.Time.Advance(TimeSpan.FromDays(1));
        await floor.Hold(seller, Tier.C);
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));

        Assert.Contains("id=\"nearest\"", await operations.Open($"/leads/decisions/{(await floor.DecisionOn(pooled)).Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"nearest\"", await operations.Open($"/leads/decisions/{(await floor.DecisionOn(given)).Id}"), StringComparison.Ordinal);
        Assert.Equal(Features.Leads.LeadState.Pool, (await floor.Row(pooled)).State);
    }
}
