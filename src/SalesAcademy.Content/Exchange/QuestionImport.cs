using System.Globalization;
using System.Text;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Exchange;

/// <summary>Makes a quiz of a file of questions written elsewhere. It writes nothing itself: the outcome holds the whole file, compiled with the rest of the content, or nothing.</summary>
public static class QuestionImport
{
    /// <summary>The formats that are read.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["gift", "aiken"];

    /// <summary>Reads the file against a content folder. Never throws for what the file holds.</summary>
    public static ImportOutcome Read(string folder, ImportRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var path = $"courses/{request.Course}/{request.Locale}/quiz-{request.Quiz}.md";
        var report = new List<string>();
        var content = new ContentFolder(folder);
        if (Obstacle(content, request, path, cancellation, out var catalogue) is { Count: > 0 } obstacles)
            return new(path, null, [.. obstacles, "nothing is written"]);
        var (text, line, refusal) = ExchangeText.Read(request.Bytes.ToArray());
        if (refusal is not null)
            return new(path, null, [Line(request, line, refusal), "nothing is written"]);

        var questions = (request.Format == "gift" ? GiftReader.Read(text) : AikenReader.Read(text)).Where(question => IsIn(question.Category, request.Category)).Take(ExchangeLimits.Questions + 1).ToArray();
        if (questions.Length > ExchangeLimits.Questions)
            return new(path, null, [Line(request, questions[^1].Line, $"the file holds more than {ExchangeLimits.Questions} questions: split it"), "nothing is written"]);
        var written = new ImportedQuiz(request, catalogue!); // without a catalogue there was an obstacle
        foreach (var question in questions)
            report.AddRange(written.Take(question));
        report.Add(written.Count());
        if (written.Refusal is { } reason)
            return new(path, null, [.. report, $"nothing is written: {reason}"]);

        var quiz = written.Text(QuizFront.Of(content, request));
        var planned = new ContentFolder(folder, new Dictionary<string, byte[]>(StringComparer.Ordinal) { [path] = Encoding.UTF8.GetBytes(quiz) });
        var result = ContentCompiler.Compile(planned, previous: null, CompileLimits.Standard, cancellation);
        report.AddRange(result.Problems.Where(problem => problem.Severity == ProblemSeverity.Error || IsOfQuiz(problem, request)).Select(ContentCheck.Line));
        if (result.Errors == 0)
            return new(path, quiz, report);
        var size = Encoding.UTF8.GetByteCount(quiz) > ContentFolder.TextLimit ? $": a quiz holds at most {ContentFolder.TextLimit / 1024} KB, so split the file or choose a part with --category" : "";
        return new(path, null, [.. report, $"nothing is written{size}"]);
    }

    internal static string Line(ImportRequest request, int line, string words) => line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{request.File}:{line}: {words}") : $"{request.File}: {words}";

    private static List<string> Obstacle(ContentFolder content, ImportRequest request, string path, CancellationToken cancellation, out Catalogue? catalogue)
    {
        catalogue = null;
        var obstacles = new List<string>();
        foreach (var (name, id) in ((string, string)[])[("course", request.Course), ("quiz", request.Quiz), ("competency", request.Competency)])
            if (!Fields.IsId(id))
                obstacles.Add($"'{id}' is no id of a {name}: use lower-case letters, digits and hyphens");
        if (!Formats.Contains(request.Format, StringComparer.Ordinal))
            obstacles.Add($"'{request.Format}' is no format that is read: use {string.Join(" or ", Formats)}");
        if (!Locales.All.Contains(request.Locale, StringComparer.Ordinal))
            obstacles.Add($"'{request.Locale}' is no language of the content: use {string.Join(" or ", Locales.All)}");
        if (request.Pool is not (null or "drill" or "exam" or "both"))
            obstacles.Add($"'{request.Pool}' is no pool: use drill, exam or both");
        if (obstacles.Count > 0)
            return obstacles;
        if (content.Exists(path))
            return [$"{path} exists already and is not written over"];
        var result = ContentCompiler.Compile(content, previous: null, CompileLimits.Standard, cancellation);
        catalogue = result.Catalogue;
        if (catalogue is null)
            return [.. result.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(ContentCheck.Line)];
        if (catalogue.FindCourse(request.Course) is null)
            obstacles.Add($"there is no course '{request.Course}'");
        if (catalogue.Competencies.All(competency => competency.Id != request.Competency))
            obstacles.Add($"there is no competency '{request.Competency}': use one of {string.Join(", ", catalogue.Competencies.Select(competency => competency.Id))}");
        return obstacles;
    }

    // In either language: that one of them is missing is said of the one that is missing.
    private static bool IsOfQuiz(ContentProblem problem, ImportRequest request) => Locales.All.Any(locale => problem.File == $"courses/{request.Course}/{locale}/quiz-{request.Quiz}.md");

    private static bool IsIn(string category, string? wanted) =>
        wanted is null || category == wanted.Trim('/') || category.StartsWith(wanted.Trim('/') + "/", StringComparison.Ordinal);
}
