using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Notices;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class FindingTheBottleneckTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_tier_without_sellers_names_who_is_nearest_and_each_can_be_asked_once(Store store)
    {
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        var (near, far) = (await Learner.Hire(app, "Near Enough"), await Learner.Hire(app, "Far Away"));
        await near.AnswersEverything();
        await floor.Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var page = await Text(operations, "/leads/bottleneck");
        Assert.Equal(HttpStatusCode.Redirect, (await operations.Submit("/leads/bottleneck/asks", ("Tier", "C"), ("People", $"{near.Id}"), ("People", $"{Guid.CreateVersion7()}"))).StatusCode);
        var after = await Text(operations, "/leads/bottleneck");
        await operations.Submit("/leads/bottleneck/asks", ("Tier", "C"), ("People", $"{near.Id}"));
        var again = await Text(operations, "/leads/bottleneck");

        Assert.Contains("Never: nobody is eligible", page, StringComparison.Ordinal);
        Assert.Contains("Nearest to tier C", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Near Enough", StringComparison.Ordinal) < page.IndexOf("Far Away", StringComparison.Ordinal));
        Assert.Contains("enough by itself for 1 person", page, StringComparison.Ordinal); // what stands before it on the path of the other is of other courses
        Assert.Contains("1 person was asked; 0 had been asked already", after, StringComparison.Ordinal);
        Assert.Contains("0 people were asked; 1 had been asked already", again, StringComparison.Ordinal);
        await using var db = app.Read();
        var notice = Assert.Single(await db.Set<NoticeRow>().Where(n => n.Kind == "lead-unlock").ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal((near.Id, "/courses/sales-process#sales-process"), (notice.Person, notice.Link));
        using var rep = await app.SignIn(near.Id);
        Assert.Contains("You are asked to learn for C leads: Pass the “", await Text(rep, "/notices"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await operations.Submit("/leads/bottleneck/asks", ("Tier", "C"))).StatusCode);
        Assert.NotEqual(near.Id, far.Id);
    }

    [Fact]
    public async Task A_manager_sees_and_asks_the_own_team_only()
    {
        await using var app = new AcademyApp();
        var manager = await app.Join("Marta Silva", Role.Manager);
        var (own, other) = (await Learner.Hire(app, "Own Seller", await app.Team("North", manager)), await Learner.Hire(app, "Other Seller"));
        await new Floor(app).Arrives();
        app.Time.Advance(TimeSpan.FromDays(1));
        using var browser = await app.SignIn(manager);

        var page = await Text(browser, "/leads/bottleneck");
        await browser.Submit("/leads/bottleneck/asks", ("Tier", "C"), ("People", $"{own.Id}"), ("People", $"{other.Id}"));

        Assert.Contains("Own Seller", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Other Seller", page, StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Equal([own.Id], await db.Set<NoticeRow>().Where(n => n.Kind == "lead-unlock").Select(n => n.Person).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_figure_leads_to_the_leads_or_the_people_it_counts()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var (floor, manager) = (new Floor(app), await app.Join("Marta Silva", Role.Manager));
        var own = await floor.Seller(Tier.C, "Own Seller", await app.Team("North", manager));
        var other = await floor.Seller(Tier.C, "Other Seller");
        await floor.Arrives(Floor.Lead(Tier.C, "Isar Logistics", new Tag("language", "de")));
        foreach (var (seller, company) in ((Guid, string)[])[(own, "Own Customer"), (other, "Their Customer")])
            await floor.Claim(seller, await floor.InPool(Tier.C, company));
        app.Time.Advance(TimeSpan.FromDays(1));
        foreach (var seller in new[] { own, other })
            await floor.Hold(seller, Tier.C);
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        using var asManager = await app.SignIn(manager);

        var page = await Text(operations, "/leads/bottleneck");

        foreach (var link in (string[])["/leads/health?show=Unowned&tier=C", "/leads/bottleneck?tier=C&of=Arrived#behind", "/leads/bottleneck?tier=C&of=Sellers#behind", "/leads/bottleneck?tier=C&of=Untagged#behind"])
            Assert.Contains(link, page, StringComparison.Ordinal);
        foreach (var list in (string[])["/leads/health?show=Unowned&tier=C", "/leads/bottleneck?tier=C&of=Arrived", "/leads/bottleneck?tier=C&of=Untagged"])
            Assert.Contains("Isar Logistics", await Text(operations, list), StringComparison.Ordinal);
        foreach (var list in (string[])["/leads/health?show=Unowned&tier=B", "/leads/bottleneck?tier=B&of=Arrived"])
            Assert.DoesNotContain("Isar Logistics", await Text(operations, list), StringComparison.Ordinal);
        var (all, team) = (await Text(operations, "/leads/bottleneck?tier=C&of=Sellers"), await Text(asManager, "/leads/bottleneck?tier=C&of=Sellers"));
        Assert.Contains($"/readiness/{other}\">Other Seller", all, StringComparison.Ordinal);
        Assert.Contains($"/readiness/{own}\">Own Seller", team, StringComparison.Ordinal);
        Assert.DoesNotContain("Other Seller", team, StringComparison.Ordinal);
        var arrived = await Text(asManager, "/leads/bottleneck?tier=C&of=Arrived");
        Assert.Contains("Own Customer", arrived, StringComparison.Ordinal);
        Assert.DoesNotContain("Their Customer", arrived, StringComparison.Ordinal);
        Assert.Contains("1 more is counted and not listed here.", arrived, StringComparison.Ordinal);
        Assert.Contains("Sellers you answer for who lack tier B", await Text(asManager, "/leads/bottleneck?tier=B&of=Lacking"), StringComparison.Ordinal);
        Assert.Contains("1 more is counted and not listed here.", team, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_is_not_known_is_left_out_and_the_page_says_so()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.InPool(Tier.C, "Harbor and Pine", new Tag("region", "uk-ireland"));
        using var seller = await app.SignIn(await floor.Seller(Tier.C));
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var pool = await Text(seller, "/leads/pool?tier=Gold&region=atlantis&pool=nowhere&language=7");
        var health = await Text(operations, "/leads/health?show=3&tier=Gold&pool=nowhere");

        foreach (var (page, values) in ((string, string[])[])[(pool, ["Gold", "atlantis", "nowhere", "7"]), (health, ["3", "Gold", "nowhere"]), (await Text(operations, "/leads/bottleneck?tier=Gold&of=everything"), ["Gold", "everything"])])
            Assert.All(values, value => Assert.Contains($"<code>{value}</code>", page, StringComparison.Ordinal));
        Assert.Contains("Harbor and Pine", pool, StringComparison.Ordinal);
        Assert.DoesNotContain("left out of the filter", await Text(seller, "/leads/pool?tier=C&region=uk-ireland&language="), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_tier_is_short_of_sellers_nothing_is_asked()
    {
        await using var app = new AcademyApp();
        await new Floor(app).Seller(Tier.C);
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Contains("No tier is short of sellers.", await Text(operations, "/leads/bottleneck"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task It_asks_the_database_no_more_for_many_sellers_than_for_few(Store store)
    {
        var counted = new Commands(); // EF looks for listeners once a second only
        using var listening = DiagnosticListener.AllListeners.Subscribe(counted);
        await using var app = new AcademyApp(store);
        var floor = new Floor(app);
        await floor.Arrives();
        var operations = (await app.Services.GetRequiredService<Staff>().Find(await app.Join("Omar Haddad", Role.SalesOps), TestContext.Current.CancellationToken))!; // just joined
        await Hire(app, floor, 3);
        var few = await Queries(app, operations, counted);
        await Hire(app, floor, 57);

        var many = await Queries(app, operations, counted);

        Assert.Equal((3, 60), (few.Found, many.Found));
        Assert.Equal(few.Asked, many.Asked);
        Assert.InRange(many.Asked, 1, 30);
    }

    private static async Task Hire(AcademyApp app, Floor floor, int count)
    {
        var families = app.Services.GetRequiredService<Library>().Now.Families.Values.ToArray();
        await floor.Write(entry =>
        {
            for (var i = 0; i < count; i++)
            {
                var id = Guid.CreateVersion7();
                entry.Db.Add(new PersonRow { Id = id, Name = "Seller", Email = $"{id:N}@example.com", Profile = "sdr", HiredOn = entry.Act.Today, Language = "en", ContentLanguage = "en", Zone = "Asia/Shanghai" });
                entry.Db.Add(new TierRow { Person = id, SteppedOn = entry.Act.Today, Stamp = Guid.CreateVersion7() });
                entry.Db.AddRange(families.Select((family, order) => new AnswerRow
                {
                    Person = id,
                    Order = order + 1,
                    Family = family.Id,
                    Day = entry.Act.Today.AddDays(-10),
                    Score = (order + i) % 7 == 0 ? 0 : 1,
                    Hint = false,
                    Kind = AttemptKind.Check,
                    First = true,
                    Matter = QuestionMatter.Of(family),
                }));
            }

            return Task.CompletedTask;
        });
    }

    private static async Task<(int Found, int Asked)> Queries(AcademyApp app, CurrentPerson reader, Commands counted)
    {
        await using var db = app.Read();
        counted.Begin(db);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var page = await new BottleneckReader(
            db, services.GetRequiredService<Sellers>(), services.GetRequiredService<Inflows>(), services.GetRequiredService<TierWays>(), services.GetRequiredService<BehindBottleneck>(),
            services.GetRequiredService<Library>(), app.Clock)
            .Read(reader, new BottleneckQuery(), TestContext.Current.CancellationToken);
        var tier = Assert.Single(page.Starving);
        return (tier.Near.Count + tier.Others, counted.Count);
    }

    /// <summary>Counts what one context asks.</summary>
    private sealed class Commands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        private AcademyDb? db;

        public int Count { get; private set; }

        public void Begin(AcademyDb of) => (db, Count) = (of, 0);

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
                value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData happened && ReferenceEquals(happened.Context, db))
                Count++;
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private static async Task<string> Text(Browser browser, string url) => WebUtility.HtmlDecode(await browser.Open(url));
}
