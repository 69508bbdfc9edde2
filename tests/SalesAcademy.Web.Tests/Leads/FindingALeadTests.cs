using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class FindingALeadTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_lead_is_found_by_a_part_of_its_name_whatever_became_of_it(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        await floor.Arrives(Floor.Lead(company: "Kestrel Outdoor"));
        var won = await floor.InPool(company: "Łódź 户外 100%");
        await floor.Write(async entry => (await entry.Db.FindAsync<LeadRow>(won))!.State = LeadState.Won);
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));

        foreach (var part in (string[])["%E6%88%B7%E5%A4%96", "100%25", "%25"])
        {
            var found = await operations.Open($"/leads/health?find={part}");
            Assert.Contains("100%", found, StringComparison.Ordinal);
            Assert.DoesNotContain("Kestrel", found, StringComparison.Ordinal);
        }

        Assert.Contains("Kestrel", await operations.Open("/leads/health?find=KESTREL"), StringComparison.Ordinal);
        Assert.Contains("No lead is called that", await operations.Open("/leads/health?find=kestrel&show=Lost"), StringComparison.Ordinal);
        Assert.DoesNotContain("100%", await operations.Open("/leads/health"), StringComparison.Ordinal); // ended leads only where they are asked for
        Assert.Contains("100%", await operations.Open("/leads/health?show=Won"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_page_goes_on_on_the_next_and_a_manager_finds_no_lead_of_another_team()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Aisha Rahman", Role.Manager);
        await app.Team("North", manager);
        var foreign = await floor.Seller(Tier.C);
        await floor.Arrives(Floor.Lead(company: "Kestrel Outdoor"));
        var pooled = await floor.InPool(company: "Company");
        await floor.Write(async entry =>
        {
            var one = (await entry.Db.FindAsync<LeadRow>(pooled))!;
            entry.Db.AddRange(Enumerable.Range(1, 201).Select(number => new LeadRow
            {
                Id = Guid.CreateVersion7(),
                Company = $"Company {number}",
                About = "",
                Contact = "",
                Email = "",
                Phone = "",
                Customer = $"company-{number}",
                Tier = Tier.C,
                Source = "",
                Currency = "EUR",
                ArrivedAt = one.ArrivedAt,
                WaitingSince = one.WaitingSince.AddSeconds(number),
                ChangedAt = one.ChangedAt,
                State = LeadState.Pool,
            }));
        });
        using var browser = await app.SignIn(manager);

        var (first, second) = (await browser.Open("/leads/health?show=Pool"), await browser.Open("/leads/health?show=Pool&page=2"));

        Assert.Contains("href=\"/leads/health?page=2&amp;show=Pool\"", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Company 201<", first, StringComparison.Ordinal);
        Assert.Contains("Company 201<", second, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second, StringComparison.Ordinal);
        Assert.Equal(foreign, await app.Read().Set<LeadRow>().Where(l => l.Company == "Kestrel Outdoor").Select(l => l.Owner).SingleAsync(TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Kestrel Outdoor", await browser.Open("/leads/health?find=kestrel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_leaves_no_lead_behind_unseen()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        var manager = await app.Join("Zhou Mingzhe", Role.Manager);
        var seller = await floor.Seller(Tier.C, "王思琪", await app.Team("North", manager));
        await floor.Arrives(Floor.Lead(company: "Kestrel Outdoor"));
        using var hr = await app.SignIn(await app.Join("Hana Mori", Role.Hr));
        using var browser = await app.SignIn(manager);
        Assert.DoesNotContain("show=Leavers", await browser.Open("/"), StringComparison.Ordinal);

        await hr.Submit($"/people/{seller}/suspension", ("Reason", "Left"));

        Assert.Contains("href=\"/leads/health?show=Leavers\"", await browser.Open("/"), StringComparison.Ordinal);
        var list = await browser.Open("/leads/health?show=Leavers");
        Assert.Contains("Kestrel Outdoor", list, StringComparison.Ordinal);
        Assert.Contains("Owner has left or is suspended", list, StringComparison.Ordinal);
    }
}
