namespace SalesAcademy.Web.Shared.Look;

/// <summary>A script of a room that every signed-in page loads.</summary>
/// <param name="Path">Under wwwroot, such as js/coaching/strip.js.</param>
public sealed record PageScript(string Path);
