using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Lets a body be as large as a recording. Runs before anything reads the body, the check of its token included.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesRecordingsAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const int WithTheForm = 64 * 1024; // what stands around the file

    public int Order => int.MinValue;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var limits = context.HttpContext.RequestServices.GetRequiredService<Limits>();
        if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = (limits.RecordingMegabytes * 1024L * 1024L) + WithTheForm;
    }
}
