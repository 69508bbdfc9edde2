using System.Globalization;
using SalesAcademy.Web.Shared.Health;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Tells whoever watches the academy that what is taught is not what stands in the content folder. It goes on teaching the last good version.</summary>
internal sealed class ContentSign(Library library) : IHealthSign
{
    public string Name => "content";

    public bool StopsServing => false;

    public Task<string?> Look(CancellationToken cancellation) =>
        Task.FromResult(library.LastCheck.Errors is > 0 and var errors ? string.Create(CultureInfo.InvariantCulture, $"{errors} errors; see /courses/check") : null);
}
