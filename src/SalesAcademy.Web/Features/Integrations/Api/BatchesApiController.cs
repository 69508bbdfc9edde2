using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>What became of one lead of a batch.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Status">The status a call of its own would have had.</param>
/// <param name="Lead">The lead.</param>
/// <param name="Problem">Why it was not taken.</param>
internal sealed record BatchItem(int Index, int Status, LeadAnswer? Lead, Problem? Problem);

/// <summary>What became of a batch.</summary>
/// <param name="Taken">Leads that are in now.</param>
/// <param name="Refused">Leads that are not.</param>
/// <param name="Items">Each of them, in the order sent.</param>
internal sealed record BatchAnswer(int Taken, int Refused, IReadOnlyList<BatchItem> Items);

/// <summary>Many leads in one call, each all or nothing by itself.</summary>
[Route($"{ApiAddress.Version}/leads/batch")]
internal sealed class BatchesApiController(LeadFeed feed, ILedger ledger) : ApiController
{
    private const int MostBytes = 1024 * 1024;

    [HttpPost, Scope(Scopes.LeadsWrite), RequestSizeLimit(MostBytes)]
    [Call("Send many leads", "Up to 500 leads, entered in the order sent. Each is taken or refused by itself; a fault in one keeps no other away, as long as the body can be read: a value of another kind than the field holds, such as an unknown tier, refuses the whole call. Sent again under the same key, what was taken is not taken twice, and what was not reached is taken up.",
        typeof(BatchAnswer), Takes = typeof(BatchBody))]
    public async Task<IActionResult> Arrive(CancellationToken cancellation)
    {
        var (call, problem) = await Read<BatchBody>(MostBytes, cancellation);
        if (call is null)
            return Fault(problem!); // no call is a problem
        if (call.Body.Leads is not { Count: > 0 and <= BatchBody.Most } leads)
            return Fault(Problems.Invalid with { Errors = [new("/leads", $"From 1 to {BatchBody.Most} leads.")] });
        // The batch as a whole is known by its key before its leads are: another batch under the same key is refused whole.
        if (await ledger.Run<Done>(Act(call.Key, call.Fingerprint), _ => Task.FromResult<Decision<Done>>(Done.Value), CancellationToken.None) is Refused<Done> { Reason: var reused })
            return Fault(reused);
        var items = new List<BatchItem>(leads.Count);
        foreach (var (i, lead) in leads.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            items.Add(await Item(i, lead, call));
        }

        var taken = items.Count(item => item.Lead is not null);
        return Give(new BatchAnswer(taken, items.Count - taken, items));
    }

    private async Task<BatchItem> Item(int index, ArrivalBody? lead, Call<BatchBody> call)
    {
        var pointer = $"/leads/{index.ToString(CultureInfo.InvariantCulture)}";
        if (lead is null)
            return Turned(Problems.Invalid with { Errors = [new(pointer, "This must not be null.")] });
        if (Faults.Of(lead, pointer) is { Count: > 0 } faults)
            return Turned(Problems.Invalid with { Errors = faults });
        return await feed.Arrive(Act(KeyOf(call.Key, index), call.Fingerprint), lead.ToLead(), Caller.System, lead.ExternalId) switch
        {
            Accepted<LeadAnswer> { Value: var arrived } => new(index, arrived.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK, arrived, null),
            Refused<LeadAnswer> { Reason: var reason } => Turned(Refusals.Of(reason)),
            _ => throw new InvalidOperationException("A decision is accepted or refused."),
        };

        BatchItem Turned(Problem problem) => new(index, problem.Status, null, problem);
    }

    private static string KeyOf(string key, int index) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}\n{index.ToString(CultureInfo.InvariantCulture)}")));
}
