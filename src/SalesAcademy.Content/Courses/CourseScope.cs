using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>What the readers of one course share.</summary>
internal sealed record CourseScope(ContentFolder Folder, string Course, IReadOnlyDictionary<string, CourseAsset> Assets, CompileLimits Limits, CancellationToken Cancellation)
{
    public string Path => $"courses/{Course}";

    /// <summary>Reads and compiles one file in time; null when it had errors. What it found is merged only when it came in time.</summary>
    public T? Compile<T>(string path, Problems problems, Func<MarkdownFile, Problems, T?> compile) where T : class
    {
        var own = new Problems(path);
        T? compiled = null;
        if (TextFile.Read(Folder, path, own) is { } source)
        {
            Placeholders.Report(source, own);
            var inTime = new Problems(path);
            if (Deadline.Run(Limits.Rendering, () => compiled = MarkdownFile.Cut(source, inTime) is { } file ? compile(file, inTime) : null, Cancellation))
                own.Take(inTime.Found);
            else
                own.Error(0, "markup-slow");
        }
        problems.Take(own.Found);
        return own.HasErrors ? null : compiled;
    }

    public MarkupContext Markup(MarkdownFile file, string locale, Problems problems, bool anchored) =>
        new(Course, locale, file.BodyLine, Assets, problems) { Blocks = anchored ? new() : null, Source = file.Body };
}

/// <summary>Bounds that a test may tighten.</summary>
internal sealed record CompileLimits(TimeSpan Rendering)
{
    public static CompileLimits Standard { get; } = new(TimeSpan.FromSeconds(2));
}
