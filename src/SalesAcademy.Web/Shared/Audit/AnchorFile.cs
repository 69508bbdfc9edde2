using System.Text;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>
/// What the trunk said of itself, kept where whoever changes the database does not reach: a file outside the data folder that is only ever appended
/// to. Nodes that share it take turns.
/// </summary>
internal sealed class AnchorFile(string path)
{
    private const string Name = "trunk.anchor";

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <summary>The file of the configuration; null where none is named.</summary>
    /// <exception cref="InvalidOperationException">It lies in the data folder, where it would be forged together with the database.</exception>
    public static AnchorFile? Of(AcademyOptions options)
    {
        if (options.Anchor is not { } named)
            return null;
        var file = Directory.Exists(named) || System.IO.Path.EndsInDirectorySeparator(named) ? System.IO.Path.Combine(named, Name) : named;
        if (options.Database is null && !System.IO.Path.GetRelativePath(options.Data, file).StartsWith("..", StringComparison.Ordinal) && !System.IO.Path.IsPathRooted(System.IO.Path.GetRelativePath(options.Data, file)))
            throw new InvalidOperationException($"Academy:Anchor ({file}) lies in the data folder. Name a file outside of it, best on another machine.");
        return new AnchorFile(file);
    }

    /// <summary>The lines in order, read as they are asked for; null for one that cannot be read. What a kill has left half at the end is none yet.</summary>
    public IEnumerable<AnchorLine?> Lines()
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite), Encoding.ASCII);
        for (var line = reader.ReadLine(); line is not null;)
        {
            var next = reader.ReadLine();
            if (AnchorLine.Parse(line) is { } said)
                yield return said;
            else if (next is not null || EndsWithABreak())
                yield return null;
            line = next;
        }
    }

    /// <summary>Appends the head and returns when it is on the disk. Nothing is written where the file already reaches as far; it must reach as far as was kept.</summary>
    /// <exception cref="AnchorException">The file is not the one that was written before, or tells of events that the trunk does not have.</exception>
    public void Append(DateTime at, TrunkHead head, long kept, bool isRestored = false)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? path);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var last = Last(file);
        var reached = last?.Head.Sequence ?? 0;
        if (reached < kept)
            throw new AnchorException($"{path} reaches to event {reached}, but had been written as far as {kept}: it was removed, shortened or exchanged.");
        if (reached > head.Sequence && !isRestored)
            throw new AnchorException($"{path} tells of event {reached}, but the trunk ends at {head.Sequence}. If a backup was restored by hand, run: audit anchor --restored");
        if (reached == head.Sequence && !isRestored)
            return;
        file.Write(Encoding.ASCII.GetBytes($"{AnchorLine.After(last?.Seal ?? AnchorLine.FirstSeal, at, isRestored, head)}\n"));
        file.Flush(flushToDisk: true);
    }

    // Leaves the file at its end, without what a kill has left half there.
    private AnchorLine? Last(FileStream file)
    {
        const int Most = 1024; // some lines
        var tail = new byte[Math.Min(file.Length, Most)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var whole = Array.LastIndexOf(tail, (byte)'\n') + 1;
        file.SetLength(file.Length - (tail.Length - whole));
        file.Position = file.Length;
        var text = Encoding.ASCII.GetString(tail, 0, whole).TrimEnd('\n');
        return text.Length == 0 ? null : AnchorLine.Parse(text[(text.LastIndexOf('\n') + 1)..]) ?? throw new AnchorException($"The last line of {path} cannot be read.");
    }

    private bool EndsWithABreak()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = file.Length - 1;
        return file.ReadByte() == '\n';
    }
}

/// <summary>The anchor and the trunk do not fit each other; somebody must look.</summary>
internal sealed class AnchorException(string message) : Exception(message);
