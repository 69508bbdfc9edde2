using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ReadingTheImpactRatioTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Groups_are_held_against_the_one_that_fares_best_and_small_ones_are_not_told(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var team = await app.Team("North");
        for (var i = 0; i < 12; i++)
            await floor.Seller(Tier.C, $"Seller {i}", team);
        for (var i = 0; i < 10; i++)
            await floor.Seller(i < 5 ? Tier.C : Tier.Shadow, $"销售 {i}", language: "zh-Hans");
        await floor.Arrives();
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));

        var page = await operations.Open("/leads/impact");

        var (language, teams) = (page[page.IndexOf("By language", StringComparison.Ordinal)..page.IndexOf("By team", StringComparison.Ordinal)], page[page.IndexOf("By team", StringComparison.Ordinal)..]);
        Assert.Matches("(?s)Chinese.*?>10<.*?50%.*?0\\.50", language);
        Assert.Matches("(?s)English.*?>12<.*?100%.*?1\\.00", language);
        Assert.Contains("A group is below four fifths", page, StringComparison.Ordinal);
        Assert.Matches("(?s)No team.*?50%", teams);
        Assert.Contains("North", teams, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nine_people_are_fewer_than_can_be_shown()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        for (var i = 0; i < 9; i++)
            await floor.Seller(Tier.C, $"Seller {i}");
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));

        var page = await hr.Open("/leads/impact");

        Assert.Contains("Fewer than 10: not shown", page, StringComparison.Ordinal);
        Assert.DoesNotContain("100%", page, StringComparison.Ordinal);
    }
}
