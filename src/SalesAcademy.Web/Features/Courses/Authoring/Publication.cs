using SalesAcademy.Content;
using SalesAcademy.Content.Editing;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A file to be published, with the hash of what its author began from; null when there was none.</summary>
internal sealed record PublishedFile(string Path, byte[] Bytes, string? BeganFrom)
{
    /// <summary>Where a large file lies, in place of its bytes; null for all others.</summary>
    public string? At { get; init; }

    /// <summary>Names exactly what is to be written.</summary>
    public string Hash { get; init; } = ContentHash.Of(Bytes);
}

/// <summary>Why nothing was published.</summary>
internal enum PublicationFault
{
    /// <summary>A path that is not edited here.</summary>
    NotEdited,

    /// <summary>A link on the way to the file: what would be written over is somewhere else.</summary>
    Linked,

    /// <summary>The file is another than the one the author began from.</summary>
    Changed,

    /// <summary>The content would have errors.</summary>
    Faulty,

    /// <summary>The folder could not be written.</summary>
    Unwritable,

    /// <summary>The folder is kept in git, and git does not take a commit now.</summary>
    NotCommitted,
}

/// <summary>What came of it.</summary>
/// <param name="Fault">Null when all is written, and committed where the folder is kept in git.</param>
/// <param name="Detail">The file concerned, or what the disk or git said.</param>
/// <param name="Check">What checking the content with the files in place gave, where it came so far.</param>
/// <param name="Commit">The commit, where there is one.</param>
internal sealed record PublicationOutcome(PublicationFault? Fault, string? Detail = null, CompileResult? Check = null, string? Commit = null);

/// <summary>
/// Puts edited files into the content folder: all of them or none, only onto what their author began from, and only where the content stays without errors.
/// Two at once are kept apart by the one writer of the ledger, inside whose transaction this runs.
/// </summary>
/// <param name="Folder">The content folder.</param>
/// <param name="Program">Git.</param>
internal sealed record Publication(string Folder, string Program)
{
    /// <summary>How long git may take to commit; a hook of the repository may want to look at the text.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public async Task<PublicationOutcome> Run(IReadOnlyList<PublishedFile> files, Authorship authorship, CancellationToken cancellation)
    {
        // Images first: a text that names one never stands there without it.
        files = [.. files.OrderBy(file => ContentEditing.IsText(file.Path))];
        if (files.FirstOrDefault(file => !ContentEditing.IsText(file.Path) && !ContentEditing.IsImage(file.Path) && !ContentEditing.IsRecording(file.Path)) is { } stranger)
            return new(PublicationFault.NotEdited, stranger.Path);
        var replaced = new ReplacedFiles(Path.GetFullPath(Folder));
        if (files.FirstOrDefault(file => replaced.IsLinked(file.Path)) is { } linked)
            return new(PublicationFault.Linked, linked.Path);
        if (files.FirstOrDefault(file => replaced.HashOf(file.Path) != file.BeganFrom) is { } changed)
            return new(PublicationFault.Changed, changed.Path);
        var check = ContentEditing.Check(Folder, [.. files.Select(file => new EditedFile(file.Path, file.Bytes) { At = file.At })], previous: null, cancellation);
        if (check.Errors > 0)
            return new(PublicationFault.Faulty, Check: check);
        var history = new ContentHistory(new Git(Path.GetFullPath(Folder), Program), [.. files.Select(file => file.Path)]);
        var (isKept, obstacle) = await history.Look(cancellation);
        if (obstacle is not null)
            return new(PublicationFault.NotCommitted, obstacle, check);

        // From here on nobody who closes a page leaves half of it behind.
        if (await replaced.Write(files) is { } unwritten)
            return new(PublicationFault.Unwritable, unwritten, check);
        if (!isKept)
            return new(Fault: null, Check: check);
        var (commit, fault) = await history.Commit(authorship, Patience);
        if (fault is null)
            return new(Fault: null, Check: check, Commit: commit);
        replaced.PutBack();
        return new(PublicationFault.NotCommitted, fault, check);
    }
}
