using System.Text.Json.Serialization;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Why a call was refused (RFC 9457): what kind of problem it is, what is wrong here, and where.</summary>
internal sealed record Problem
{
    /// <summary>Which problem: an address of the reference page.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong with this call.</summary>
    public string? Detail { get; init; }

    /// <summary>Which rule or state refused it, where one did: a stable key.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Reason { get; init; }

    /// <summary>Names this answer in the server's log.</summary>
    public string? TraceId { get; init; }

    /// <summary>Each fault of the body, where there are some.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldProblem>? Errors { get; init; }
}

/// <summary>One fault of a body.</summary>
/// <param name="Pointer">Where, as a JSON Pointer (RFC 6901); empty for the body as a whole.</param>
/// <param name="Detail">What is wrong there.</param>
internal sealed record FieldProblem(string Pointer, string Detail);
