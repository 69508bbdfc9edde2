using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Tests.Readiness;

namespace SalesAcademy.Web.Tests.Leads;

/// <summary>A sales floor: sellers of a tier, leads that come in, and what became of them.</summary>
internal sealed class Floor(AcademyApp app)
{
    public LeadPool Pool => app.Services.GetRequiredService<LeadPool>();

    public LeadKeeper Keeper => app.Services.GetRequiredService<LeadKeeper>();

    public LeadPolicy Policy => app.Services.GetRequiredService<Library>().Now.Leads;

    /// <summary>A seller who has learnt everything, was observed by two raters and holds every certificate: as ready as one can be.</summary>
    public async Task<Guid> ReadySeller(string name = "Lin Yue", Guid? team = null, string language = "en")
    {
        var learner = await Learner.Hire(app, name, team, language);
        await learner.AnswersEverything();
        foreach (var certification in learner.Catalogue.Certifications)
            await learner.Earns(certification.Id);
        return learner.Id;
    }

    /// <summary>A seller whom a manager has set to a tier; both standing rows are written as Readiness writes them.</summary>
    public async Task<Guid> Seller(Tier tier, string name = "Lin Yue", Guid? team = null, string language = "en", params Tag[] tags)
    {
        var person = await app.Join(name, Role.Rep, team, "sdr", language);
        await Write(async entry =>
        {
            foreach (var tag in tags)
                entry.Db.Add(new PersonTagRow { PersonId = person, Kind = tag.Kind, Value = tag.Value });
            (await entry.Db.FindAsync<TierRow>(person))!.Tier = tier;
            foreach (var certification in app.Services.GetRequiredService<Library>().Now.Certifications)
                entry.Db.Add(new HeldCertificateRow { Certificate = Guid.CreateVersion7(), Person = person, Certification = certification.Id, From = entry.Act.Today });
            (await entry.Db.FindAsync<TierRow>(person))!.Stamp = Guid.CreateVersion7();
        });
        return person;
    }

    /// <summary>Sets a seller's tier anew: without evidence the daily step takes it away after a week.</summary>
    public Task Hold(Guid person, Tier tier) => Write(async entry =>
    {
        var row = (await entry.Db.FindAsync<TierRow>(person))!;
        (row.Tier, row.Below, row.SteppedOn, row.Stamp) = (tier, 0, entry.Act.Today, Guid.CreateVersion7());
    });

    public Task Write(Func<Entry, Task> write) => app.Ledger.Run<Done>(app.Clock.Act(), async entry =>
    {
        await write(entry);
        return Done.Value;
    });

    public static ArrivingLead Lead(Tier tier = Tier.C, string company = "Kestrel Outdoor", params Tag[] tags) => new()
    {
        Company = company,
        About = "outdoor retail, 46 stores",
        Contact = "Dana Whitfield",
        Email = $"{Guid.NewGuid():N}@kestrel.example",
        Phone = $"+44 20 {Random.Shared.Next(10_000_000, 99_999_999)}",
        Tier = tier,
        Source = "Website",
        Value = 128000,
        Currency = "GBP",
        Tags = tags,
    };

    public async Task<Guid> Arrives(ArrivingLead? lead = null) => Assert.IsType<Accepted<Guid>>(await Pool.Arrive(app.Clock.Act(), lead ?? Lead())).Value;

    /// <summary>A lead in the public pool, for whomever it may be.</summary>
    public async Task<Guid> InPool(Tier tier = Tier.C, string company = "Harbor and Pine", params Tag[] tags)
    {
        var id = Guid.CreateVersion7();
        await Write(entry =>
        {
            var lead = Lead(tier, company);
            entry.Db.Add(new LeadRow
            {
                Id = id,
                Company = lead.Company,
                About = lead.About,
                Contact = lead.Contact,
                Email = lead.Email,
                Phone = lead.Phone,
                Customer = lead.Customer,
                Tier = tier,
                Source = lead.Source,
                Currency = lead.Currency,
                ArrivedAt = entry.Act.At,
                WaitingSince = entry.Act.At,
                ChangedAt = entry.Act.At,
                State = LeadState.Pool,
            });
            entry.Db.AddRange(tags.Select(t => new LeadTagRow { Lead = id, Kind = t.Kind, Value = t.Value }));
            return Task.CompletedTask;
        });
        return id;
    }

    public Task<Decision<Done>> Claim(Guid person, Guid lead) => Pool.Claim(app.Clock.Act(person), lead, person);

    public Task<Decision<Done>> FollowUp(Guid person, Guid lead) => Pool.FollowUp(app.Clock.Act(person), lead, person, app.Clock.Today, "Spoke, next step agreed");

    public static Offer Offer(decimal sum = 128000) => new(sum, "GBP", 5, "Two years, paid yearly", "");

    /// <summary>The owner takes the lead to the proposal and asks for its review.</summary>
    public async Task<Guid> Asks(Guid person, Guid lead, Offer? offer = null)
    {
        await Pool.Progress(app.Clock.Act(person), lead, person, "proposal", null, null);
        return Assert.IsType<Accepted<Guid>>(await Pool.AskReview(app.Clock.Act(person), lead, person, OfferKind.Proposal, offer ?? Offer())).Value;
    }

    /// <summary>Finance agrees to what the owner offers, and to the contract.</summary>
    public async Task<Guid> Agrees(Guid person, Guid lead, Offer? offer = null)
    {
        var (review, finance) = (await Asks(person, lead, offer), await app.Join("Feng Ya", Role.Finance));
        Assert.IsType<Accepted<Guid>>(await Decides(finance, review));
        await AgreesToContract(finance, person, lead, offer);
        return review;
    }

    /// <summary>The owner takes the lead to the decision, and finance agrees to the contract.</summary>
    public async Task AgreesToContract(Guid finance, Guid person, Guid lead, Offer? offer = null)
    {
        await Pool.Progress(app.Clock.Act(person), lead, person, "decision", null, null);
        var contract = Assert.IsType<Accepted<Guid>>(await Pool.AskReview(app.Clock.Act(person), lead, person, OfferKind.Contract, offer ?? Offer())).Value;
        Assert.IsType<Accepted<Guid>>(await Decides(finance, contract));
    }

    public async Task<Decision<Guid>> Decides(Guid reviewer, Guid review, OfferRuling ruling = OfferRuling.Agreed, string reason = "Within limits") =>
        await Pool.DecideReview(app.Clock.Act(reviewer, reason), (await app.Services.GetRequiredService<Staff>().Find(reviewer))!, review, ruling);

    /// <summary>The customer buys what was agreed to.</summary>
    public async Task<Decision<Done>> Wins(Guid person, Guid lead)
    {
        await Agrees(person, lead);
        return await Pool.Win(app.Clock.Act(person), lead, person);
    }

    public async Task<LeadRow> Row(Guid lead)
    {
        await using var db = app.Read();
        return await db.Set<LeadRow>().SingleAsync(l => l.Id == lead, TestContext.Current.CancellationToken);
    }

    public async Task<DecisionRow> DecisionOn(Guid lead)
    {
        await using var db = app.Read();
        return await db.Set<DecisionRow>().Where(d => d.Lead == lead).OrderByDescending(d => d.Number).FirstAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for what happens after a commit.</summary>
    public async Task<LeadRow> Until(Guid lead, Func<LeadRow, bool> happened)
    {
        var row = await Row(lead);
        await Eventually.Holds(async () => happened(row = await Row(lead)), "what follows the commit");
        return row;
    }

    /// <summary>The rule by which a claim was refused.</summary>
    public static Rule RefusedBy(Decision<Done> decision) => Assert.IsType<Rule>(Assert.IsType<Refused<Done>>(decision).Reason.Arguments[0]);

    public static string Refused(Decision<Done> decision) => Assert.IsType<Refused<Done>>(decision).Reason.Key;
}
