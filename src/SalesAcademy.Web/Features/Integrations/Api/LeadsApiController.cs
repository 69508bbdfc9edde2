using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Leads in, one by one, and out again; how they ended; who gets them.</summary>
[Route($"{ApiAddress.Version}/leads")]
internal sealed class LeadsApiController(AcademyDb db, LeadFeed feed) : ApiController
{
    [HttpPost, Scope(Scopes.LeadsWrite)]
    [Call("Send a lead", "Enters a lead and at once gives it to the seller whose turn it is. 201 for a lead that came in with this call, 200 for an external id that was known: then nothing is changed. "
        + "A lead with the e-mail address of another that is not lost is kept as its duplicate; one whose address or number is that of somebody who may not be contacted comes in locked.", typeof(LeadAnswer), Status = 201, Takes = typeof(ArrivalBody))]
    public async Task<IActionResult> Arrive(CancellationToken cancellation)
    {
        var (call, problem) = await Read<ArrivalBody>(Body.UsualBytes, cancellation);
        if (call is null)
            return Fault(problem!); // no call is a problem
        if (Faults.Of(call.Body) is { Count: > 0 } faults)
            return Fault(Problems.Invalid with { Errors = faults });
        var arrived = await feed.Arrive(Act(call.Key, call.Fingerprint), call.Body.ToLead(), Caller.System, call.Body.ExternalId);
        return Answer(arrived, lead => lead.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    [HttpGet, Scope(Scopes.LeadsRead)]
    [Call("List leads", "In the order of their last change, the oldest first, so that a copy can follow along: ask again with updatedSince a minute before the newest change you know, since a change may be written a moment after its instant.",
        typeof(Listing<LeadView>))]
    [Query("cursor", "Where the last page ended.", typeof(string)), Query("limit", "Leads on a page, 1 to 200; 50 unless given.", typeof(int))]
    [Query("state", "Only leads in this state.", typeof(LeadState)), Query("updatedSince", "Only leads that changed then or later.", typeof(DateTime))]
    public async Task<IActionResult> List(CancellationToken cancellation)
    {
        var query = new ApiQuery(HttpContext);
        var (limit, state, since, after) = (query.Limit(), query.Choice<LeadState>("state"), query.Instant("updatedSince"), query.Place());
        if (query.Problem is { } problem)
            return Fault(problem);
        var leads = await feed.Page(db, new LeadQuery(Caller.System, state, since, after, limit + 1), cancellation);
        return Give(new Listing<LeadView>([.. leads.Take(limit)], leads.Count > limit ? Cursor.Of(leads[limit - 1].UpdatedAt.Ticks, leads[limit - 1].Id) : null));
    }

    [HttpGet("{id:guid}"), Scope(Scopes.LeadsRead)]
    [Call("Read a lead", "With its version as ETag; with If-None-Match 304 while it is the same.", typeof(LeadView), HasVersion = true)]
    public async Task<IActionResult> Show(Guid id, CancellationToken cancellation)
    {
        if (await feed.Find(db, id, Caller.System, cancellation) is not { } lead)
            return Fault(Problems.NotFound);
        var tag = Tagged(lead.Version);
        return Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)) ? StatusCode(StatusCodes.Status304NotModified) : Give(lead);
    }

    [HttpPost("{id:guid}/outcome"), Scope(Scopes.LeadsWrite)]
    [Call("Say how a lead ended", "Won, lost, or returned to the public pool, as its owner would say it: the same rules hold. Lost and returned need a reason.", typeof(LeadAnswer), Takes = typeof(OutcomeBody), NeedsVersion = true)]
    public async Task<IActionResult> Close(Guid id, CancellationToken cancellation)
    {
        var (call, problem) = await Read<OutcomeBody>(Body.UsualBytes, cancellation);
        if (call is null)
            return Fault(problem!); // as above
        if (Faults.Of(call.Body) is { Count: > 0 } faults)
            return Fault(Problems.Invalid with { Errors = faults });
        if (Version() is not { } version)
            return Fault(Problems.VersionNeeded);
        return Answer(await feed.Close(Act(call.Key, call.Fingerprint, call.Body.Reason), id, call.Body.Outcome!.Value, version)); // required above
    }

    [HttpPost("{id:guid}/assignment"), Scope(Scopes.LeadsWrite)]
    [Call("Assign a lead", "Without a seller a waiting lead is tried again now. With one, a lead that is not closed goes to that seller, if every rule passes. If-Match is heeded where it is sent.", typeof(LeadAnswer), Takes = typeof(AssignmentBody))]
    public async Task<IActionResult> Assign(Guid id, CancellationToken cancellation)
    {
        var (call, problem) = await Read<AssignmentBody>(Body.UsualBytes, cancellation);
        if (call is null)
            return Fault(problem!); // as above
        if (Faults.Of(call.Body) is { Count: > 0 } faults)
            return Fault(Problems.Invalid with { Errors = faults });
        return Answer(await feed.Assign(Act(call.Key, call.Fingerprint, call.Body.Reason), id, call.Body.To, Version()));
    }

    private IActionResult Answer(Decision<LeadAnswer> decision, Func<LeadAnswer, int>? status = null)
    {
        if (decision is not Accepted<LeadAnswer> { Value: var lead })
            return Fault(((Refused<LeadAnswer>)decision).Reason);
        Tagged(lead.Version);
        Response.Headers.Location = $"/{ApiAddress.Version}/leads/{lead.Id}";
        return Give(lead, status?.Invoke(lead) ?? StatusCodes.Status200OK);
    }

    private EntityTagHeaderValue Tagged(string version)
    {
        var tag = new EntityTagHeaderValue($"\"{version}\"");
        Response.GetTypedHeaders().ETag = tag;
        return tag;
    }

    // Only a strong tag says that nothing else was seen.
    private string? Version() => Request.GetTypedHeaders().IfMatch is [{ IsWeak: false, Tag: { Length: > 2 } tag }] ? tag.ToString().Trim('"') : null;
}
