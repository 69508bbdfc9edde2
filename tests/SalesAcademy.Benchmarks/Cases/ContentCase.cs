using System.Diagnostics;
using System.Globalization;
using Markdig;
using Microsoft.Extensions.Logging.Abstractions;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Content;
using SalesAcademy.Running;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Courses.Search;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>
/// An academy of a thousand courses and ten thousand lessons in both languages: compiled cold, with one lesson changed while it is taught, and searched;
/// beside it Markdig alone, which parses the same files and renders them to HTML and does nothing else.
/// </summary>
internal static class ContentCase
{
    private const int Courses = 1_000;
    private const int Changes = 9;
    private const int Searches = 2_000;

    private static readonly (string Locale, string[] Words)[] Asked =
    [
        ("en", ["price", "next step", "forecast date", "public pool", "discount", "decision", "what does it cost a year", "procurement", "objection", "hypothesis"]),
        ("zh-Hans", ["报价", "下一步", "预测", "公海", "折扣", "决策人", "一年的代价", "采购", "异议", "假设"]),
    ];

    public static async Task<IReadOnlyList<string>> Run(Site site)
    {
        var content = site.CopyContent();
        var bytes = ManyCourses.Add(content, Courses);
        Html(Path.Combine(content, "courses/discovery")); // warms up both sides
        ContentCompiler.Compile(Path.Combine(Checkout.Root, "content"));

        var bare = Stopwatch.StartNew();
        Html(Path.Combine(content, "courses"));
        bare.Stop();
        CompileResult? compiled = null;
        var before = Processor.Of(Environment.ProcessId);
        var (took, peak) = await Peak.Of(() =>
        {
            compiled = ContentCompiler.Compile(content, Catalogue.Empty);
            return Task.CompletedTask;
        });
        var cost = (Processor.Of(Environment.ProcessId) - before) / 1_000_000;
        if (compiled is not { Catalogue: { } catalogue, Errors: 0 })
            throw new InvalidOperationException($"The content has mistakes: {string.Join('\n', compiled!.Problems.Take(5))}");

        var lines = new List<string>
        {
            Say($"{catalogue.Courses.Count:N0} courses, {catalogue.Courses.Sum(course => course.Lessons.Count):N0} lessons, {catalogue.Families.Count:N0} families, {bytes / 1_000_000.0:0} MB of text"),
            Say($"compiled cold in {took.TotalSeconds:0.0} s (aim <= 20), peak memory {peak:N0} MB, processor time {cost:0.0} s"),
            Say($"bare Markdig {bare.Elapsed.TotalSeconds:0.0} s: {bytes / 1e6 / bare.Elapsed.TotalSeconds:0.0} MB/s against {bytes / 1e6 / took.TotalSeconds:0.0} MB/s, ratio {bare.Elapsed / took:0.00} (aim >= 0.3); by processor time {bare.Elapsed.TotalSeconds / cost:0.00}"),
        };
        lines.AddRange(await WhileTaught(site.Folder(), content, compiled));
        return [.. lines, Say($"machine load {Machine.Load}")];
    }

    // The library as it serves, with the watcher beside it: from the author's save until it is what readers get.
    private static async Task<IReadOnlyList<string>> WhileTaught(string data, string content, CompileResult compiled)
    {
        var options = new AcademyOptions { Data = data, Content = content };
        Fill(options.Archive, compiled.Catalogue!); // checked by the caller
        var library = new Library(
            options, new ContentArchive(options), (folder, previous) => previous == Catalogue.Empty ? compiled : ContentCompiler.Compile(folder, previous), new Clock(TimeProvider.System, TimeZoneInfo.Utc), NullLogger<Library>.Instance);
        library.Load();
        using var watcher = new ContentWatcher(library, options);
        await watcher.StartAsync(CancellationToken.None);
        await Noticed(library, content);
        var (visible, loads) = (new List<double>(), new List<double>());
        for (var change = 0; change < Changes; change++)
        {
            var hash = library.Now.Hash;
            await File.AppendAllTextAsync(Path.Combine(content, "courses", ManyCourses.Id(change * 100), "en/05-l5.md"), Say($"\nA passage more, number {change}.\n"));
            var saved = Stopwatch.GetTimestamp();
            using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
            while (library.Now.Hash == hash)
                await often.WaitForNextTickAsync();
            visible.Add(Stopwatch.GetElapsedTime(saved).TotalMilliseconds);
        }
        await watcher.StopAsync(CancellationToken.None);
        for (var change = 0; change < Changes; change++)
        {
            await File.AppendAllTextAsync(Path.Combine(content, "courses", ManyCourses.Id(change * 100 + 50), "en/05-l5.md"), Say($"\nA passage more, number {change}.\n"));
            var began = Stopwatch.GetTimestamp();
            library.Load();
            loads.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        using var search = new CourseSearch(library);
        var indexing = Stopwatch.GetTimestamp();
        search.Follow(library.Now);
        var indexed = Stopwatch.GetElapsedTime(indexing);
        return
        [
            Say($"one changed lesson visible after {Median(visible):0} ms, at most {visible.Max():0} (aim <= 500; 200 of them waiting for the editor to finish); read in {Median(loads):0} ms, at most {loads.Max():0}"),
            Say($"indexed for search in {indexed.TotalSeconds:0.0} s; {Searches:N0} searches in each language: {string.Join(", ", Asked.Select(asked => Search(search, asked.Locale, asked.Words)))} (aim p99 <= 20 ms)"),
        ];
    }

    // It begins to watch beside the start, folder by folder, and what is saved before that is not noticed.
    private static async Task Noticed(Library library, string content)
    {
        using var often = new PeriodicTimer(TimeSpan.FromSeconds(1));
        for (var (hash, number) = (library.Now.Hash, 0); library.Now.Hash == hash; number++)
        {
            await File.AppendAllTextAsync(Path.Combine(content, "courses", ManyCourses.Id(1), "en/05-l5.md"), Say($"\nNoticed, time {number}.\n"));
            await often.WaitForNextTickAsync();
        }
    }

    private static string Search(CourseSearch search, string locale, string[] words)
    {
        var took = new double[Searches];
        for (var number = 0; number < Searches; number++)
        {
            var began = Stopwatch.GetTimestamp();
            if (search.Ask(words[number % words.Length], locale, new HashSet<string>()).IsEmpty)
                throw new InvalidOperationException($"Nothing is found for {words[number % words.Length]}.");
            took[number] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }
        Array.Sort(took);
        return Say($"{locale} median {took[Searches / 2]:0.0} ms, p99 {took[Searches * 99 / 100]:0.0} ms");
    }

    // What the archive keeps at the first start, each file synced; here it only has to be there.
    private static void Fill(string archive, Catalogue catalogue)
    {
        Directory.CreateDirectory(archive);
        foreach (var entry in catalogue.Archive)
            File.WriteAllBytes(Path.Combine(archive, entry.Hash), entry.Bytes.Span);
        foreach (var asset in catalogue.Courses.SelectMany(course => course.Assets).DistinctBy(asset => asset.Hash))
            File.Copy(asset.FullPath, Path.Combine(archive, asset.Hash), overwrite: true);
    }

    private static void Html(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            Markdown.ToHtml(File.ReadAllText(file));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Say(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
