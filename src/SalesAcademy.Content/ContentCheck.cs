using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesAcademy.Content;

/// <summary>Prints what compiling found, for people or for programs.</summary>
public static class ContentCheck
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>
    /// Writes one line for each problem, <c>file:line: error CODE message - remedy</c>, and a closing count; or, with <paramref name="json"/>,
    /// an object with errors, warnings, hash and problems. The caller decides on the exit code from <see cref="CompileResult.Errors"/>.
    /// </summary>
    public static void Report(CompileResult result, TextWriter writer, bool json)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        if (json)
        {
            writer.WriteLine(JsonSerializer.Serialize(new { result.Errors, result.Warnings, result.Catalogue?.Hash, result.Problems }, Json));
            return;
        }
        foreach (var problem in result.Problems)
            writer.WriteLine(Line(problem));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Errors} {(result.Errors == 1 ? "error" : "errors")}, {result.Warnings} {(result.Warnings == 1 ? "warning" : "warnings")}"));
    }

    /// <summary>A problem in one line.</summary>
    internal static string Line(ContentProblem problem)
    {
        var place = problem.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{problem.File}:{problem.Line}") : problem.File;
        var word = problem.Severity == ProblemSeverity.Error ? "error" : "warning";
        return $"{place}: {word} {problem.Code} {problem.Message} - {problem.Remedy}";
    }
}
