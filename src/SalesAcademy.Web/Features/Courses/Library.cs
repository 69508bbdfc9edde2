using System.Collections.Concurrent;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>How a content folder is read, given what was taught until now: by the compiler, unless somebody has read the very folder before.</summary>
internal delegate CompileResult ReadContent(string folder, Catalogue previous);

/// <summary>The front door of Courses: the catalogue being taught now, and any that was taught before.</summary>
public sealed partial class Library : IHostedService, IWarmUp
{
    private const int MostRestored = 8;

    // A text is slow because of what it holds, or because the machine was busy; after so many more looks it is the text.
    private const int MostLooksAtSlow = 3;

    private readonly AcademyOptions options;
    private readonly ContentArchive archive;
    private readonly ReadContent read;
    private readonly Clock clock;
    private readonly ILogger<Library> log;
    private readonly ConcurrentDictionary<string, Catalogue?> earlier = new(StringComparer.Ordinal);
    private readonly Lock loading = new();
    private Task<CompileResult>? begun;
    private int looksAtSlow;
    private volatile Edition? last;
    private (IReadOnlyList<ArchiveEntry> Policies, string Under)? inForce;

    internal Library(AcademyOptions options, ContentArchive archive, ReadContent read, Clock clock, ILogger<Library> log) =>
        (this.options, this.archive, this.read, this.clock, this.log) = (options, archive, read, clock, log);

    /// <summary>What is taught now: whole, checked and archived; it never changes under a reader.</summary>
    public Catalogue Now => Current.Taught;

    /// <summary>What the folder holds, its own policies included, whether they are in force or not.</summary>
    public Catalogue Saved => Current.Check.Catalogue!; // compiled with a previous one, the result always has a catalogue

    /// <summary>What is wrong in the content folder, and which documents are served in their last good version because of it.</summary>
    public CompileResult LastCheck => Current.Check;

    /// <summary>When the folder was last looked at.</summary>
    public DateTime CheckedAt { get; private set; }

    /// <summary>Whether the last look failed as a whole (folder gone, archive full) or ran out of time over a text, so that no change of a file will announce its repair.</summary>
    internal bool MustLookAgain { get; private set; }

    /// <summary>The catalogue of that hash; null when it was never served here.</summary>
    public Catalogue? At(string hash)
    {
        if (Now.Hash == hash)
            return Now;
        if (earlier.Count > MostRestored)
            earlier.Clear();
        return earlier.GetOrAdd(hash, archive.Restore);
    }

    /// <summary>What is taught and what is saved, of one moment.</summary>
    internal (Catalogue Taught, Catalogue Saved) Both
    {
        get
        {
            var edition = Current;
            return (edition.Taught, edition.Check.Catalogue!); // as above
        }
    }

    /// <summary>Reads the content folder anew and swaps the catalogue in one step; what is broken stays as it was, and policies stay those in force.</summary>
    public void Load()
    {
        lock (loading)
        {
            CheckedAt = clock.Now;
            var previous = last?.Check.Catalogue ?? Catalogue.Empty;
            try
            {
                // An unmounted or forbidden folder looks empty; its courses have not been withdrawn.
                using (File.OpenRead(Path.Combine(options.Content, "academy.yml")))
                    MustLookAgain = false;
                Swap(Interlocked.Exchange(ref begun, null) is { } first && previous == Catalogue.Empty ? first.GetAwaiter().GetResult() : read(options.Content, previous));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                MustLookAgain = true;
                NotLoaded(log, previous.Hash, e);
                var problem = new ContentProblem(ProblemSeverity.Error, "academy.yml", 0, new("content-unavailable", e.Message));
                var nothing = new CompileResult(previous, [problem], [.. last?.Check.KeptBack ?? []]);
                last = new(nothing, nothing, last?.Taught ?? previous);
                return;
            }

            looksAtSlow = LastCheck.Problems.Any(problem => problem.Code == "markup-slow") ? looksAtSlow + 1 : 0;
            MustLookAgain = looksAtSlow is > 0 and <= MostLooksAtSlow;
            Loaded(log, Now.Courses.Count, Now.Hash, LastCheck.Errors, LastCheck.Warnings);
        }
    }

    /// <summary>Teaches and decides by these policies from now on, whatever the folder holds.</summary>
    /// <param name="policies">The files.</param>
    /// <param name="under">The catalogue they were activated with, in which all that they name was there.</param>
    internal void PutInForce(IReadOnlyList<ArchiveEntry> policies, string under)
    {
        lock (loading)
        {
            inForce = (policies, under);
            Swap(Current.Found);
        }
    }

    /// <summary>The image of that address, of the catalogue or of an earlier one being looked at.</summary>
    internal CourseAsset? FindAsset(string course, string url) =>
        earlier.Values.OfType<Catalogue>().Prepend(Now).SelectMany(catalogue => catalogue.FindCourse(course)?.Assets ?? []).FirstOrDefault(asset => asset.Url == url);

    void IWarmUp.Begin() => begun = Task.Run(() => read(options.Content, Catalogue.Empty));

    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        FirstCheck();
        return Task.CompletedTask;
    }

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Edition Current => last ?? FirstCheck();

    private void Swap(CompileResult found)
    {
        var check = found;
        var previous = last?.Taught ?? Catalogue.Empty;
        var taught = inForce is { } force && !Has(check.Catalogue!, force.Policies) ? Under(ref check, force.Policies, force.Under, previous) : check.Catalogue!; // compiled with a previous one
        taught = taught.Hash == previous.Hash ? previous : taught;
        archive.Keep(taught);
        if (previous != taught && previous != Catalogue.Empty)
            earlier[previous.Hash] = previous;
        last = new(found, check, taught);
    }

    // Where the folder no longer has what the policies name, it is taken from what was taught last, or after a restart from the archive.
    private Catalogue Under(ref CompileResult check, IReadOnlyList<ArchiveEntry> policies, string activatedUnder, Catalogue previous)
    {
        var result = ContentCompiler.Under(check.Catalogue!, policies, previous); // as above
        if (!Has(result.Catalogue!, policies) && archive.Restore(activatedUnder) is { } then)
            result = ContentCompiler.Under(check.Catalogue!, policies, then);
        if (!Has(result.Catalogue!, policies))
            NotInForce(log, string.Join(", ", policies.Select(policy => policy.Hash)));
        check = check with { Problems = [.. check.Problems, .. result.Problems.Except(check.Problems)], KeptBack = [.. check.KeptBack.Union(result.KeptBack, StringComparer.Ordinal)] };
        return result.Catalogue!;
    }

    private static bool Has(Catalogue catalogue, IReadOnlyList<ArchiveEntry> policies) => catalogue.Policies.Select(policy => policy.Hash).SequenceEqual(policies.Select(policy => policy.Hash));

    // Commands such as a first import read the catalogue without the site being started.
    private Edition FirstCheck()
    {
        lock (loading)
        {
            if (last is null)
                Load();
            return last!; // loaded above
        }
    }

    /// <summary>What the folder gave, what is to be said of it, and what is taught of it under the policies in force.</summary>
    private sealed record Edition(CompileResult Found, CompileResult Check, Catalogue Taught);

    [LoggerMessage(1, LogLevel.Information, "Content loaded: {Courses} courses, version {Hash}, {Errors} errors, {Warnings} warnings")]
    private static partial void Loaded(ILogger logger, int courses, string hash, int errors, int warnings);

    [LoggerMessage(2, LogLevel.Error, "Content could not be read or kept; version {Hash} stays")]
    private static partial void NotLoaded(ILogger logger, string hash, Exception e);

    [LoggerMessage(3, LogLevel.Critical, "The policies in force ({Policies}) cannot be put together with the content; those in the folder decide until they can")]
    private static partial void NotInForce(ILogger logger, string policies);
}
