using System.Text;
using SalesAcademy.Content.Exchange;

namespace SalesAcademy.Content.Tests.Exchange;

/// <summary>Imports a text into the example academy as the quiz "imported" of its course.</summary>
internal static class Importing
{
    public const string Path = "courses/first-call/en/quiz-imported.md";

    public static ImportOutcome Import(this ContentBuilder content, string text, Func<ImportRequest, ImportRequest>? change = null, string format = "gift") =>
        content.ImportBytes(Encoding.UTF8.GetBytes(text), change, format);

    public static ImportOutcome ImportBytes(this ContentBuilder content, byte[] bytes, Func<ImportRequest, ImportRequest>? change = null, string format = "gift")
    {
        var request = new ImportRequest(format, "q.txt", bytes, "first-call", "imported", "opening");
        return QuestionImport.Read(content.Folder, change?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
    }

    /// <summary>The quiz that an import makes, compiled with the rest.</summary>
    public static Quiz Taken(this ContentBuilder content, ImportOutcome outcome)
    {
        Assert.True(outcome.Text is not null, string.Join('\n', outcome.Report));
        var result = content.Text(outcome.Path, outcome.Text).Compile();
        Assert.DoesNotContain(result.Problems, problem => problem.Severity == ProblemSeverity.Error);
        return result.Catalogue!.FindCourse("first-call")!.FindQuiz("imported")!;
    }

    /// <summary>The questions of the file alone, without its front matter.</summary>
    public static string Questions(this ImportOutcome outcome)
    {
        Assert.True(outcome.Text is not null, string.Join('\n', outcome.Report));
        return outcome.Text[(outcome.Text.IndexOf("\n---\n", StringComparison.Ordinal) + 6)..];
    }
}
