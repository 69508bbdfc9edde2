namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>One endpoint of the interface, as it really is.</summary>
/// <param name="Method">GET or POST.</param>
/// <param name="Route">Such as /api/v1/leads/{id}.</param>
/// <param name="Scope">What a token needs.</param>
/// <param name="About">What it is for.</param>
/// <param name="Query">What it understands in the query.</param>
internal sealed record ApiCall(string Method, string Route, string Scope, CallAttribute About, IReadOnlyList<QueryAttribute> Query)
{
    public bool HasId => Route.Contains("{id}", StringComparison.Ordinal);

    /// <summary>Its place on the reference page.</summary>
    public string Anchor => $"{Method.ToLowerInvariant()}-{string.Join('-', Route.Split('/', '{', '}').Skip(3).Where(part => part.Length > 0))}";

    /// <summary>The problems a caller may meet beyond those of every call.</summary>
    public IEnumerable<Problem> Faults =>
    [
        .. Query.Count > 0 ? [Problems.BadQuery] : Array.Empty<Problem>(),
        .. HasId ? [Problems.NotFound] : Array.Empty<Problem>(),
        .. About.Takes is null ? [] : new[] { Problems.KeyNeeded, Problems.JsonNeeded, Problems.TooLarge, Problems.Unreadable, Problems.Invalid, Problems.KeyReused },
        .. About.Takes is not null && HasId ? [Problems.Refused, Problems.Changed] : Array.Empty<Problem>(),
        .. About.NeedsVersion ? [Problems.VersionNeeded] : Array.Empty<Problem>(),
    ];
}

/// <summary>Every endpoint of the interface, read from the routes themselves.</summary>
internal sealed class ApiCalls(EndpointDataSource endpoints)
{
    public IReadOnlyList<ApiCall> All { get; } =
    [
        .. from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
           let about = endpoint.Metadata.GetMetadata<CallAttribute>()
           where about is not null
           let scope = endpoint.Metadata.GetMetadata<ScopeAttribute>()?.Scope ?? ""
           let method = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0] // a route of a controller has one
           let route = "/" + endpoint.RoutePattern.RawText!.Replace(":guid", "", StringComparison.Ordinal)
           orderby route, method
           select new ApiCall(method, route, scope, about, [.. endpoint.Metadata.GetOrderedMetadata<QueryAttribute>()]),
    ];
}
