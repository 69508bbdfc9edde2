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
    /// an object with errors, warnings, hash and problems, each with what its sentence speaks of. The caller decides on the exit code from
    /// <see cref="CompileResult.Errors"/>.
    /// </summary>
    public static void Report(CompileResult result, TextWriter writer, bool json, string locale = Locales.English)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        if (json)
        {
            writer.WriteLine(JsonSerializer.Serialize(new { result.Errors, result.Warnings, result.Catalogue?.Hash, Problems = result.Problems.Select(problem => Told(problem, locale)) }, Json));
            return;
        }
        foreach (var problem in result.Problems)
            writer.WriteLine(Line(problem, locale));
        writer.WriteLine(new Phrase("report.count", Count("report.errors", result.Errors), Count("report.warnings", result.Warnings)).In(locale));
    }

    /// <summary>A problem in one line of English.</summary>
    internal static string Line(ContentProblem problem) => Line(problem, Locales.English);

    private static string Line(ContentProblem problem, string locale)
    {
        var place = problem.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{problem.File}:{problem.Line}") : problem.File;
        var word = new Phrase(problem.Severity == ProblemSeverity.Error ? "report.error" : "report.warning");
        return new Phrase("report.line", place, word, problem.Code, problem.MessageIn(locale), problem.RemedyIn(locale)).In(locale);
    }

    private static object Told(ContentProblem problem, string locale) => new
    {
        problem.Severity,
        problem.File,
        problem.Line,
        Message = problem.MessageIn(locale),
        Remedy = problem.RemedyIn(locale),
        problem.Code,
        Arguments = problem.What.Arguments.Select(argument => argument is Phrase phrase ? phrase.In(locale) : argument),
    };

    private static Phrase Count(string key, int count) => new(count == 1 ? $"{key}.one" : $"{key}.other", count);
}
