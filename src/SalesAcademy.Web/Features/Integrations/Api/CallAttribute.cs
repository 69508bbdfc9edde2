namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>What an endpoint of the interface is for, in the document and on the reference page. The words are English, as the whole interface is.</summary>
/// <param name="summary">In a few words.</param>
/// <param name="detail">What a caller must know.</param>
/// <param name="gives">What it answers with.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CallAttribute(string summary, string detail, Type gives) : Attribute
{
    public string Summary => summary;

    public string Detail => detail;

    public Type Gives => gives;

    /// <summary>The status of that answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What it takes as a body; then it needs an Idempotency-Key.</summary>
    public Type? Takes { get; init; }

    /// <summary>Whether it needs If-Match.</summary>
    public bool NeedsVersion { get; init; }

    /// <summary>Whether it takes If-None-Match.</summary>
    public bool HasVersion { get; init; }
}

/// <summary>A part of the query that an endpoint understands; any other is refused.</summary>
/// <param name="name">As it stands in the address.</param>
/// <param name="detail">What it narrows or changes.</param>
/// <param name="type">What it is: a string, an integer, a Guid, an instant or a choice.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class QueryAttribute(string name, string detail, Type type) : Attribute
{
    public string Name => name;

    public string Detail => detail;

    public Type Type => type;
}
