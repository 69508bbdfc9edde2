using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Navigation;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What only a manager can do for a seller: the observation that would open a tier, weighed as on the seller's own page.</summary>
internal sealed class CoachWaiting(AcademyDb db, Library library, Clock clock, ReadinessWords say, IStringLocalizer<Words> words) : IWaiting
{
    private const int OpensATier = 75;

    public async Task<IReadOnlyList<WaitingWork>> For(CurrentPerson person, CancellationToken cancellation)
    {
        if (person.ManagedTeams.Count == 0)
            return [];
        var (catalogue, day, team) = (library.Now, clock.Today, Staff.TeamOf(db, person).Where(p => p.SuspendedAt == null));
        var names = await team.ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var sellers = await SellerPage.Of(db, team, day).ToListAsync(cancellation);
        var evidence = await SellerEvidence.Of(db, [.. sellers.Select(seller => seller.Person)], cancellation);
        return [.. sellers.OrderBy(seller => names[seller.Person], StringComparer.CurrentCulture)
            .Select(seller => (seller.Person, Opens: Opens(seller))).Where(of => of.Opens is not null)
            .Select(of => new WaitingWork(
                words["waiting.observe", names[of.Person], say.Name(of.Opens!.Value)], words["waiting.observe.action"], $"/coaching/scorecards/new?person={of.Person}",
                words["waiting.observe.detail"], "eye", OpensATier))];

        Tier? Opens(Seller seller)
        {
            // What a manager has set lower, no observation raises before it ends.
            if (!catalogue.Readiness.Roles.TryGetValue(seller.Profile, out var role) || seller.Override?.To < seller.TierOn(day))
                return null;
            var record = evidence[seller.Person].RecordOf(seller.Person, seller.Active, catalogue, day);
            var observations = WaysUp.Observations(catalogue, role, person.Id).Select(way => way.Event);
            return NextStep.Of(catalogue.Readiness, role, record, new TierState(seller.TierOn(day), seller.Row?.Below ?? 0), observations, day).Effects.Max(effect => effect.Opens);
        }
    }
}
