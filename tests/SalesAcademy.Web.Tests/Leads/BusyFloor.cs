using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Tests.Quizzes;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>A sales floor on which much happens for many days, all of it by the ways that people and the academy itself take, and the same for the same seed.</summary>
internal sealed class BusyFloor(AcademyApp app, ContentCopy content, int seed)
{
    private static readonly string[] Languages = ["en", "zh", "de"];

    private readonly Floor floor = new(app);
    private readonly Random random = new(seed);
    private readonly List<Learner> sellers = [];
    private readonly List<(Guid Person, Guid Certificate, string Certification)> certificates = [];
    private readonly Dictionary<Guid, Browser> signedIn = [];
    private int happening;
    private Guid suspended;
    private Guid manager;
    private Guid desk;

    private Guid? finance;
    private Guid? operations;

    /// <summary>What happened, and how often.</summary>
    public Dictionary<string, int> Happened { get; } = new(StringComparer.Ordinal);

    /// <summary>Asked after each lead that came in, and what happened beside it.</summary>
    public Func<Task> AfterLead { get; init; } = () => Task.CompletedTask;

    /// <summary>Asked twice shortly before midnight, with a lead in between; null lets the night pass.</summary>
    public Func<Task>? BeforeMidnight { get; init; }

    /// <summary>Whether sales operations let the turn decide about what nobody has, at the end of a day.</summary>
    public bool InBatches { get; init; }

    private Library Library => app.Services.GetRequiredService<Library>();

    /// <summary>Hires sellers of every tier: what they have learnt, were seen to do and hold decides.</summary>
    public async Task Open(int people)
    {
        (manager, desk) = (await app.Join("Zhou Mingzhe", Role.Manager), await app.Join("Hana Mori", Role.Hr | Role.Admin));
        Guid[] raters = [manager, await app.Join("Aisha Rahman", Role.Manager)];
        var team = await app.Team("North", raters);
        for (var i = 0; i < people; i++)
        {
            var learner = await Learner.Hire(app, $"Seller {i}", team);
            sellers.Add(learner);
            await learner.AnswersEverything(everyWrong: i % 4 == 3 ? 3 : int.MaxValue);
            foreach (var certification in learner.Catalogue.Certifications.Take(i % 4 == 2 ? 1 : int.MaxValue))
                certificates.Add((learner.Id, await learner.Earns(certification.Id, days: 4 + random.Next(200)), certification.Id));
            if (i % 2 == 0)
                foreach (var rater in raters)
                    await learner.IsObserved(rater, 4, "process", "leads", "discovery");
            await Brings(learner.Id, Languages[i % 3]);
        }
    }

    /// <summary>One day: leads come in, and beside them what comes to pass on a sales floor.</summary>
    public async Task Day(int leads)
    {
        await app.Services.GetRequiredService<DailyStep>().Run(TestContext.Current.CancellationToken);
        await floor.Keeper.KeepDay(TestContext.Current.CancellationToken);
        for (var i = 0; i < leads; i++)
        {
            var tier = (Tier)random.Next(1, 5);
            var lead = Floor.Lead(tier, $"Company {random.Next(1_000_000)}", random.Next(4) == 0 ? [new Tag("language", Languages[random.Next(3)])] : []);
            await floor.Arrives(random.Next(5) == 0 ? lead with { Account = $"account-{random.Next(20)}" } : lead);
            if (random.Next(2) == 0)
                await Happens();
            if (random.Next(2) == 0)
                await EndOne();
            await AfterLead();
            app.Time.Advance(TimeSpan.FromMinutes(random.Next(1, Math.Max(2, 600 / leads))));
            if (random.Next(10) == 0)
                await floor.Keeper.TryWaiting(TestContext.Current.CancellationToken);
        }

        var morning = TimeZoneInfo.ConvertTimeFromUtc(app.Clock.Now, app.Clock.Zone).Date.AddDays(1).AddHours(8);
        if (InBatches)
            await HandOut();
        if (BeforeMidnight is { } prepare)
            await WorkLate(prepare);

        // Nobody stays signed in overnight.
        foreach (var browser in signedIn.Values)
            browser.Dispose();
        signedIn.Clear();
        app.Time.Advance(morning - TimeZoneInfo.ConvertTimeFromUtc(app.Clock.Now, app.Clock.Zone));
    }

    /// <summary>Another edition of the policies is put in force.</summary>
    public async Task Activate(string was, string becomes)
    {
        content.Replace("leads.yml", was, becomes);
        Library.Load();
        await Did("policies", app.Services.GetRequiredService<PolicyBook>().Activate(app.Clock.Act(reason: "Leads wait"), [.. Library.Now.Policies.Select(policy => policy.Hash)], Library.Saved, "{}"));
    }

    private async Task HandOut()
    {
        operations ??= await app.Join("Wu Tong", Role.SalesOps);
        await using var db = app.Read();
        var left = await db.Set<LeadRow>().Where(l => l.State == LeadState.Waiting || l.State == LeadState.Pool).OrderBy(l => l.Id).Select(l => l.Id).ToListAsync(TestContext.Current.CancellationToken);
        if (left.Count == 0)
            return;
        await Submit("batch", operations.Value, "/leads/batches", [("Id", $"{Guid.CreateVersion7()}"), ("To", ""), .. left.Take(20).Select(lead => ("Lead", $"{lead}"))]);
        await app.Services.GetRequiredService<BatchRunner>().GoOn(TestContext.Current.CancellationToken);
    }

    // Up to a quarter to midnight and over it: what happens late is known the next day.
    private async Task WorkLate(Func<Task> prepare)
    {
        if (TimeZoneInfo.ConvertTimeFromUtc(app.Clock.Now, app.Clock.Zone) is var local && local.Date.AddHours(23.75) is var late && late > local)
            app.Time.Advance(late - local);
        await prepare();
        await Happens();
        await floor.Arrives();
        await EndOne();
        await prepare();
        app.Time.Advance(TimeSpan.FromMinutes(16));
        await AfterLead();
    }

    private async Task Happens()
    {
        var seller = sellers[random.Next(sellers.Count)];
        switch (happening++ % 14)
        {
            case 0:
                await Submit("leave", desk, $"/people/{seller.Id}/leaves", ("From", On(random.Next(2))), ("Until", On(random.Next(2, 6))));
                break;
            case 1:
                await CallOff();
                break;
            case 2:
                await Brings(seller.Id, Languages[random.Next(3)]);
                break;
            case 3:
                await Submit("tags-removed", desk, $"/people/{seller.Id}/tags/removal", ("Kind", "language"), ("Value", Languages[random.Next(3)]));
                break;
            case 4:
                await Submit("override", manager, $"/readiness/{seller.Id}/overrides", ("To", $"{(Tier)random.Next(2)}"), ("Until", On(random.Next(1, 9))), ("Reason", "Ill for weeks"));
                break;
            case 5:
                await Submit("suspension", desk, $"/people/{(suspended = seller.Id)}/suspension", ("Reason", "Left the country"));
                break;
            case 6:
                await Submit("reinstatement", desk, $"/people/{suspended}/reinstatement");
                break;
            case 7:
                await Told("drill", seller.Drills(seller.Catalogue.Families.Values.ElementAt(random.Next(seller.Catalogue.Families.Count)), random.Next(2)));
                break;
            case 8:
                await Regrade(seller);
                break;
            case 9 when certificates.Count > 0 && certificates[random.Next(certificates.Count)] is var held:
                await Told("revocation", new Learner(app, held.Person).Loses(held.Certificate, held.Certification));
                certificates.Remove(held);
                break;
            case 10:
                foreach (var certification in seller.Catalogue.Certifications)
                    await Told("certificate", seller.Earns(certification.Id, days: random.Next(3, 60)));
                break;
            case 11:
                await Told("observation", seller.IsObserved(manager, random.Next(1, 5), "discovery"));
                break;
            case 12:
                await Claim(seller.Id);
                break;
            default:
                await EndOne();
                break;
        }
    }

    private async Task Regrade(Learner seller)
    {
        await using var db = app.Read();
        var attempts = await db.Set<AnswerRow>().Where(a => a.Person == seller.Id && a.Attempt != null).Select(a => a.Attempt!.Value).Distinct().OrderBy(id => id).ToListAsync(TestContext.Current.CancellationToken);
        if (attempts.Count == 0)
            return;
        var attempt = attempts[random.Next(attempts.Count)];
        var rows = await db.Set<AnswerRow>().Where(a => a.Attempt == attempt).OrderBy(a => a.Order).ToListAsync(TestContext.Current.CancellationToken);
        await Told("regrade", seller.Record(new AttemptRegraded(
            seller.Id, attempt, "discovery", "check-open", rows[0].Kind, 0.5, 0.6, Passed: true,
            [.. rows.Select(row => seller.Answer(seller.Catalogue.Families[row.Family], random.Next(2)) with { Day = row.Day })], seller.Catalogue.Hash, Asked: seller.Catalogue.Hash)));
    }

    private async Task CallOff()
    {
        await using var db = app.Read();
        var today = app.Clock.Today;
        if (await db.Set<LeaveRow>().Where(l => l.Until >= today).OrderBy(l => l.PersonId).FirstOrDefaultAsync(TestContext.Current.CancellationToken) is { } leave)
            await Submit("leave-called-off", desk, $"/people/{leave.PersonId}/leaves/{leave.Id}/cancellation");
    }

    private async Task Claim(Guid person)
    {
        await using var db = app.Read();
        if (await db.Set<LeadRow>().Where(l => l.State == LeadState.Pool).OrderBy(l => l.Id).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(TestContext.Current.CancellationToken) is { } lead)
            await Did("claim", floor.Claim(person, lead));
    }

    private async Task EndOne()
    {
        await using var db = app.Read();
        var owned = await db.Set<LeadRow>().Where(l => l.State == LeadState.Owned).OrderBy(l => l.Id).Select(l => new { l.Id, Owner = l.Owner!.Value }).ToListAsync(TestContext.Current.CancellationToken);
        if (owned.Count == 0)
            return;
        var (lead, way) = (owned[random.Next(owned.Count)], random.Next(3 + random.Next(2)));
        await (way switch
        {
            0 => Did("won", Sell(lead.Id, lead.Owner)),
            1 => Did("lost", floor.Pool.Lose(app.Clock.Act(lead.Owner, "No budget"), lead.Id, lead.Owner)),
            2 => Did("returned", floor.Pool.Return(app.Clock.Act(lead.Owner, "No time"), lead.Id, lead.Owner)),
            _ => Did("transferred", floor.Pool.Transfer(app.Clock.Act(manager, "Better placed"), lead.Id, sellers[random.Next(sellers.Count)].Id)),
        });
    }

    private async Task<Decision<Done>> Sell(Guid lead, Guid owner)
    {
        finance ??= await app.Join("Feng Ya", Role.Finance);
        await floor.Pool.Progress(app.Clock.Act(owner), lead, owner, "proposal", null, null);
        if (await floor.Pool.AskReview(app.Clock.Act(owner), lead, owner, OfferKind.Proposal, Floor.Offer()) is Accepted<Guid> { Value: var review })
            await Told("offer", floor.Decides(finance.Value, review));
        await floor.Pool.Progress(app.Clock.Act(owner), lead, owner, "decision", null, null);
        if (await floor.Pool.AskReview(app.Clock.Act(owner), lead, owner, OfferKind.Contract, Floor.Offer()) is Accepted<Guid> { Value: var contract })
            await Told("contract", floor.Decides(finance.Value, contract));
        return await floor.Pool.Win(app.Clock.Act(owner), lead, owner);
    }

    private Task Brings(Guid person, string language) => Submit("tags", desk, $"/people/{person}/tags", ("Kind", "language"), ("Value", language));

    private string On(int ahead) => app.Clock.Today.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // What is refused has not happened; both are right.
    private async Task Submit(string what, Guid by, string url, params (string, string)[] fields)
    {
        if (!signedIn.TryGetValue(by, out var browser))
            signedIn[by] = browser = await app.SignIn(by);
        if ((await browser.Submit(url, fields)).StatusCode == System.Net.HttpStatusCode.Redirect)
            Count(what);
    }

    private async Task Did<T>(string what, Task<Decision<T>> command)
    {
        if (await command is Accepted<T>)
            Count(what);
    }

    private async Task Told(string what, Task told)
    {
        await told;
        Count(what);
    }

    private void Count(string what) => Happened[what] = Happened.GetValueOrDefault(what) + 1;
}
