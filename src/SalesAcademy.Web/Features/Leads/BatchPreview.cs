using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>What would become of a lead of a batch, or became of it.</summary>
/// <param name="Lead">Which.</param>
/// <param name="Company">Whose.</param>
/// <param name="Tier">The tier a seller needs.</param>
/// <param name="From">Who had it; null where nobody did.</param>
/// <param name="To">Who gets it; null where nobody does.</param>
/// <param name="Refused">Why nobody does.</param>
/// <param name="IsDone">Whether it has had its turn.</param>
internal sealed record BatchLine(Guid Lead, string Company, Tier Tier, string? From, string? To, Refusal? Refused, bool IsDone);

/// <summary>A batch before somebody says yes to it: every lead by the decisions that will hand it out, one after the other, on what is so now. Nothing is written.</summary>
internal sealed record BatchPreview(Guid Id, Guid? To, string? ToName, IReadOnlyList<BatchLine> Lines, IReadOnlyList<PossibleOwner> Sellers, bool MayTurn, string? Refusal)
{
    public int Given => Lines.Count(line => line.To is not null);

    public static async Task<BatchPreview> Read(
        AcademyDb db, Sellers sellers, Library library, Clock clock, CurrentPerson viewer, Guid id, IReadOnlyCollection<Guid> leads, Guid? to, string? refusal, CancellationToken cancellation)
    {
        var (asOf, catalogue) = (AsOf.Now(clock), library.Now);
        var files = await LeadFile.Of(db, await Batches.Chosen(db, viewer, leads).AsNoTracking().Take(Batches.Most).ToListAsync(cancellation), catalogue.Leads);
        var possible = await Staff.VisibleTo(db, viewer).Where(p => p.Profile != null && p.SuspendedAt == null).OrderBy(p => p.Name).Select(p => new PossibleOwner(p.Id, p.Name)).ToListAsync(cancellation);
        var outcomes = to is { } seller ? await ToSeller(db, sellers, catalogue, files, seller, asOf) : await ByTurn(db, sellers, catalogue, files, asOf);
        var people = outcomes.Select(outcome => outcome.Winner).Concat(files.Select(file => file.Row.Owner)).OfType<Guid>().Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        return new(
            id, to, possible.Find(p => p.Id == to)?.Name,
            [.. files.Zip(outcomes, (file, outcome) => new BatchLine(
                file.Row.Id, file.Row.Company, file.Row.Tier, file.Row.Owner is { } owner ? names.GetValueOrDefault(owner) : null,
                outcome.Winner is { } winner ? names.GetValueOrDefault(winner, "") : null, outcome.Refused, IsDone: false))],
            possible, viewer.Is(Role.SalesOps), refusal);
    }

    private static async Task<IReadOnlyList<(Guid? Winner, Refusal? Refused)>> ByTurn(AcademyDb db, Sellers sellers, Content.Catalogue catalogue, IReadOnlyList<LeadFile> files, AsOf asOf)
    {
        var (turn, outcomes) = (await Turn.LayFor(db, catalogue.Leads, await sellers.All(db, asOf, catalogue), asOf), new List<(Guid?, Refusal?)>());
        foreach (var file in files)
        {
            var decision = turn.Engine.Decide(file.Now, asOf.Moment);
            if (decision.Winner is { } winner)
                turn.Engine.Apply(decision);
            outcomes.Add(file.Row.State == LeadState.Owned ? (null, new Refusal("not-free")) : decision.Winner is { Person: var person } ? (person, null) : (null, LeadPool.NobodyFits(decision)));
        }

        return outcomes;
    }

    // Every lead given makes the next one count against the caps.
    private static async Task<IReadOnlyList<(Guid? Winner, Refusal? Refused)>> ToSeller(AcademyDb db, Sellers sellers, Content.Catalogue catalogue, IReadOnlyList<LeadFile> files, Guid to, AsOf asOf)
    {
        if (await sellers.One(db, to, asOf) is not { } seller)
            return [.. files.Select(_ => ((Guid?)null, (Refusal?)Domain.Shared.Refusal.NotFound))];
        var outcomes = new List<(Guid?, Refusal?)>();
        foreach (var file in files)
        {
            var situation = new Situation(file.Now, seller, asOf.Moment);
            var refused = file.Row.State == LeadState.Owned
                ? (TransferLead.Decide(catalogue.Leads, catalogue.LeadsHash, situation) as Refused<Transfer>)?.Reason
                : (AssignLead.Decide(catalogue.Leads, catalogue.LeadsHash, situation) as Refused<LeadChange>)?.Reason;
            outcomes.Add((refused is null ? to : null, refused));
            if (refused is null)
                seller = seller with { OpenLeads = seller.OpenLeads + 1, Taken = [.. seller.Taken, asOf.Moment.At] };
        }

        return outcomes;
    }
}
