using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class MergingDuplicatesTests
{
    private static ArrivingLead Bare => Floor.Lead() with { Email = "dana@kestrel.example", Phone = "", About = "", Value = null, Currency = "CNY" };

    private static ArrivingLead Again => Bare with
    {
        Email = "Dana@Kestrel.Example",
        Source = "Trade fair",
        Phone = "+44 20 7946 0018",
        About = "outdoor retail",
        Account = "K-77",
        Value = 128_000,
        Currency = "GBP",
        Tags = [new Tag("language", "en"), new Tag("region", "uk-ireland")],
    };

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_lead_that_stays_is_filled_and_nothing_of_its_ownership_changes(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C);
        var first = await floor.Arrives(Bare);
        var before = await floor.Row(first);
        var sellers = await app.Dump("lead_ownerships", "lead_seats", "lead_cells", "lead_decisions");

        var second = await floor.Arrives(Again);

        var (stays, tombstone) = (await floor.Row(first), await floor.Row(second));
        Assert.Equal((LeadState.Duplicate, first), (tombstone.State, tombstone.DuplicateOf!.Value));
        Assert.Equal(("+44 20 7946 0018", "outdoor retail", "K-77", 128_000m, "GBP", "Website"), (stays.Phone, stays.About, stays.Account, stays.Value, stays.Currency, stays.Source));
        Assert.Equal((owner, before.Since, before.Earned, before.LastDay, before.Decision, before.State), (stays.Owner!.Value, stays.Since, stays.Earned, stays.LastDay, stays.Decision, stays.State));
        Assert.Equal(sellers, await app.Dump("lead_ownerships", "lead_seats", "lead_cells", "lead_decisions"));
        Assert.Equal(["lead-arrived", "lead-assigned", "lead-merged"], (await app.Events()).Where(e => e.Subject == first).Select(e => e.Type));
        Assert.Equal(1, await Notices(app, owner, "lead-merged"));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Separated_again_both_are_what_they_were_and_the_other_is_given_to_somebody(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C, "Owner");
        var first = await floor.Arrives(Bare);
        var before = await app.Dump("leads", "lead_tags", "lead_ownerships");
        var colleague = await floor.Seller(Tier.C, "Colleague", tags: [new Tag("language", "en"), new Tag("region", "uk-ireland")]);
        var second = await floor.Arrives(Again);

        var separated = await floor.Pool.Separate(app.Clock.Act(null, "Two branches"), second);

        Assert.IsType<Accepted<Done>>(separated);
        var after = await app.Dump("leads", "lead_tags", "lead_ownerships");
        Assert.All(before, row => Assert.Contains(row, after)); // the lead that stayed, to the last column
        var own = await floor.Row(second);
        Assert.Equal((LeadState.Owned, colleague, null), (own.State, own.Owner!.Value, own.DuplicateOf));
        Assert.Equal("K-77", own.Account);
        Assert.Equal(1, await Notices(app, owner, "lead-separated"));
        Assert.Equal("not-merged", Floor.Refused(await floor.Pool.Separate(app.Clock.Act(null, "Again"), second)));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_duplicate_of_before_merges_were_recorded_is_separated_too(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C, "Owner");
        var first = await floor.Arrives(Again);
        var second = await floor.Arrives(Bare with { Source = "Fair" });
        await floor.Write(entry => entry.Db.Database.ExecuteSqlAsync($"DELETE FROM lead_merges", TestContext.Current.CancellationToken));
        var before = await app.Dump("lead_tags", "lead_ownerships");
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Contains($"/leads/{second}/separation", await operations.Open($"/leads/{first}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await operations.Submit($"/leads/{second}/separation", ("reason", "Two branches"))).StatusCode);

        var own = await floor.Row(second);
        Assert.Equal((LeadState.Owned, null, "Fair"), (own.State, own.DuplicateOf, own.Source));
        var after = await app.Dump("lead_tags", "lead_ownerships");
        Assert.All(before, row => Assert.Contains(row, after));
        Assert.Equal("not-merged", Floor.Refused(await floor.Pool.Separate(app.Clock.Act(null, "Again"), second)));
    }

    [Fact]
    public async Task What_one_gives_back_another_that_is_still_merged_fills()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var first = await floor.Arrives(Bare);
        var second = await floor.Arrives(Bare with { Source = "Fair", Phone = "1", Value = 5, Currency = "EUR" });
        var third = await floor.Arrives(Bare with { Source = "Call", Phone = "2", About = "retail" });

        await floor.Pool.Separate(app.Clock.Act(null, "Not the same"), second);
        var one = await floor.Row(first);
        await floor.Pool.Separate(app.Clock.Act(null, "Not the same either"), third);
        var none = await floor.Row(first);

        Assert.Equal(("2", "retail", null, "CNY"), (one.Phone, one.About, one.Value, one.Currency));
        Assert.Equal(("", "", null, "CNY"), (none.Phone, none.About, none.Value, none.Currency));
    }

    [Fact]
    public async Task A_decision_made_before_a_merge_is_explained_by_the_tags_of_then()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C);
        var lead = await floor.Arrives(Bare);
        var decision = await floor.DecisionOn(lead);
        var merged = await floor.Arrives(Again);

        await using var db = app.Read();
        Assert.Equal(2, (await LeadFile.Find(db, lead, floor.Policy))!.Now.Tags.Count);
        Assert.Empty((await LeadFile.Find(db, lead, floor.Policy))!.Then(decision, floor.Policy).Tags);
        await floor.Pool.Separate(app.Clock.Act(null, "Not the same"), merged);
        Assert.Empty((await LeadFile.Find(db, lead, floor.Policy))!.Then(decision, floor.Policy).Tags);
    }

    [Fact]
    public async Task A_decision_made_while_they_were_merged_is_explained_by_the_tags_of_then_after_they_are_separated()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var lead = await floor.Arrives(Bare);
        var held = await floor.DecisionOn(lead);
        var merged = await floor.Arrives(Again);
        await floor.Seller(Tier.C, tags: [new Tag("language", "en"), new Tag("region", "uk-ireland")]);
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        var given = await floor.DecisionOn(lead);

        await floor.Pool.Separate(app.Clock.Act(null, "Not the same"), merged);

        await using var db = app.Read();
        var file = (await LeadFile.Find(db, lead, floor.Policy))!;
        Assert.Equal((AssignmentOutcome.Held, AssignmentOutcome.Assigned), (held.Outcome, given.Outcome));
        Assert.Empty(file.Now.Tags);
        Assert.Empty(file.Then(held, floor.Policy).Tags);
        Assert.Equal(2, file.Then(given, floor.Policy).Tags.Count);
    }

    [Fact]
    public async Task A_lead_whose_customer_may_not_be_contacted_is_filled_with_nothing()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C);
        var locked = await floor.Arrives(Bare with { ContactAllowed = false });

        var second = await floor.Arrives(Again);

        Assert.Equal(("", LeadState.Locked), ((await floor.Row(locked)).Phone, (await floor.Row(locked)).State));
        Assert.Equal((LeadState.Duplicate, locked), ((await floor.Row(second)).State, (await floor.Row(second)).DuplicateOf!.Value));
    }

    [Fact]
    public async Task The_name_of_a_company_alone_merges_nothing_and_a_lost_lead_takes_no_new_one()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C);
        var first = await floor.Arrives(Bare);

        var namesake = await floor.Arrives(Bare with { Email = "other@kestrel.example" });
        await floor.Pool.Lose(app.Clock.Act(owner, "No budget"), first, owner);
        var anew = await floor.Arrives(Bare);

        Assert.Equal(LeadState.Owned, (await floor.Row(namesake)).State);
        Assert.Equal(LeadState.Owned, (await floor.Row(anew)).State);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task The_lead_says_what_came_in_again_and_sales_operations_separate_it_with_a_reason(string language)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C, language: language);
        var first = await floor.Arrives(Bare);
        var second = await floor.Arrives(Again);
        using var operations = await app.SignIn(await app.Join("吴桐", Role.SalesOps, language: language));
        using var seller = await app.SignIn(owner);

        var page = await operations.Open($"/leads/{first}");
        var own = await seller.Open($"/leads/{first}");
        var unexplained = await operations.Submit($"/leads/{second}/separation", ("reason", " "));
        var forbidden = await seller.Submit($"/leads/{second}/separation", ("reason", "Mine"));
        var separated = await operations.Submit($"/leads/{second}/separation", ("reason", "Two branches"));

        Assert.Contains(language == "en" ? "Came in more than once" : "多次进入", page, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Filled: About, Phone, Customer account, Value, Language, Region." : "补充了：简介、电话、客户账户、金额、语言、地区。", page, StringComparison.Ordinal);
        Assert.Contains("/separation", page, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "Came in more than once" : "多次进入", own, StringComparison.Ordinal);
        Assert.DoesNotContain("/separation", own, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unexplained.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, separated.StatusCode);
        Assert.DoesNotContain("/separation", await operations.Open($"/leads/{first}"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_lead_without_an_owner_is_merged_by_hand_where_it_looks_alike_and_comes_back_to_the_pool(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var owner = await floor.Seller(Tier.C);
        var first = await floor.Arrives(Bare with { Company = "Harbor and Pine" });
        var other = await floor.InPool();
        var before = await app.Dump("leads", "lead_tags");
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Contains($"<option value=\"{first}\"", await operations.Open($"/leads/{other}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operations.Submit($"/leads/{first}/merge", ("into", $"{other}"))).StatusCode); // it has an owner
        Assert.Equal($"/leads/{first}", (await operations.Submit($"/leads/{other}/merge", ("into", $"{first}"))).Headers.Location?.ToString());
        var again = await floor.Arrives(Floor.Lead() with { Email = (await floor.Row(other)).Email }); // known by the address of the tombstone
        var merged = (await floor.Row(first), await floor.Row(other), await floor.Row(again));
        await floor.Pool.Separate(app.Clock.Act(owner, "Not the same"), again);
        Assert.IsType<Accepted<Done>>(await floor.Pool.Separate(app.Clock.Act(owner, "Not the same"), other));

        Assert.Equal((owner, merged.Item2.Phone, LeadState.Duplicate, first), (merged.Item1.Owner!.Value, merged.Item1.Phone, merged.Item2.State, merged.Item3.DuplicateOf!.Value));
        var after = await app.Dump("leads", "lead_tags");
        Assert.All(before, row => Assert.Contains(row, after));
    }

    private static async Task<int> Notices(AcademyApp app, Guid person, string kind)
    {
        await using var db = app.Read();
        return await db.Set<NoticeRow>().CountAsync(n => n.Person == person && n.Kind == kind, TestContext.Current.CancellationToken);
    }
}
