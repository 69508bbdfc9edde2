using Microsoft.AspNetCore.Http.Features;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>Lets a body be as large as a file of so many megabytes, and what stands around it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal abstract class TakesFilesAttribute(Func<Limits, int> megabytes) : Attribute, ILargeBody
{
    private const int WithTheForm = 64 * 1024;

    public void Allow(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = (megabytes(http.RequestServices.GetRequiredService<Limits>()) * 1024L * 1024L) + WithTheForm;
    }
}

/// <summary>Takes a sheet of rows.</summary>
internal sealed class TakesSheetsAttribute() : TakesFilesAttribute(limits => limits.ImportMegabytes);
