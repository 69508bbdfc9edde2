namespace SalesAcademy.Web.Shared.Http;

/// <summary>Where a reader stands who has sent a form: the address it was sent to often is no page.</summary>
internal static class PageBehind
{
    /// <summary>The page itself when it is being read, else the page of this site that the form stood on, else the home page.</summary>
    public static string Of(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString
        : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value ? from.PathAndQuery
        : "/";
}
