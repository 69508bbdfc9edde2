using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Features.Integrations.Api;

/// <summary>Where in a body something is wrong, and what, without the reader's own inner words.</summary>
internal static partial class JsonPlace
{
    public static FieldProblem Of(JsonException e) => e.Message switch
    {
        // Of a field that it does not know or has had already the reader gives the object alone, and the name in its words.
        var said when said.Contains("could not be mapped", StringComparison.Ordinal) => new(With(Pointer(e.Path), said), "This field is not known here."),
        var said when said.Contains("uplicate", StringComparison.Ordinal) => new(With(Pointer(e.Path), said), "This field stands here twice."),
        var said when said.Contains("could not be converted", StringComparison.Ordinal) => new(Pointer(e.Path), "This is not a value of the kind expected here."),
        _ => new(Pointer(e.Path), "This is not well-formed JSON."),
    };

    // A path such as $.leads[2].email as a JSON Pointer: /leads/2/email.
    private static string Pointer(string? path) => string.Concat(Step().Matches(path ?? "").Select(step => Escape(step.Groups["name"].Value)));

    private static string With(string pointer, string said) =>
        Quoted().Match(said) is { Success: true } name && !pointer.EndsWith(Escape(name.Groups["name"].Value), StringComparison.Ordinal) ? pointer + Escape(name.Groups["name"].Value) : pointer;

    private static string Escape(string name) => "/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\['(?<name>[^']*)'\]|\.(?<name>[^.\[]+)|\[(?<name>\d+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();

    [GeneratedRegex("property '(?<name>[^']*)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
