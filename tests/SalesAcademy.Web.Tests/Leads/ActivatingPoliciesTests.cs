using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Tests.Quizzes;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

public sealed partial class ActivatingPoliciesTests
{
    private const string Caps = "weekly-cap: { Shadow: 0, C: 5, B: 10, A: 15, Enterprise: 15 }";

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_saved_policy_is_a_proposal_until_somebody_activates_what_they_have_read(Store store)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        var library = app.Services.GetRequiredService<Library>();
        var first = library.Now;
        Assert.Contains("are in force", await operations.Open("/leads/policies"), StringComparison.Ordinal);

        Propose(content, library, 7);

        Assert.Equal((10, first.Hash), (library.Now.Leads.WeeklyCap[(int)Tier.B], library.Now.Hash));
        Assert.Contains("weekly-cap › B", await operations.Open("/leads/policies"), StringComparison.Ordinal);
        Assert.Contains("/leads/policies/simulation", await operations.Open("/"), StringComparison.Ordinal);
        var seal = Seal(await operations.Open("/leads/policies/simulation"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Activate(operations, seal, "")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Activate(operations, seal, "Fewer leads, better kept")).StatusCode);

        Assert.Equal(7, library.Now.Leads.WeeklyCap[(int)Tier.B]);
        Assert.Equal(first.Leads.WeeklyCap, library.At(first.Hash)!.Leads.WeeklyCap);
        var page = await operations.Open("/leads/policies");
        Assert.Contains("Fewer leads, better kept", page, StringComparison.Ordinal);
        Assert.Contains("C: 5, B: 7", await operations.Open("/leads/policies/2"), StringComparison.Ordinal);
        Assert.Equal(
            [(first.ReadinessHash, library.Now.LeadsHash)],
            (await app.Events()).Where(e => e.Type == "policies-activated").Select(e => (PoliciesActivated)EventTrunk.Read(e)).Select(e => (e.ReadinessHash, e.LeadsHash)));
    }

    [Fact]
    public async Task What_was_read_is_not_activated_once_it_no_longer_holds()
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps));
        using var colleague = await app.SignIn(await app.Join("Priya Nair", Role.SalesOps));
        var library = app.Services.GetRequiredService<Library>();
        Propose(content, library, 7);
        var seal = Seal(await operations.Open("/leads/policies/simulation"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Activate(colleague, seal)).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Activate(operations, seal[..^4] + "AAAA")).StatusCode);
        Propose(content, library, 8, was: 7);
        Assert.Contains("no longer good", await (await Activate(operations, seal)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        seal = Seal(await operations.Open("/leads/policies/simulation"));
        await new Floor(app).Seller(Tier.B, "Noah Becker"); // loses two leads a week, and nobody has read that
        Assert.Contains("the facts have changed", await (await Activate(operations, seal)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        seal = Seal(await operations.Open("/leads/policies/simulation"));
        app.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Activate(operations, seal)).StatusCode);
        var (one, other) = (Seal(await operations.Open("/leads/policies/simulation")), Seal(await colleague.Open("/leads/policies/simulation")));
        Assert.Equal(HttpStatusCode.Redirect, (await Activate(operations, one)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await colleague.Get("/leads/policies/simulation")).StatusCode); // nothing proposed any more
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Activate(colleague, other)).StatusCode);
        Assert.Single(await app.Events(), e => e.Type == "policies-activated");
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_was_foretold_happens_and_foretelling_writes_nothing(Store store)
    {
        using var content = new ContentCopy();
        content.Replace("leads.yml", Caps, "weekly-cap: { Shadow: 0, C: 0, B: 0, A: 1, Enterprise: 1 }").Replace("leads.yml", "A: 2, Enterprise: 4", "A: 1, Enterprise: 1");
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        var (floor, library, simulator) = (new Floor(app), app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<Simulator>());
        foreach (var (tier, i) in ((Tier[])[Tier.C, Tier.C, Tier.B, Tier.Shadow]).Select((tier, i) => (tier, i)))
            await floor.Seller(tier, $"Seller {i}", tags: new Tag("language", i == 1 ? "zh" : "en"));
        var leads = new List<Guid>();
        foreach (var (tier, language) in ((Tier, string)[])[(Tier.C, "en"), (Tier.C, "zh"), (Tier.B, "en"), (Tier.B, "zh"), (Tier.C, "en")])
            leads.Add(await floor.Arrives(Floor.Lead(tier, tags: new Tag("language", language))));
        await floor.InPool(Tier.C);
        content.Rewrite("policies", "leads.yml", text => CapLine().Replace(text, Caps));
        library.Load();
        var seal = await app.Services.GetRequiredService<PolicyBook>().Activate(app.Clock.Act(), [], library.Saved, "{}"); // refused: nobody gave a reason
        Assert.IsType<Refused<Guid>>(seal);

        var before = await Checksums(app);
        await using var db = app.Read();
        var foretold = await simulator.Run(db, 28, TestContext.Current.CancellationToken);
        Assert.Equal(before, await Checksums(app));

        Assert.Equal(3, foretold.Gainers.Count());
        Assert.Empty(foretold.Losers);
        Assert.Contains(foretold.Tiers, tier => tier is { Tier: Tier.C, Before.Assigned: 0, After.Assigned: > 0 });
        Assert.True(await app.Services.GetRequiredService<PolicyBook>().Activate(app.Clock.Act(reason: "Leads wait"), foretold.InForce, foretold.Proposal, "{}") is Accepted<Guid>);
        await using var after = app.Read();
        var asOf = AsOf.Now(app.Clock);
        var competitors = await app.Services.GetRequiredService<Sellers>().All(after, asOf);
        Assert.Equal(foretold.People.OrderBy(p => p.Person).Select(p => (p.Person, p.After.Tier, p.After.GatesHold)), competitors.Select(c => (c.Id, c.Tier, c.MissingGates.Count == 0)));
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        foreach (var lead in foretold.Leads.Where(lead => lead.State == LeadState.Waiting))
            Assert.Equal((lead.After.Person, lead.After.Outcome), ((await floor.Row(lead.Lead)).Owner, (await floor.Row(lead.Lead)).State switch { LeadState.Owned => (AssignmentOutcome?)AssignmentOutcome.Assigned, LeadState.Pool => AssignmentOutcome.Pool, _ => AssignmentOutcome.Held }));
        Assert.Equal(4, foretold.Leads.Count(lead => lead.After.Person is not null)); // nobody of tier B speaks Chinese
    }

    [Fact]
    public async Task The_tier_foretold_for_tomorrow_is_the_tier_of_tomorrow()
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (floor, library) = (new Floor(app), app.Services.GetRequiredService<Library>());
        await floor.ReadySeller();
        var other = await floor.Seller(Tier.B, "Noah Becker");
        content.Replace("readiness.yml", "tiers: { C: 0.50, B: 0.65, A: 0.75, Enterprise: 0.85 }", "tiers: { C: 0.60, B: 0.97, A: 0.98, Enterprise: 0.99 }").Replace("readiness.yml", "demotion: { days: 7 }", "demotion: { days: 1 }");
        library.Load();
        await using var db = app.Read();
        var foretold = await app.Services.GetRequiredService<Simulator>().Run(db, 28, TestContext.Current.CancellationToken);
        Assert.Equal((Tier.B, Tier.Shadow), foretold.People.Where(person => person.Person == other).Select(person => (person.Before.Tomorrow, person.After.Tomorrow)).Single());

        Assert.True(await app.Services.GetRequiredService<PolicyBook>().Activate(app.Clock.Act(reason: "Try it"), foretold.InForce, foretold.Proposal, "{}") is Accepted<Guid>);
        app.Time.Advance(TimeSpan.FromDays(1));
        await app.Services.GetRequiredService<DailyStep>().Run(TestContext.Current.CancellationToken);

        await using var after = app.Read();
        var tiers = (await app.Services.GetRequiredService<ReadinessBook>().All(after, app.Clock.Today)).Select(standing => (standing.Person, standing.Tier));
        Assert.Equal(foretold.People.OrderBy(person => person.Person).Select(person => (person.Person, person.After.Tomorrow)), tiers);
    }

    [Fact]
    public async Task Who_fades_or_falls_by_themselves_does_not_lose_by_a_proposal_about_something_else()
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.B, "Noah Becker"); // without evidence: fades
        var learner = await Learner.Hire(app, "Lin Yue");
        await learner.AnswersEverything();
        await learner.Earns("sales-process", days: 0); // falls tonight
        content.Replace("leads.yml", "claims-per-day: 10", "claims-per-day: 6");
        app.Services.GetRequiredService<Library>().Load();

        await using var db = app.Read();
        var foretold = await app.Services.GetRequiredService<Simulator>().Run(db, 28, TestContext.Current.CancellationToken);

        Assert.Equal((2, 0, 0), (foretold.People.Count, foretold.Gainers.Count(), foretold.Losers.Count()));
        Assert.Single(foretold.Changes);
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Reasons_are_said_with_their_figures_and_a_role_that_is_dropped_is_named(string language)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (floor, library) = (new Floor(app), app.Services.GetRequiredService<Library>());
        await floor.Seller(Tier.C, "=Noah");
        using var operations = await app.SignIn(await app.Join("Wu Tong", Role.SalesOps, language: language));
        content.Replace("leads.yml", "C: 5, B: 10, A: 15", "C: 3, B: 10, A: 15");
        library.Load();
        Assert.Contains(language == "en" ? "The weekly cap of C goes from 5 to 3" : "C 级的每周上限由 5 变为 3", WebUtility.HtmlDecode(await operations.Open("/leads/policies/simulation")), StringComparison.Ordinal);
        Assert.Contains("\"'=Noah\"", await operations.Open("/leads/policies/simulation.csv"), StringComparison.Ordinal);

        content.Rewrite("policies", "readiness.yml", text => text.Replace("  sdr:", "  field-rep:", StringComparison.Ordinal)).Rewrite("paths", "*.yml", text => text.Replace("for: sdr", "for: field-rep", StringComparison.Ordinal));
        library.Load();
        Assert.Contains(language == "en" ? "does not know the role" : "不包含该岗位", WebUtility.HtmlDecode(await operations.Open("/leads/policies/simulation")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_waiting_leads_of_one_account_go_to_one_seller_as_foretold()
    {
        using var content = new ContentCopy();
        content.Rewrite("policies", "leads.yml", text => CapLine().Replace(text, "weekly-cap: { Shadow: 0, C: 0, B: 0, A: 1, Enterprise: 1 }").Replace("A: 2, Enterprise: 4", "A: 1, Enterprise: 1", StringComparison.Ordinal));
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (floor, library) = (new Floor(app), app.Services.GetRequiredService<Library>());
        foreach (var name in (string[])["Noah Becker", "Lin Yue"])
            await floor.Seller(Tier.C, name);
        var leads = (Guid[])[await floor.Arrives(Floor.Lead() with { Account = "Kestrel" }), await floor.Arrives(Floor.Lead() with { Account = "Kestrel" })];
        content.Rewrite("policies", "leads.yml", text => CapLine().Replace(text, Caps));
        library.Load();

        await using var db = app.Read();
        var foretold = await app.Services.GetRequiredService<Simulator>().Run(db, 28, TestContext.Current.CancellationToken);
        Assert.True(await app.Services.GetRequiredService<PolicyBook>().Activate(app.Clock.Act(reason: "Leads wait"), foretold.InForce, foretold.Proposal, "{}") is Accepted<Guid>);
        await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);

        Assert.Equal(foretold.Leads.Select(lead => lead.After.Person), [(await floor.Row(leads[0])).Owner, (await floor.Row(leads[1])).Owner]);
        Assert.Single(foretold.Leads.Select(lead => lead.After.Person).Distinct());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_policies_in_force_survive_a_restart_beside_a_proposal(bool withoutWhatTheyName)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var library = app.Services.GetRequiredService<Library>();
        var policies = library.Now.Policies.Select(policy => policy.Hash).ToArray();
        Propose(content, library, 7);
        if (withoutWhatTheyName)
        {
            File.Delete(Path.Combine(content.Folder, "certifications", "leads-and-pool.yml"));
            content.Replace("readiness.yml", "[leads-and-pool, discovery]", "[discovery]").Rewrite("paths", "*.yml", text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("certification: leads-and-pool", StringComparison.Ordinal))));
            library.Load();
        }

        var (again, book) = Restart(app);
        Assert.Equal(7, again.Now.Leads.WeeklyCap[(int)Tier.B]); // nobody has asked yet which policies are in force
        await book.Follow();

        Assert.Equal(policies, again.Now.Policies.Select(policy => policy.Hash));
        Assert.Equal((true, true), (book.HasProposal, again.Now.FindCertification("leads-and-pool") is not null));
        Assert.Equal(1, await Editions(app));
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Another_node_follows_an_activation_and_of_two_at_once_one_holds(Store store)
    {
        using var content = new ContentCopy();
        await using var app = new AcademyApp(store, content.Settings, withoutRounds: true);
        var (library, book) = (app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<PolicyBook>());
        var (elsewhere, follower) = Restart(app);
        await follower.Follow();
        Propose(content, library, 7);
        elsewhere.Load();
        string[] inForce = [.. library.Now.Policies.Select(policy => policy.Hash)];

        var decided = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? book : follower).Activate(app.Clock.Act(reason: $"Try {i}"), inForce, i % 2 == 0 ? library.Saved : elsewhere.Saved, "{}")));
        await Task.WhenAll(book.Follow(), follower.Follow());

        Assert.Single(decided, decision => decision is Accepted<Guid>);
        Assert.Equal((7, 7), (library.Now.Leads.WeeklyCap[(int)Tier.B], elsewhere.Now.Leads.WeeklyCap[(int)Tier.B]));
        Assert.Single(await app.Events(), e => e.Type == "policies-activated");
    }

    [Fact]
    public async Task Policies_that_are_not_whole_at_the_first_start_are_adopted_once_they_are()
    {
        using var content = new ContentCopy();
        var whole = await File.ReadAllTextAsync(Path.Combine(content.Folder, "policies", "leads.yml"), TestContext.Current.CancellationToken);
        content.Text("policies/leads.yml", "weekly-cap: [");
        await using var app = new AcademyApp(settings: content.Settings, withoutRounds: true);
        var (library, book) = (app.Services.GetRequiredService<Library>(), app.Services.GetRequiredService<PolicyBook>());
        await book.Follow();
        Assert.Equal(0, await Editions(app));

        content.Text("policies/leads.yml", whole);
        library.Load();
        await book.Follow();
        Propose(content, library, 7);

        Assert.Equal((10, true), (library.Now.Leads.WeeklyCap[(int)Tier.B], book.HasProposal));
    }

    private static async Task<int> Editions(AcademyApp app)
    {
        await using var db = app.Read();
        return (await PolicyBook.History(db, 10, number: null, TestContext.Current.CancellationToken)).Count;
    }

    private static (Library Library, PolicyBook Book) Restart(AcademyApp app)
    {
        var library = new Library(
            app.Services.GetRequiredService<AcademyOptions>(), app.Services.GetRequiredService<ContentArchive>(), app.Services.GetRequiredService<ReadContent>(), app.Clock, app.Services.GetRequiredService<ILogger<Library>>());
        return (library, new PolicyBook(app.Ledger, library, app.Services.GetRequiredService<IDbContextFactory<AcademyDb>>(), app.Clock));
    }

    private static void Propose(ContentCopy content, Library library, int cap, int was = 10)
    {
        content.Replace("leads.yml", $"B: {was}, A: 15", $"B: {cap}, A: 15");
        library.Load();
    }

    private static string Seal(string page) => SealField().Match(page).Groups["seal"].Value;

    private static Task<HttpResponseMessage> Activate(Browser browser, string seal, string reason = "Fewer leads, better kept") =>
        browser.Submit("/leads/policies/activation", ("Seal", seal), ("Reason", reason), ("Days", "28"));

    // Every row of every table.
    private static async Task<string> Checksums(AcademyApp app)
    {
        await using var db = app.Read();
        var rows = db.Model.GetEntityTypes().Where(type => !type.HasSharedClrType).Select(type => type.ClrType).OrderBy(type => type.FullName, StringComparer.Ordinal)
            .SelectMany(type => ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!).AsNoTracking().AsEnumerable()) // a set of a class
            .Select(row => $"{row.GetType().Name} {JsonSerializer.Serialize(row, row.GetType())}");
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("name=\"Seal\" value=\"(?<seal>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SealField();

    [GeneratedRegex("weekly-cap:.*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CapLine();
}
