using Microsoft.AspNetCore.Http.Features;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>Lets a body be as large as a sheet of rows.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TakesSheetsAttribute : Attribute, ILargeBody
{
    private const int WithTheForm = 64 * 1024; // what stands around the file

    public void Allow(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = (http.RequestServices.GetRequiredService<Limits>().ImportMegabytes * 1024L * 1024L) + WithTheForm;
    }
}
