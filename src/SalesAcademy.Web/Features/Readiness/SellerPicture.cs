using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>One seller as of a day, mostly today, with everything the pages about them are made of.</summary>
internal sealed record SellerPicture
{
    public required PersonRow Person { get; init; }

    public required Seller Seller { get; init; }

    public required SellerEvidence Evidence { get; init; }

    public required IReadOnlyList<Guid> Managers { get; init; }

    /// <summary>What is not their turn yet on their paths.</summary>
    public required IReadOnlyDictionary<Milestone, Prerequisite> Closed { get; init; }

    /// <summary>The certifications they cannot sit now, each with when it opens again; null when only others can open it.</summary>
    public required IReadOnlyDictionary<string, DateTime?> Shut { get; init; }

    public required Catalogue Catalogue { get; init; }

    public required DateOnly Day { get; init; }

    public RoleProfile Role => Catalogue.Readiness.Roles[Seller.Profile];

    public required SellerRecord Record { get; init; }

    public required Assessment Assessment { get; init; }

    /// <summary>The tier by the daily step.</summary>
    public Tier Stepped => Seller.TierOn(Day);

    /// <summary>The tier leads are given by.</summary>
    public Tier Effective => TierOverride.Effective(Catalogue.Readiness, Stepped, Assessment.Day.Allowed, Seller.Override, Day);

    /// <summary>The score if nothing had been forgotten: every freshness 1.</summary>
    public double Unforgotten => Assessment.Score.Value + Role.Competencies.Zip(ScoresInOrder, (weighed, score) =>
        weighed.Weight * weighed.Lambda * score.Knowledge.Mastery * (1 - score.Knowledge.Freshness)).Sum();

    /// <summary>The scores in the order of the role's competencies.</summary>
    public IEnumerable<CompetencyScore> ScoresInOrder => Role.Competencies.Select(weighed => Assessment.Competencies.First(c => c.Competency == weighed.Competency));

    /// <summary>The assessment as of another day, on the evidence there was.</summary>
    public Assessment On(DateOnly day) => Assessment.Of(Catalogue.Readiness, Role, Evidence.RecordOf(Person.Id, Seller.Active, Catalogue, day), day);

    /// <summary>A competency's name.</summary>
    public Localised<string> NameOf(string competency) => Catalogue.Competencies.FirstOrDefault(c => c.Id == competency)?.Name ?? new(competency, competency);
}

/// <summary>Draws the pictures of one request; the same seller is drawn once.</summary>
internal sealed class SellerPictures(AcademyDb db, Library library, Openings openings, ShutCertifications sittings, Clock clock)
{
    private readonly Dictionary<(Guid Person, DateOnly Day), SellerPicture?> drawn = [];

    /// <summary>The one seller of a query that says whom the reader may see; null when there is none.</summary>
    /// <param name="visible">Whom the reader may see.</param>
    /// <param name="id">Whom.</param>
    /// <param name="on">As of which day, by the policy and the questions of today; null for today, as is a day to come.</param>
    public async Task<SellerPicture?> Of(IQueryable<PersonRow> visible, Guid id, DateOnly? on = null)
    {
        var day = on < clock.Today ? on.Value : clock.Today;
        if (!drawn.TryGetValue((id, day), out var picture))
            drawn[(id, day)] = picture = await Draw(visible.Where(p => p.Id == id), day);
        return picture;
    }

    private async Task<SellerPicture?> Draw(IQueryable<PersonRow> one, DateOnly day)
    {
        var catalogue = library.Now;
        if (await one.SingleOrDefaultAsync() is not { } person || await SellerPage.Of(db, one, day).SingleOrDefaultAsync() is not { } seller
            || !catalogue.Readiness.Roles.TryGetValue(seller.Profile, out var role))
            return null;
        var evidence = (await SellerEvidence.Of(db, person.Id)).Until(day);
        var record = evidence.RecordOf(person.Id, seller.Active, catalogue, day);
        return new SellerPicture
        {
            Person = person,
            Seller = seller,
            Evidence = evidence,
            Managers = await Staff.ManagersOf(db, person.Id).ToListAsync(),
            Closed = await openings.Closed(db, person.Id),
            Shut = await sittings.Of(db, catalogue, person.Id),
            Catalogue = catalogue,
            Day = day,
            Record = record,
            Assessment = Assessment.Of(catalogue.Readiness, role, record, day),
        };
    }
}
