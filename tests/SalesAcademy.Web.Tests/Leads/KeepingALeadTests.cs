using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class KeepingALeadTests
{
    [Fact]
    public async Task Follow_ups_move_the_last_day_as_the_model_says_and_never_past_twenty_days()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        var claimed = app.Clock.Today;
        Assert.IsType<Accepted<Done>>(await floor.Claim(seller, lead));

        var lastDays = new List<int> { (await floor.Row(lead)).LastDay!.Value.DayNumber - claimed.DayNumber };
        foreach (var day in (int[])[3, 8, 11, 14, 17, 19])
        {
            app.Time.Advance(TimeSpan.FromDays(day - (app.Clock.Today.DayNumber - claimed.DayNumber)));
            Assert.IsType<Accepted<Done>>(await floor.FollowUp(seller, lead));
            lastDays.Add((await floor.Row(lead)).LastDay!.Value.DayNumber - claimed.DayNumber);
        }

        Assert.Equal([10, 10, 11, 14, 17, 20, 20], lastDays); // V10
    }

    [Fact]
    public async Task A_seller_in_London_dates_follow_ups_and_next_steps_by_the_day_it_is_there()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        await floor.Write(async entry => (await entry.Db.FindAsync<SalesAcademy.Web.Features.People.PersonRow>(seller))!.Zone = "Europe/London");
        app.Time.Advance(TimeSpan.FromHours(17)); // Tuesday morning in Shanghai, Monday afternoon in London
        await floor.Claim(seller, lead);
        var (here, there) = (app.Clock.Today, app.Clock.Today.AddDays(-1));
        using var browser = await app.SignIn(seller);
        Assert.Contains($"value=\"{there:O}\" min=\"{there:O}\" max=\"{here:O}\"", await browser.Open($"/leads/{lead}"), StringComparison.Ordinal);
        var lastDay = (await floor.Row(lead)).LastDay;

        Assert.IsType<Accepted<Done>>(await floor.Pool.FollowUp(app.Clock.Act(seller), lead, seller, there, "Spoke"));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Progress(app.Clock.Act(seller), lead, seller, (await floor.Row(lead)).Stage, "Call again", there));

        Assert.Equal(lastDay, (await floor.Row(lead)).LastDay);
        Assert.IsType<Refused<Done>>(await floor.Pool.FollowUp(app.Clock.Act(seller), lead, seller, there.AddDays(-1), "Spoke"));
        Assert.IsType<Refused<Done>>(await floor.Pool.Progress(app.Clock.Act(seller), lead, seller, (await floor.Row(lead)).Stage, "Call again", there.AddDays(-1)));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_owner_is_warned_once_and_after_missed_days_the_lead_goes_back_with_a_cool_down(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        await floor.Claim(seller, lead);

        app.Time.Advance(TimeSpan.FromDays(7));
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        Assert.Equal(1, await Notices(app, seller, "lead-returning"));
        app.Time.Advance(TimeSpan.FromDays(3));
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        Assert.Equal(LeadState.Owned, (await floor.Row(lead)).State);
        app.Time.Advance(TimeSpan.FromDays(4));
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);

        Assert.Equal(LeadState.Pool, (await floor.Row(lead)).State);
        Assert.Equal(1, await Notices(app, seller, "lead-expired"));
        app.Time.Advance(TimeSpan.FromDays(29));
        await floor.Hold(seller, Tier.C);
        Assert.Equal(Rule.Conflict, Floor.RefusedBy(await floor.Claim(seller, lead)));
        app.Time.Advance(TimeSpan.FromDays(1));
        await floor.Hold(seller, Tier.C);
        Assert.IsType<Accepted<Done>>(await floor.Claim(seller, lead));
    }

    [Fact]
    public async Task What_is_overdue_is_told_as_overdue()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var seller = await floor.Seller(Tier.C, team: await app.Team("North", manager));
        var lead = await floor.InPool();
        await floor.Claim(seller, lead);
        Assert.Contains("first contact by Tue 24 Nov", await Home(), StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromDays(2));
        Assert.Contains("first contact overdue since Tue 24 Nov", await Home(), StringComparison.Ordinal);
        Assert.Contains("First contact overdue since Tue 24 Nov", await Home("/leads"), StringComparison.Ordinal);
        app.Time.Advance(TimeSpan.FromDays(9));

        var home = await Home();
        Assert.Contains("protection ended Thu 3 Dec", home, StringComparison.Ordinal);
        Assert.DoesNotContain("protection ends", home, StringComparison.Ordinal);
        Assert.Contains("Ended Thu 3 Dec", await Home("/leads"), StringComparison.Ordinal);
        Assert.Contains("Ended 3 December 2026", await Home($"/leads/{lead}"), StringComparison.Ordinal);
        using var desk = await app.SignIn(manager);
        Assert.Contains("Lin Yue, protection ended Thu 3 Dec", await desk.Open("/leads/health?show=Owned"), StringComparison.Ordinal);

        async Task<string> Home(string url = "/")
        {
            using var browser = await app.SignIn(seller);
            return await browser.Open(url);
        }
    }

    [Fact]
    public async Task The_customers_clock_goes_on_through_every_hand_until_somebody_calls()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var team = await app.Team("North", manager);
        var (first, second) = (await floor.Seller(Tier.C, "Noah Becker", team), await floor.Seller(Tier.C, team: team));
        var lead = await floor.InPool();
        var waiting = (await floor.Row(lead)).WaitingSince;
        await floor.Claim(first, lead);
        app.Time.Advance(TimeSpan.FromHours(20));
        await floor.Hold(second, Tier.C);
        Assert.IsType<Accepted<Done>>(await floor.Pool.Transfer(app.Clock.Act(manager, "Closer"), lead, second));
        Assert.Equal(waiting, (await floor.Row(lead)).WaitingSince);
        Assert.Contains("First contact by 08:00", await Leads(second), StringComparison.Ordinal);
        Assert.Contains("Passed on by Zhou Mingzhe", await Leads(second, $"/leads/{lead}"), StringComparison.Ordinal);

        app.Time.Advance(TimeSpan.FromHours(20));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Return(app.Clock.Act(second, "No time"), lead, second));
        Assert.Equal(waiting, (await floor.Row(lead)).WaitingSince);
        var third = await floor.Seller(Tier.C, "Zoe");
        await floor.Claim(third, lead);
        Assert.Contains("First contact at once: the customer has waited since Mon 23 Nov", await Leads(third), StringComparison.Ordinal);

        await floor.FollowUp(third, lead);
        Assert.DoesNotContain("First contact", await Leads(third), StringComparison.Ordinal);
        await floor.Pool.Return(app.Clock.Act(third, "No fit"), lead, third);
        Assert.Equal(app.Clock.Now, (await floor.Row(lead)).WaitingSince);

        async Task<string> Leads(Guid person, string url = "/leads")
        {
            using var browser = await app.SignIn(person);
            return await browser.Open(url);
        }
    }

    [Fact]
    public async Task A_stage_and_a_next_step_saved_before_the_first_contact_are_shown_beside_what_is_owed()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        await floor.Claim(seller, lead);
        using var browser = await app.SignIn(seller);
        var before = await browser.Open("/leads");

        await browser.Submit($"/leads/{lead}/progress", ("Stage", "discovery"), ("NextStep", "Ask about the budget"), ("NextStepOn", "2027-01-11"));
        var after = await browser.Open("/leads");

        Assert.Contains("First contact by Tue 24 Nov", before, StringComparison.Ordinal);
        Assert.Contains("First contact by Tue 24 Nov", after, StringComparison.Ordinal);
        Assert.Contains("Ask about the budget, 11 January 2027", after, StringComparison.Ordinal);
        Assert.Matches("<td class=\"meta\">\\s*Discovery\\s*</td>", after);
    }

    [Fact]
    public async Task A_field_too_long_is_refused_in_the_readers_language()
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("吴桐", Role.SalesOps, language: "zh-Hans"));

        var refused = await browser.Submit("/leads/new", ("Company", new string('甲', 201)), ("Contact", "王"), ("Email", "wang@example.com"), ("Phone", new string('1', 51)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("最多 200 个字符。", page, StringComparison.Ordinal);
        Assert.Contains("最多 50 个字符。", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_opportunity_suspends_the_return_until_it_is_closed()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (seller, lead) = (await floor.Seller(Tier.C), await floor.InPool());
        await floor.Claim(seller, lead);
        await floor.Pool.Opportunity(app.Clock.Act(seller), lead, seller, open: true);

        app.Time.Advance(TimeSpan.FromDays(40));
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        Assert.Equal(LeadState.Owned, (await floor.Row(lead)).State);
        await floor.Pool.Opportunity(app.Clock.Act(seller), lead, seller, open: false);
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);

        Assert.Equal(LeadState.Pool, (await floor.Row(lead)).State);
    }

    [Fact]
    public async Task The_window_of_seven_days_moves_with_the_seller()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        for (var i = 0; i < 5; i++)
            Assert.IsType<Accepted<Done>>(await floor.Claim(seller, await floor.InPool(company: $"Company {i}")));
        var next = await floor.InPool(company: "Next");

        Assert.Equal(Rule.WeeklyCap, Floor.RefusedBy(await floor.Claim(seller, next)));
        app.Time.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await floor.Hold(seller, Tier.C);
        Assert.Equal(Rule.WeeklyCap, Floor.RefusedBy(await floor.Claim(seller, next)));
        app.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.IsType<Accepted<Done>>(await floor.Claim(seller, next));
    }

    [Fact]
    public async Task A_suspended_or_fallen_seller_keeps_their_leads_and_gets_no_new_ones()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var (fallen, other) = (await floor.Seller(Tier.B, "Fallen"), await floor.Seller(Tier.B, "Other"));
        var mine = await floor.InPool(Tier.B);
        await floor.Claim(fallen, mine);

        await floor.Hold(fallen, Tier.Shadow);
        var given = await floor.Row(await floor.Arrives(Floor.Lead(Tier.B)));

        Assert.Equal(fallen, (await floor.Row(mine)).Owner);
        Assert.Equal(other, given.Owner);
        Assert.Equal(Rule.Tier, Floor.RefusedBy(await floor.Claim(fallen, await floor.InPool(Tier.B))));
        Assert.IsType<Accepted<Done>>(await floor.FollowUp(fallen, mine));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_transfer_ends_one_ownership_and_starts_another_by_the_same_rules(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var (from, to, shadow) = (await floor.Seller(Tier.C, "From"), await floor.Seller(Tier.C, "To"), await floor.Seller(Tier.Shadow, "Shadow"));
        var lead = await floor.InPool();
        await floor.Claim(from, lead);

        Assert.Equal("not-eligible", Floor.Refused(await floor.Pool.Transfer(app.Clock.Act(reason: "Leaves"), lead, shadow)));
        Assert.IsType<Accepted<Done>>(await floor.Pool.Transfer(app.Clock.Act(reason: "Leaves"), lead, to));

        Assert.Equal(to, (await floor.Row(lead)).Owner);
        await using var db = app.Read();
        Assert.Equal([OwnershipEnd.Transferred, null], await db.Set<OwnershipRow>().Where(o => o.Lead == lead).OrderBy(o => o.Sequence).ThenBy(o => o.EndSequence == null).Select(o => o.End).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["lead-claimed", "lead-returned", "lead-assigned"], (await app.Events()).Where(e => e.Subject == lead).Select(e => e.Type));
    }

    [Fact]
    public async Task Past_its_service_level_a_waiting_lead_goes_to_the_pool_and_sales_operations_are_told_once()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var operations = await app.Join("Omar Haddad", Role.SalesOps);
        var lead = await floor.Arrives(Floor.Lead(Tier.A));

        app.Time.Advance(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(30));
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        Assert.Equal(LeadState.Waiting, (await floor.Row(lead)).State);
        app.Time.Advance(TimeSpan.FromSeconds(30));
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);

        Assert.Equal(LeadState.Pool, (await floor.Row(lead)).State);
        Assert.True((await floor.DecisionOn(lead)) is { Outcome: AssignmentOutcome.Pool, Late: true, Number: 2 });
        Assert.Equal(1, await Notices(app, operations, "lead-late"));
    }

    private static async Task<int> Notices(AcademyApp app, Guid person, string kind)
    {
        await using var db = app.Read();
        return await db.Set<NoticeRow>().CountAsync(n => n.Person == person && n.Kind == kind, TestContext.Current.CancellationToken);
    }
}
