using System.Diagnostics;
using Markdig;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Content;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>Ten thousand questions in both languages from files to a catalogue, against reading the same files and turning them into HTML and nothing else.</summary>
internal static class CompileCase
{
    private const int Questions = 10_000;
    private const int QuizzesOfACourse = 25;

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var folder = Write(site.CopyContent());
        Compile(folder);
        Html(folder);
        var costs = new List<double>();
        var seconds = await Rounds.Interleave("milliseconds", () => Time(() => Html(folder)), () =>
        {
            var before = Processor.Of(Environment.ProcessId);
            var took = Time(() => Compile(folder));
            costs.Add((Processor.Of(Environment.ProcessId) - before) / 1_000_000);
            return took;
        });
        var (asked, bytes) = (Compile(folder).Families.Count, Texts(folder).Sum(file => new FileInfo(file).Length));
        return
        [
            $"{asked} questions in two languages, {bytes / 1_000_000.0:0.0} MB: bare {seconds.Bare / 1000:0.00} s, product {seconds.Product / 1000:0.00} s (target <= 3), "
            + $"ratio {seconds.Bare / seconds.Product:0.00}, processor time {Rounds.Median(costs):0.00} s",
        ];
    }

    private static Task<double> Time(Action run)
    {
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        run();
        return Task.FromResult(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static Catalogue Compile(string folder) => ContentCompiler.Compile(folder) is { Catalogue: { } catalogue }
        ? catalogue
        : throw new InvalidOperationException($"The content has mistakes: {string.Join('\n', ContentCompiler.Compile(folder).Problems.Take(5))}");

    private static void Html(string folder)
    {
        foreach (var file in Texts(folder))
            Markdown.ToHtml(File.ReadAllText(file));
    }

    private static IEnumerable<string> Texts(string folder) => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories);

    // Courses like the one about discovery, each with its lessons and many quizzes like its examination.
    private static string Write(string content)
    {
        var course = Path.Combine(content, "courses/discovery");
        var each = Compile(content).Families.Values.Count(family => family.Course == "discovery" && family.Quiz == "certification");
        for (var (number, left) = (0, Questions); left > 0; number++)
        {
            var id = $"course-{number}";
            Copy(course, Path.Combine(content, "courses", id), text => text.Replace("{#", $"{{#{id}-", StringComparison.Ordinal).Replace("/courses/discovery", $"/courses/{id}", StringComparison.Ordinal));
            for (var quiz = 0; quiz < QuizzesOfACourse && left > 0; quiz++, left -= each)
                foreach (var locale in (string[])["en", "zh-Hans"])
                    File.WriteAllText(Path.Combine(content, "courses", id, locale, $"quiz-practice-{quiz}.md"), File.ReadAllText(Path.Combine(course, locale, "quiz-certification.md"))
                        .Replace("{#", $"{{#{id}-{quiz}-", StringComparison.Ordinal).Replace("kind: certification", "kind: practice", StringComparison.Ordinal).Replace("pool: exam", "pool: drill", StringComparison.Ordinal));
        }

        return content;
    }

    private static void Copy(string from, string to, Func<string, string> change)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // below the folder of the course
            if (Path.GetExtension(file) == ".md")
                File.WriteAllText(copy, change(File.ReadAllText(file)));
            else
                File.Copy(file, copy);
        }
    }
}
