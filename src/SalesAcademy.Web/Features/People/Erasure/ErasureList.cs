using System.Globalization;
using System.Text;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Audit;

namespace SalesAcademy.Web.Features.People.Erasure;

/// <summary>
/// Who was erased, as ids only, in a file beside the anchor: outside the data folder, so that it is still there when an older backup is restored, and
/// whoever that brings back is erased again. Only ever appended to.
/// </summary>
internal sealed class ErasureList(AcademyOptions options)
{
    private const string Name = "erasures.list";

    private readonly Lock writing = new();

    /// <summary>Null where no anchor is configured: then there is no place outside.</summary>
    public string? Path => AnchorFile.Of(options) is { Path: var anchor } && System.IO.Path.GetDirectoryName(anchor) is { } folder ? System.IO.Path.Combine(folder, Name) : null;

    /// <summary>Everybody on it, each once. What a kill has left half at the end is nobody yet.</summary>
    public IReadOnlyList<Guid> People() => Path is { } path && File.Exists(path)
        ? [.. File.ReadLines(path).Select(line => line.Split(' ')).Where(parts => parts.Length == 2).Select(parts => Guid.TryParseExact(parts[1], "D", out var person) ? person : Guid.Empty).Where(person => person != Guid.Empty).Distinct()]
        : [];

    /// <summary>Adds who is not on it, and returns when it is on the disk.</summary>
    public void Add(DateTime at, IEnumerable<Guid> people)
    {
        if (Path is not { } path)
            return;
        lock (writing)
        {
            var missing = people.Except(People()).ToArray();
            if (missing.Length == 0)
                return;
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!); // beside the anchor, so never a root
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            var needsBreak = file.Length > 0 && EndsWithout(file, (byte)'\n');
            file.Seek(0, SeekOrigin.End);
            foreach (var person in missing)
            {
                file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(needsBreak ? "\n" : "")}{at:yyyy-MM-ddTHH:mm:ssZ} {person:D}\n")));
                needsBreak = false;
            }

            file.Flush(flushToDisk: true);
        }
    }

    private static bool EndsWithout(FileStream file, byte last)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != last;
    }
}
