using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>A file as somebody sent it.</summary>
internal sealed record SentFile(string Name, byte[] Bytes);

/// <summary>Files that were looked at and not yet brought in: on the disk, for an hour, so that looking at one writes no row.</summary>
internal sealed class UploadShelf(AcademyOptions options, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The import that a file is: the same bytes are the same import.</summary>
    public static Guid IdOf(ReadOnlySpan<byte> bytes) => new(SHA256.HashData(bytes).AsSpan(0, 16));

    /// <summary>Keeps a file under its id; one that is there already begins its hour again.</summary>
    public async Task<Guid> Keep(SentFile file, CancellationToken cancellation)
    {
        var id = IdOf(file.Bytes);
        var unfinished = $"{PathOf(id)}.{Guid.CreateVersion7(time.GetUtcNow()):N}.tmp";
        Directory.CreateDirectory(options.Uploads);
        Tidy();
        try
        {
            await File.WriteAllBytesAsync(unfinished, [.. Encoding.UTF8.GetBytes(file.Name + '\n'), .. file.Bytes], cancellation);
            File.SetLastWriteTimeUtc(unfinished, time.GetUtcNow().UtcDateTime);
            File.Move(unfinished, PathOf(id), overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return id;
    }

    public async Task<SentFile?> Find(Guid id, CancellationToken cancellation)
    {
        try
        {
            var all = await File.ReadAllBytesAsync(PathOf(id), cancellation);
            var name = Array.IndexOf(all, (byte)'\n');
            return new SentFile(Encoding.UTF8.GetString(all, 0, name), all[(name + 1)..]);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Discard(Guid id) => File.Delete(PathOf(id));

    /// <summary>Throws away what nobody said yes to.</summary>
    public void Tidy()
    {
        if (!Directory.Exists(options.Uploads))
            return;
        var over = (time.GetUtcNow() - Kept).UtcDateTime;
        foreach (var file in Directory.EnumerateFiles(options.Uploads).Where(file => File.GetLastWriteTimeUtc(file) < over))
            File.Delete(file);
    }

    private string PathOf(Guid id) => Path.Combine(options.Uploads, id.ToString("N"));
}
