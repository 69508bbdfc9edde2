using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Who may be given what, and why not.</summary>
[Route(ApiAddress.Version)]
internal sealed class EligibilityApiController(AcademyDb db, EligibilityBook book) : ApiController
{
    [HttpGet("eligibility/reps/{id:guid}"), Scope(Scopes.EligibilityRead)]
    [Call("Ask what a seller may be given", "The tier, the gates that fail, both caps and the room left, as of now.", typeof(RepEligibility))]
    public async Task<IActionResult> OfRep(Guid id) => new ApiQuery(HttpContext).Problem is { } problem ? Fault(problem) : await book.Of(db, id) is { } rep ? Give(rep) : Fault(Problems.NotFound);

    [HttpGet("leads/{id:guid}/eligibility"), Scope(Scopes.EligibilityRead)]
    [Call("Ask who may be given a lead", "Every seller with the verdict of every rule and the smallest change that would turn it, as of now, in the order of their ids.", typeof(LeadEligibilityPage))]
    [Query("cursor", "Where the last page ended.", typeof(string)), Query("limit", "Sellers on a page, 1 to 200; 50 unless given.", typeof(int))]
    public async Task<IActionResult> OfLead(Guid id)
    {
        var query = new ApiQuery(HttpContext);
        var (limit, after) = (query.Limit(), query.RepPlace());
        if (query.Problem is { } problem)
            return Fault(problem);
        if (await book.OfLead(db, id, after, limit + 1) is not { } asked)
            return Fault(Problems.NotFound);
        return Give(new LeadEligibilityPage(asked with { Reps = [.. asked.Reps.Take(limit)] }, asked.Reps.Count > limit ? Cursor.Of(asked.Reps[limit - 1].Rep) : null));
    }
}

/// <summary>Who may be given a lead, a page of sellers.</summary>
/// <param name="Data">The lead, and the sellers of this page.</param>
/// <param name="Next">Send it as cursor to read on; null at the end.</param>
internal sealed record LeadEligibilityPage(LeadEligibility Data, string? Next);
