using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content.Editing;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>Where the recordings of drafts lie: too large for a database, and never in memory as a whole. A file is whole and on the disk before anything says that it is there.</summary>
internal sealed class DraftShelf(AcademyOptions options, TimeProvider time)
{
    // Longer than a draft takes to say that a file is its own.
    private static readonly TimeSpan Unclaimed = TimeSpan.FromHours(1);

    private string Folder => Path.Combine(options.Recordings, "drafts");

    /// <summary>Where it lies; null for what is kept in its row.</summary>
    public string? PathOf(DraftImageRow kept) => ContentEditing.IsPlayed(kept.Path) ? PathOf(kept.Hash) : null;

    public string PathOf(string hash) => Path.Combine(Folder, hash);

    /// <summary>Puts what arrives there and gives its hash, the name under which it lies.</summary>
    public async Task<string> Keep(Stream content, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var unfinished = Path.Combine(Folder, $"{Guid.NewGuid():N}.tmp");
        try
        {
            string hash;
            await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await content.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
                file.Position = 0;
                hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
            }

            File.Move(unfinished, PathOf(hash), overwrite: true);
            File.SetLastWriteTimeUtc(PathOf(hash), time.GetUtcNow().UtcDateTime);
            return hash;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Takes away what no draft holds any more: it is published, thrown away, or was refused.</summary>
    public async Task Tidy(AcademyDb db, CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder))
            return;
        var held = await db.Set<DraftImageRow>().Select(image => image.Hash).Distinct().ToListAsync(cancellation);
        foreach (var file in new DirectoryInfo(Folder).EnumerateFiles().Where(file => !held.Contains(file.Name) && file.LastWriteTimeUtc + Unclaimed < time.GetUtcNow().UtcDateTime))
            file.Delete();
    }
}
