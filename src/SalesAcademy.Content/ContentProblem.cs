namespace SalesAcademy.Content;

/// <summary>How bad a problem is.</summary>
public enum ProblemSeverity
{
    /// <summary>Published all the same; should be put right.</summary>
    Warning,

    /// <summary>Not published until it is put right.</summary>
    Error,
}

/// <summary>Something wrong in the content, told so that its author can put it right.</summary>
/// <param name="Severity">Whether it stops publication.</param>
/// <param name="File">Relative to the content folder, with forward slashes.</param>
/// <param name="Line">From 1; 0 when it concerns the whole file.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What to do about it.</param>
/// <param name="Code">Stable name of the kind of problem.</param>
public sealed record ContentProblem(ProblemSeverity Severity, string File, int Line, string Message, string Remedy, string Code);

/// <summary>Collects what is wrong with one file or folder.</summary>
internal sealed class Problems
{
    private readonly List<ContentProblem> found;

    public Problems(string file)
        : this(file, [])
    {
    }

    private Problems(string file, List<ContentProblem> found) => (File, this.found) = (file, found);

    public string File { get; }

    public IReadOnlyList<ContentProblem> Found => found;

    public bool HasErrors => found.Exists(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>The same collection, speaking of another file.</summary>
    public Problems At(string file) => new(file, found);

    public void Error(int line, string code, string message, string remedy) => found.Add(new(ProblemSeverity.Error, File, line, message, remedy, code));

    public void Warn(int line, string code, string message, string remedy) => found.Add(new(ProblemSeverity.Warning, File, line, message, remedy, code));

    public void Take(IEnumerable<ContentProblem> others) => found.AddRange(others);
}
