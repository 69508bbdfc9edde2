using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>An academy of many courses, each with ten lessons and their checks in both languages, made of the words of the shipped ones in turn.</summary>
internal static partial class ManyCourses
{
    private const int Lessons = 10;

    /// <summary>Adds that many courses to a copy of the content; gives how many bytes of text were written.</summary>
    public static long Add(string content, int count)
    {
        var shipped = Directory.GetDirectories(Path.Combine(content, "courses")).Order(StringComparer.Ordinal).ToArray();
        var bytes = 0L;
        Parallel.For(0, count, number => Interlocked.Add(ref bytes, Course(shipped[number % shipped.Length], Path.Combine(content, "courses", Id(number)), Id(number))));
        return bytes;
    }

    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"generated-{number:0000}");

    private static long Course(string from, string to, string id)
    {
        var bytes = 0L;
        var title = File.ReadLines(Path.Combine(from, "course.yml"));
        Write(Path.Combine(to, "course.yml"), string.Join('\n', title.Where(line => !line.StartsWith("order:", StringComparison.Ordinal))) + "\n");
        if (Directory.Exists(Path.Combine(from, "assets")))
            foreach (var asset in Directory.GetFiles(Path.Combine(from, "assets")))
                File.Copy(asset, Path.Combine(Directory.CreateDirectory(Path.Combine(to, "assets")).FullName, Path.GetFileName(asset)));
        foreach (var locale in (string[])["en", "zh-Hans"])
        {
            var lessons = Directory.GetFiles(Path.Combine(from, locale), "0*.md").Order(StringComparer.Ordinal).ToArray();
            for (var place = 1; place <= Lessons; place++)
            {
                var lesson = lessons[(place - 1) % lessons.Length];
                var (name, check) = (Path.GetFileNameWithoutExtension(lesson)[3..], $"l{place}");
                Write(Path.Combine(to, locale, $"{place:00}-l{place}.md"), Link().Replace(Check().Replace(File.ReadAllText(lesson), $"check: {check}", 1), "](https://academy.example/)"));
                Write(Path.Combine(to, locale, $"quiz-{check}.md"), Link().Replace(
                    File.ReadAllText(Path.Combine(from, locale, $"quiz-check-{name}.md")).Replace("{#", $"{{#{id}-{place}-", StringComparison.Ordinal), "](https://academy.example/)"));
            }
        }
        return bytes;

        void Write(string path, string text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // below the content
            File.WriteAllText(path, text);
            bytes += new FileInfo(path).Length;
        }
    }

    // Of another lesson, which has another name here.
    [GeneratedRegex(@"\]\((\.\./(en|zh-Hans)/|/courses/|#)[^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("^check: .*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Check();
}
