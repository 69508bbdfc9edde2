using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class HonouringTheWishNotToBeContactedTests
{
    private const string Number = "138 1234 5678";

    private static ArrivingLead ByPhone => Floor.Lead() with { Email = "", Phone = Number };

    private static ArrivingLead ByBoth => Floor.Lead() with { Email = "dana@kestrel.example", Phone = "+86 138-1234-5678" };

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Who_said_it_by_phone_is_not_written_to_and_who_said_it_by_mail_is_not_called(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var (floor, feed) = (new Floor(app), app.Services.GetRequiredService<LeadFeed>());
        await floor.Seller(Tier.C);
        var called = await floor.Arrives(ByPhone);
        await floor.Pool.Lock(app.Clock.Act(null, "Asked us to stop"), called, LockKind.DoNotContact);
        var wrote = await floor.Arrives(Floor.Lead() with { Email = "omar@harbour.example", Phone = "+44 20 7946 0133", ContactAllowed = false });

        var both = await floor.Arrives(ByBoth);
        var fromTheCrm = Assert.IsType<Accepted<LeadAnswer>>(await feed.Arrive(app.Clock.Act(), ByBoth with { Email = "sam@kestrel.example" }, "crm", "17")).Value.Id;
        var phoneOnly = await floor.Arrives(Floor.Lead() with { Email = "", Phone = "0044 20 79460133" });
        var again = await floor.Arrives(ByBoth with { Phone = "", Source = "Fair" });
        var other = await floor.Arrives();

        Assert.Equal([LeadState.Locked, LeadState.Locked, LeadState.Locked, LeadState.Duplicate, LeadState.Owned], [await State(both), await State(fromTheCrm), await State(phoneOnly), await State(again), await State(other)]);
        Assert.Equal(both, (await floor.Row(again)).DuplicateOf);
        Assert.NotEqual(wrote, phoneOnly);

        Assert.IsType<Accepted<Done>>(await floor.Pool.Unlock(app.Clock.Act(null, "They called back"), called));

        Assert.Equal([LeadState.Pool, LeadState.Locked], [await State(called), await State(phoneOnly)]);
        Assert.NotEqual(LeadState.Locked, await State(both));

        async Task<LeadState> State(Guid lead) => (await floor.Row(lead)).State;
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_wish_reaches_every_lead_of_theirs_from_key_to_key_and_what_is_merged_later(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var (mail, phone) = (await floor.Arrives(ByBoth), await floor.Arrives(ByPhone));
        var second = await floor.Arrives(Floor.Lead() with { Email = "", Phone = "0571-8888 0000" });
        await floor.Arrives(ByBoth with { Phone = "0571 88880000", Source = "Fair" }); // merged: one more number of the same customer
        var held = await floor.Arrives(Floor.Lead() with { Email = "d.whitfield@home.example", Phone = "0571-88880000" });
        await floor.Pool.Lock(app.Clock.Act(null, "Legal looks at it"), held, LockKind.Held);
        var byHand = await floor.InPool();

        Assert.IsType<Accepted<Done>>(await floor.Pool.Lock(app.Clock.Act(seller, "Asked us to stop"), phone, LockKind.DoNotContact));

        Assert.Equal([LeadState.Locked, LeadState.Locked, LeadState.Locked, LeadState.Locked, LeadState.Pool], [await State(phone), await State(mail), await State(second), await State(held), await State(byHand)]);
        await using (var db = app.Read())
            Assert.Equal([phone], await db.Set<LockRow>().Where(l => l.EndedAt == null).Select(l => l.With).Distinct().ToListAsync(TestContext.Current.CancellationToken));
        var number = (await floor.Row(byHand)).Phone;
        var colleague = await floor.Arrives(Floor.Lead() with { Phone = number });
        Assert.IsType<Accepted<Done>>(await floor.Pool.Merge(app.Clock.Act(seller), byHand, mail));
        Assert.Equal([LeadState.Duplicate, LeadState.Locked], [await State(byHand), await State(colleague)]);

        async Task<LeadState> State(Guid lead) => (await floor.Row(lead)).State;
    }

    [Fact]
    public async Task A_lost_lead_is_not_reopened_after_the_customer_said_it_by_another_way()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C);
        var lost = await floor.Arrives(ByBoth);
        await floor.Pool.Lose(app.Clock.Act(seller, "No budget"), lost, seller);
        await floor.Arrives(ByPhone with { ContactAllowed = false });

        Assert.Equal("reopen-no-contact", Floor.Refused(await floor.Pool.Reopen(app.Clock.Act(seller, "Too early"), lost, sameDay: true)));
    }

    [Fact]
    public async Task A_file_comes_in_as_its_preview_said()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C);
        var called = await floor.Arrives(ByPhone);
        await floor.Arrives(Floor.Lead() with { Email = "first@kestrel.example", Phone = "0571-8888 0000" });
        await floor.Pool.Lock(app.Clock.Act(null, "Asked us to stop"), called, LockKind.DoNotContact);
        app.Time.Advance(TimeSpan.FromMinutes(1));
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var sent = await browser.Send("""
            Company,Contact,E-mail,Phone,Do not contact
            Kestrel,Dana,dana@kestrel.example,+86 138 1234 5678,
            Kestrel,Dana,dana@kestrel.example,+86 138 1234 5678,
            Kestrel,Dana W.,dana@kestrel.example,0579 2222 3333,
            Harbour,Oliver,oliver@harbour.example,0579-22223333,
            Tilbury,Martin,martin@tilbury.example,0575 1111 2222,
            Tilbury,Reception,,0575-11112222,yes
            Tilbury,M. Cole,martin@tilbury.example,,
            Northgate,Sam,sam@northgate.example,0571 88880000,
            Northgate,Priya,,0571-88880000,yes
            Kestrel,First,first@kestrel.example,,
            Northgate,Sam,sam@northgate.example,0571 88880000,
            Vale,Nobody,nobody@vale.example,,
            """);
        var foretold = Rows(await browser.Read($"{sent}/report.csv"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(sent)).StatusCode);
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        Assert.Equal(["Do not contact", "Nothing new", "Merged", "Do not contact", "New", "Do not contact", "Merged", "New", "Do not contact", "Merged", "Nothing new", "New"], foretold.Select(row => row[3]));
        Assert.Equal(foretold.Select(row => (row[0], row[3])), Rows(await browser.Read($"{sent}/report.csv")).Select(row => (row[0], row[3])));
        await using var db = app.Read();
        Assert.Equal(["nobody@vale.example"], await db.Set<LeadRow>().Where(l => l.State != LeadState.Locked && l.State != LeadState.Duplicate).Select(l => l.Email).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_came_in_before_numbers_were_kept_is_known_by_them_from_the_first_round_on()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C);
        var mail = await floor.Arrives(ByBoth);
        await floor.Write(entry => entry.Db.Database.ExecuteSqlAsync($"UPDATE leads SET number = NULL", TestContext.Current.CancellationToken));
        var wish = await floor.Arrives(ByPhone with { ContactAllowed = false });
        Assert.Equal(LeadState.Owned, (await floor.Row(mail)).State);

        await app.Services.GetRequiredService<LeadNumbers>().Keep(TestContext.Current.CancellationToken);

        Assert.Equal(("tel:+8613812345678", LeadState.Locked), ((await floor.Row(mail)).Number, (await floor.Row(mail)).State));
        Assert.Equal(LeadState.Locked, (await floor.Row(wish)).State);
    }

    private static IReadOnlyList<string>[] Rows(string csv) => [.. new CsvReader(csv.TrimStart('\uFEFF'), ',').Rows().Skip(1).Select(row => row.Cells)];
}
