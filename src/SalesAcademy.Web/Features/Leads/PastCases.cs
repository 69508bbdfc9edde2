using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A seller and a lead as something recorded met them.</summary>
/// <param name="Then">The content in force then.</param>
/// <param name="AsOf">The instant and the point of the ledger.</param>
/// <param name="Situation">What was known.</param>
internal sealed record PastCase(Catalogue Then, AsOf AsOf, Situation Situation)
{
    /// <summary>What each rule said.</summary>
    public IReadOnlyList<RuleVerdict> Verdicts { get; } = Eligibility.Of(Then.Leads, Situation);
}

/// <summary>Asks anew what was recorded, for every page and interface alike: as of its point of the ledger, under the content of its time.</summary>
internal sealed class PastCases(Sellers sellers, ReadinessBook book, Library library)
{
    /// <summary>Somebody beside a decision; null for somebody who did not sell then.</summary>
    public Task<PastCase?> Of(AcademyDb db, LeadFile file, DecisionRow decision, Guid person, CancellationToken cancellation = default) =>
        Of(db, decision.ContentHash, new(decision.At, decision.Day, decision.Sequence), person, policy => file.Then(decision, policy), cancellation);

    /// <summary>Whoever contests a denial, beside it; null for somebody who did not sell then.</summary>
    public Task<PastCase?> Of(AcademyDb db, LeadFile file, DenialRow denial, CancellationToken cancellation = default) =>
        Of(db, denial.ContentHash, new(denial.At, denial.Day, denial.Sequence), denial.Person, policy => file.Then(denial, policy), cancellation);

    private async Task<PastCase?> Of(AcademyDb db, string content, AsOf asOf, Guid person, Func<LeadPolicy, Lead> lead, CancellationToken cancellation)
    {
        var then = library.At(content) ?? library.Now;
        return await PastSellers.One(db, sellers, book, person, asOf, then, cancellation) is { } seller ? new(then, asOf, new Situation(lead(then.Leads), seller, asOf.Moment)) : null;
    }
}
