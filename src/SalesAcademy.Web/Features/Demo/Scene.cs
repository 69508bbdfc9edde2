namespace SalesAcademy.Web.Features.Demo;

/// <summary>Something that happened in the demo's past.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Happens">What.</param>
internal sealed record Scene(DateTime At, Func<Task> Happens);
