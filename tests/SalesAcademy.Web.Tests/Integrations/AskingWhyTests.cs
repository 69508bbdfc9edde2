using System.Net;
using System.Text.Json.Nodes;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Integrations;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.Integrations;

public sealed class AskingWhyTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_seller_is_told_by_tier_gates_caps_and_the_room_left(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C, tags: new Tag("language", "zh"));
        await floor.Arrives();
        using var machine = await Machine.With(app, Scopes.EligibilityRead);

        var told = await machine.Read($"/api/v1/eligibility/reps/{seller}");

        Assert.Equal(("C", 0), (Text(told, "tier"), told["missingGates"]!.AsArray().Count));
        Assert.Equal((1, 15, 14), Cap(told["openLeads"]!));
        Assert.Equal((1, 5, 4), Cap(told["weeklyLeads"]!));
        Assert.Equal((4, 10), (told["roomLeft"]!.GetValue<int>(), told["claimsLeftToday"]!.GetValue<int>()));
        Assert.Equal("language", Text(told["tags"]![0]!, "kind"));
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Get($"/api/v1/eligibility/reps/{Guid.NewGuid()}")).StatusCode);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Of_a_lead_every_seller_is_told_with_every_rule_and_what_would_change_it(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (low, high) = (await floor.Seller(Tier.C, "Low"), await floor.Seller(Tier.B, "High"));
        var lead = await floor.InPool(Tier.B);
        using var machine = await Machine.With(app, Scopes.EligibilityRead);

        var first = await machine.Read($"/api/v1/leads/{lead}/eligibility?limit=1");
        var second = await machine.Read($"/api/v1/leads/{lead}/eligibility?limit=1&cursor={Text(first, "next")}");

        Assert.Equal((2, 1), (first["data"]!["sellers"]!.GetValue<int>(), first["data"]!["eligible"]!.GetValue<int>()));
        Assert.Null(second["next"]);
        var verdicts = new[] { first, second }.Select(page => Assert.Single(page["data"]!["reps"]!.AsArray())!).ToDictionary(rep => Guid.Parse(Text(rep, "rep")!));
        Assert.True(verdicts[high]["eligible"]!.GetValue<bool>());
        Assert.All(verdicts.Values, rep => Assert.Equal(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8"], rep["rules"]!.AsArray().Select(rule => Text(rule!, "rule"))));
        var tier = Assert.Single(verdicts[low]["rules"]!.AsArray(), rule => !rule!["passed"]!.GetValue<bool>())!;
        Assert.Equal(("tier", "C", "B"), (Text(tier, "key"), Text(tier["findings"]![0]!, "actual"), Text(tier["findings"]![0]!, "required")));
        Assert.Equal(("reach-tier", "B"), (Text(tier["remedies"]![0]!, "key"), Text(tier["remedies"]![0]!, "value")));
        Assert.Matches("[A-Za-z]", Text(tier["remedies"]![0]!, "text"));
    }

    [Fact]
    public async Task It_is_told_in_English_whatever_is_asked_for()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C);
        var lead = await floor.InPool(Tier.B);
        using var machine = await Machine.With(app, Scopes.EligibilityRead);
        machine.Http.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");
        machine.Http.DefaultRequestHeaders.Add("Cookie", "language=zh-Hans");

        var told = await machine.Read($"/api/v1/leads/{lead}/eligibility");

        Assert.DoesNotMatch(@"\p{IsCJKUnifiedIdeographs}", string.Concat(told["data"]!["reps"]![0]!["rules"]!.AsArray().Select(rule => Text(rule!, "needed") + Text(rule!, "has"))));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Decisions_are_read_on_from_where_one_stopped_and_each_is_explained_as_of_then(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var held = await floor.Arrives();
        var (seller, shadow) = (await floor.Seller(Tier.C), await floor.Seller(Tier.Shadow, "Shadow"));
        var given = await floor.Arrives();
        using var machine = await Machine.With(app, Scopes.DecisionsRead);

        var first = await machine.Read("/api/v1/decisions?limit=1");
        var rest = await machine.Read($"/api/v1/decisions?after={Text(first, "next")}");
        var none = await machine.Read($"/api/v1/decisions?after={Text(rest, "next")}");
        await floor.Arrives();
        var later = await machine.Read($"/api/v1/decisions?after={Text(none, "next")}");

        Assert.Equal(($"{held}", "held"), (Text(Assert.Single(first["data"]!.AsArray())!, "lead"), Text(first["data"]![0]!, "outcome")));
        var decision = Assert.Single(rest["data"]!.AsArray())!;
        Assert.Equal(($"{given}", "assigned", $"{seller}"), (Text(decision, "lead"), Text(decision, "outcome"), Text(decision, "winner")));
        Assert.Empty(none["data"]!.AsArray());
        Assert.Equal(3, Assert.Single(later["data"]!.AsArray())!["number"]!.GetValue<int>());

        // Whatever the winner has taken since: an owner passed every rule as of the decision.
        for (var more = 0; more < 4; more++)
            await floor.Arrives();
        foreach (var made in (await machine.Read("/api/v1/decisions?limit=200"))["data"]!.AsArray().Where(made => Text(made!, "outcome") == "assigned"))
            Assert.DoesNotContain((await machine.Read($"/api/v1/decisions/{Text(made!, "id")}"))["rules"]!.AsArray(), rule => !rule!["passed"]!.GetValue<bool>());

        await floor.Hold(seller, Tier.Shadow);
        var toWinner = await machine.Read($"/api/v1/decisions/{Text(decision, "id")}");
        var toShadow = await machine.Read($"/api/v1/decisions/{Text(decision, "id")}?rep={shadow}");
        Assert.Equal(($"{seller}", 2, 1), (Text(toWinner, "rep"), toWinner["decision"]!["compared"]!.GetValue<int>(), toWinner["decision"]!["passed"]!.GetValue<int>()));
        Assert.Contains(toShadow["rules"]!.AsArray(), rule => Text(rule!, "rule") == "R2" && !rule!["passed"]!.GetValue<bool>());
        Assert.Equal(($"{seller}", 1), (Text(toWinner["decision"]!["ranking"]![0]!, "rep"), toWinner["decision"]!["ranking"]![0]!["place"]!.GetValue<int>()));
        Assert.Equal(HttpStatusCode.NotFound, (await machine.Get($"/api/v1/decisions/{Text(decision, "id")}?rep={Guid.NewGuid()}")).StatusCode);
    }

    private static (int, int, int) Cap(JsonNode cap) => (cap["used"]!.GetValue<int>(), cap["cap"]!.GetValue<int>(), cap["left"]!.GetValue<int>());

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();
}
