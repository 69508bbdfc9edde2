using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Decisions out, as they are stored, with what explains them.</summary>
[Route($"{ApiAddress.Version}/decisions")]
internal sealed class DecisionsApiController(AcademyDb db, EligibilityBook book) : ApiController
{
    [HttpGet, Scope(Scopes.DecisionsRead)]
    [Call("List decisions", "In the order they were made. Next is given at the end too: keep it, and ask again later for what was decided since.", typeof(Listing<DecisionAnswer>))]
    [Query("after", "Where the last page ended; from the first decision unless given.", typeof(string)), Query("limit", "Decisions on a page, 1 to 200; 50 unless given.", typeof(int))]
    public async Task<IActionResult> List(CancellationToken cancellation)
    {
        var query = new ApiQuery(HttpContext);
        var (limit, after) = (query.Limit(), query.DecisionPlace());
        if (query.Problem is { } problem)
            return Fault(problem);
        var decisions = await EligibilityBook.Decisions(db, after, limit, cancellation);
        return Give(new Listing<DecisionAnswer>(decisions, Cursor.Of(decisions is [.., { Number: var last }] ? last : after)));
    }

    [HttpGet("{id:guid}"), Scope(Scopes.DecisionsRead)]
    [Call("Read a decision", "The record as stored, and every rule asked again as of the same point of the ledger and under the same policies: for the winner, or for the seller named.", typeof(ExplainedDecision))]
    [Query("rep", "To whom it is to be explained.", typeof(Guid))]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation)
    {
        var query = new ApiQuery(HttpContext);
        var rep = query.Id("rep");
        if (query.Problem is { } problem)
            return Fault(problem);
        return await book.Explain(db, id, rep, cancellation) is { } explained && (rep is null || explained.Rep is not null) ? Give(explained) : Fault(Problems.NotFound);
    }
}
