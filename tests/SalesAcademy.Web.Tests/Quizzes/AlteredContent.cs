namespace SalesAcademy.Web.Tests.Quizzes;

/// <summary>The academy's content in which the certification of discovery has other rules, in both languages, and words of its own in each option.</summary>
internal sealed class AlteredContent : IDisposable
{
    private readonly ContentCopy copy = new();

    /// <param name="front">Lines of front matter beside title, kind, pass and draw.</param>
    public AlteredContent(string front) => Write(front);

    public Dictionary<string, string?> Settings => copy.Settings;

    /// <summary>Writes other rules; the library has to be loaded again.</summary>
    public void Write(string front) => copy.Rewrite("courses/discovery", "quiz-certification.md", file =>
    {
        string[] ours = ["time-limit:", "attempts:", "cooldown:", "cooldown-later:", "review:", "  ", "opens:", "closes:", "code:"];
        var lines = file.Split('\n');
        var end = Array.IndexOf(lines, "---", 1);
        return string.Join('\n', [.. lines.Take(end).Where(line => !ours.Any(key => line.StartsWith(key, StringComparison.Ordinal))), .. front.Split('\n'), .. lines.Skip(end).Select(Marked)]);
    });

    // Each option and explanation has a word of its own, so that none is found inside another.
    private static string Marked(string line, int number) =>
        (line.StartsWith("- [", StringComparison.Ordinal) || line.StartsWith("  > ", StringComparison.Ordinal)) && !line.Contains(" mark-", StringComparison.Ordinal) ? $"{line} mark-{number:D4}." : line;

    public void Dispose() => copy.Dispose();
}
