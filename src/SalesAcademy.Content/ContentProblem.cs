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
/// <param name="What">What is wrong; with <c>.remedy</c> behind its key it says what to do about it.</param>
public sealed record ContentProblem(ProblemSeverity Severity, string File, int Line, Phrase What)
{
    /// <summary>Stable name of the kind of problem.</summary>
    public string Code => What.Key.Split('.')[0];

    /// <summary>What is wrong, in English.</summary>
    public string Message => MessageIn(Locales.English);

    /// <summary>What to do about it, in English.</summary>
    public string Remedy => RemedyIn(Locales.English);

    /// <summary>What is wrong, in a language of the academy.</summary>
    public string MessageIn(string locale) => What.In(locale);

    /// <summary>What to do about it, in a language of the academy.</summary>
    public string RemedyIn(string locale) => (What with { Key = $"{What.Key}.remedy" }).In(locale);
}

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

    public void Error(int line, string key, params object[] arguments) => Error(line, new Phrase(key, arguments));

    public void Error(int line, Phrase what) => found.Add(new(ProblemSeverity.Error, File, line, what));

    public void Warn(int line, string key, params object[] arguments) => found.Add(new(ProblemSeverity.Warning, File, line, new(key, arguments)));

    public void Take(IEnumerable<ContentProblem> others) => found.AddRange(others);
}
