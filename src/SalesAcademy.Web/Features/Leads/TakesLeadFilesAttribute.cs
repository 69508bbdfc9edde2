using Microsoft.AspNetCore.Http.Features;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Lets a body be as large as a file of leads.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesLeadFilesAttribute : Attribute, ILargeBody
{
    private const int WithTheForm = 64 * 1024; // what stands around the file

    public void Allow(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = (http.RequestServices.GetRequiredService<Limits>().ImportMegabytes * 1024L * 1024L) + WithTheForm;
    }
}
