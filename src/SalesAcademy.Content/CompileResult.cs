namespace SalesAcademy.Content;

/// <summary>What came of compiling a content folder.</summary>
/// <param name="Catalogue">The catalogue to serve. Without a previous one: null when there is any error. With one: never null; whatever is broken is served as it was.</param>
/// <param name="Problems">Everything found, by file and line.</param>
/// <param name="KeptBack">What is not served as it stands in the folder: courses/{id} or a file's path, in order.</param>
public sealed record CompileResult(Catalogue? Catalogue, IReadOnlyList<ContentProblem> Problems, IReadOnlyList<string> KeptBack)
{
    /// <summary>How many errors there are.</summary>
    public int Errors => Problems.Count(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>How many warnings there are.</summary>
    public int Warnings => Problems.Count - Errors;
}
