using System.Runtime.CompilerServices;

namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>A copy of the academy's content in which the certification of discovery has other rules, in both languages, and words of its own in each option.</summary>
internal sealed class AlteredContent : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("academy-content-test-").FullName;

    /// <param name="front">Lines of front matter beside title, kind, pass and draw.</param>
    public AlteredContent(string front)
    {
        var source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../content"));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Write(front);
    }

    public Dictionary<string, string?> Settings => new() { ["Academy:Content"] = folder };

    /// <summary>Writes other rules; the library has to be loaded again.</summary>
    public void Write(string front)
    {
        string[] ours = ["time-limit:", "attempts:", "cooldown:", "cooldown-later:", "review:", "  ", "opens:", "closes:", "code:"];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "courses/discovery"), "quiz-certification.md", SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(file);
            var end = Array.IndexOf(lines, "---", 1);
            File.WriteAllLines(file, [.. lines.Take(end).Where(line => !ours.Any(key => line.StartsWith(key, StringComparison.Ordinal))), .. front.Split('\n'), .. lines.Skip(end).Select(Marked)]);
        }
    }

    // Each option and explanation has a word of its own, so that none is found inside another.
    private static string Marked(string line, int number) =>
        (line.StartsWith("- [", StringComparison.Ordinal) || line.StartsWith("  > ", StringComparison.Ordinal)) && !line.Contains(" mark-", StringComparison.Ordinal) ? $"{line} mark-{number:D4}." : line;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Here([CallerFilePath] string path = "") => path;
}
