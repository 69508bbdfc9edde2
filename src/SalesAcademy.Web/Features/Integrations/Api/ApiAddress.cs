namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Where the interface begins; no page of people lies below it.</summary>
internal static class ApiAddress
{
    public const string Root = "/api";
    public const string Version = "api/v1";

    public static bool IsBelow(HttpContext http) => http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);
}
