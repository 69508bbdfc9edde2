using System.Formats.Tar;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>
/// A content folder as it was at a git revision, laid out in a folder of its own until it is disposed; or another folder as it is. Git is asked and never told:
/// nothing in the repository changes.
/// </summary>
internal sealed class ContentRevision : IDisposable
{
    private readonly string? own;

    private ContentRevision(string folder, string? own, string? fault) => (Folder, this.own, Fault) = (folder, own, fault);

    /// <summary>Where it lies.</summary>
    public string Folder { get; }

    /// <summary>Why there is nothing to read; null when there is.</summary>
    public string? Fault { get; }

    /// <param name="folder">The content folder in a working copy.</param>
    /// <param name="name">A revision, or a folder that holds an academy.</param>
    /// <param name="git">The program.</param>
    /// <param name="cancellation">Stops early.</param>
    public static async Task<ContentRevision> Open(string folder, string name, string git, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(name, "academy.yml")))
            return new(name, own: null, fault: null);
        var laidOut = Directory.CreateTempSubdirectory("academy-revision-").FullName;
        try
        {
            return new(laidOut, laidOut, await LayOut(new Git(Path.GetFullPath(folder), git), name, laidOut, cancellation));
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new(laidOut, laidOut, $"The content of {name} cannot be laid out: {problem.Message}");
        }
    }

    public void Dispose()
    {
        if (own is not null)
            Directory.Delete(own, recursive: true);
    }

    private static async Task<string?> LayOut(Git git, string name, string to, CancellationToken cancellation)
    {
        if (await git.Ask(["rev-parse", "--show-toplevel"], cancellation) is not { Fault: null, Text: var top })
            return git.IsMissing ? "git is not installed, and a revision is read with it: install it, or name a folder instead." : $"{git.Folder} is not in the working copy of a git repository: name a folder instead of a revision.";
        var inside = (await git.Ask(["rev-parse", "--show-prefix"], cancellation)).Text.TrimEnd('/');
        if (await git.Ask(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{name}^{{commit}}"], cancellation) is not { Fault: null, Text: var commit })
            return $"There is no revision '{name}', and no folder of that name with an academy.yml in it.";
        if (await git.Ask(["rev-parse", "--verify", "--quiet", inside.Length == 0 ? $"{commit}^{{tree}}" : $"{commit}:{inside}"], cancellation) is not { Fault: null, Text: var tree })
            return $"At {name} there was no {inside}.";
        // From the top: below it, git would look for the same folder once more inside the tree.
        return await (git with { Folder = top }).Read(["archive", "--format=tar", tree], async files => await TarFile.ExtractToDirectoryAsync(files, to, overwriteFiles: false, cancellation), cancellation) is { } fault
            ? $"git could not read {name}: {fault}" : null;
    }
}
