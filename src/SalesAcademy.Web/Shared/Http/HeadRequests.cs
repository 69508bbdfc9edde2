namespace SalesAcademy.Web.Shared.Http;

/// <summary>Answers HEAD as GET without its body (RFC 9110, 9.3.2), which monitors and link checkers ask for and controllers do not map.</summary>
internal static class HeadRequests
{
    public static IApplicationBuilder UseHeadAsGet(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            // The server must know that no body was asked for, or it announces one of no bytes.
            context.Request.Method = HttpMethods.Head;
        }
    });
}
