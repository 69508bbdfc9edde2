using System.Collections.Concurrent;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>The front door of Courses: the catalogue being taught now, and any that was taught before.</summary>
public sealed partial class Library : IHostedService
{
    private const int MostRestored = 8;

    private readonly AcademyOptions options;
    private readonly ContentArchive archive;
    private readonly ILogger<Library> log;
    private readonly ConcurrentDictionary<string, Catalogue?> earlier = new(StringComparer.Ordinal);
    private readonly Lock loading = new();
    private volatile CompileResult last = new(Catalogue.Empty, [], []);

    internal Library(AcademyOptions options, ContentArchive archive, ILogger<Library> log) =>
        (this.options, this.archive, this.log) = (options, archive, log);

    /// <summary>What is taught now: whole, checked and archived; it never changes under a reader.</summary>
    public Catalogue Now => last.Catalogue!; // compiled with a previous one, the result always has a catalogue

    /// <summary>What is wrong in the content folder, and which documents are served in their last good version because of it.</summary>
    public CompileResult LastCheck => last;

    /// <summary>The catalogue of that hash; null when it was never served here.</summary>
    public Catalogue? At(string hash)
    {
        if (Now.Hash == hash)
            return Now;
        if (earlier.Count > MostRestored)
            earlier.Clear();
        return earlier.GetOrAdd(hash, archive.Restore);
    }

    /// <summary>Reads the content folder anew and swaps the catalogue in one step; what is broken stays as it was.</summary>
    public void Load()
    {
        lock (loading)
        {
            var previous = Now;
            var result = ContentCompiler.Compile(options.Content, previous);
            archive.Keep(result.Catalogue!);
            if (previous.Hash != result.Catalogue!.Hash && previous != Catalogue.Empty)
                earlier[previous.Hash] = previous;
            last = result;
            Loaded(log, result.Catalogue.Courses.Count, result.Catalogue.Hash, result.Errors, result.Warnings);
        }
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        Load();
        return Task.CompletedTask;
    }

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Content loaded: {Courses} courses, version {Hash}, {Errors} errors, {Warnings} warnings")]
    private static partial void Loaded(ILogger logger, int courses, string hash, int errors, int warnings);
}
