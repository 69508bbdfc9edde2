using SalesAcademy.Content;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Keeps every document that was ever served, by its hash, so that any attempt, certificate or decision can be shown as it was.</summary>
internal sealed class ContentArchive(AcademyOptions options)
{
    private string Folder => options.DataFile("archive");

    /// <summary>Keeps what is not kept yet; a file appears under its hash only when it is whole and on disk.</summary>
    public void Keep(Catalogue catalogue)
    {
        Directory.CreateDirectory(Folder);
        foreach (var entry in catalogue.Archive)
        {
            var path = Path.Combine(Folder, entry.Hash);
            if (File.Exists(path))
                continue;
            var partial = $"{path}.{Guid.CreateVersion7():N}.partial";
            using (var file = new FileStream(partial, FileMode.CreateNew))
            {
                file.Write(entry.Bytes.Span);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
        }
    }

    /// <summary>Compiles the catalogue of that hash anew from what was kept; null when it was never served here.</summary>
    public Catalogue? Restore(string catalogueHash)
    {
        if (!File.Exists(Path.Combine(Folder, catalogueHash)))
            return null;
        var folder = Directory.CreateTempSubdirectory("academy-content-").FullName;
        try
        {
            foreach (var (hash, path) in Manifest(catalogueHash))
                if (path.EndsWith(".yml", StringComparison.Ordinal))
                    Copy(hash, Path.Combine(folder, path));
                else
                    foreach (var (file, name) in Manifest(hash))
                        Copy(file, Path.Combine(folder, name));
            return ContentCompiler.Compile(folder, Catalogue.Empty).Catalogue;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IEnumerable<(string Hash, string Path)> Manifest(string hash) =>
        File.ReadLines(Path.Combine(Folder, hash)).Select(line => (line[..64], line[65..]));

    private void Copy(string hash, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine(Folder, hash), to);
    }
}
