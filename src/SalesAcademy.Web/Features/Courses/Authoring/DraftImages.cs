using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content.Editing;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>The images of drafts, and which of them their texts show.</summary>
internal static class DraftImages
{
    private static readonly string[] Endings = [.. AddedRecording.Endings.Select(ending => $".{ending}")];

    public static async Task<IReadOnlyList<DraftImageRow>> Of(AcademyDb db, IReadOnlyList<DraftRow> drafts, CancellationToken cancellation)
    {
        var ids = drafts.Select(draft => draft.Id).ToArray();
        return await db.Set<DraftImageRow>().AsNoTracking().Where(image => ids.Contains(image.Draft)).OrderBy(image => image.Path).ToListAsync(cancellation);
    }

    /// <summary>What is at the address that a preview gives an image of an open draft; for those who write content.</summary>
    public static async Task<DraftImageRow?> Find(AcademyDb db, string course, string hash, string name, CancellationToken cancellation)
    {
        var path = $"courses/{course}/assets/{name}";
        var named = await (
            from image in db.Set<DraftImageRow>()
            join draft in db.Set<DraftRow>() on image.Draft equals draft.Id
            where draft.ClosedAt == null && image.Path == path
            select image).AsNoTracking().ToListAsync(cancellation);
        return named.Find(image => image.Hash.StartsWith(hash, StringComparison.Ordinal));
    }

    /// <summary>Whether a text shows an image or plays a recording, of which captions and transcripts are a part.</summary>
    public static bool Names(string text, string path)
    {
        if (!ContentEditing.IsRecording(path) || ContentEditing.IsPlayed(path))
            return NamesOne(text, path);
        var named = Path.ChangeExtension(path, null); // claim.en.vtt: of claim.webm, or of claim.en.webm
        return Endings.Any(ending => NamesOne(text, named + ending) || NamesOne(text, Path.ChangeExtension(named, null) + ending));
    }

    // What it adds after the name belongs to no other name.
    private static bool NamesOne(string text, string path)
    {
        var name = $"../assets/{Path.GetFileName(path)}";
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
            if (at + name.Length == text.Length || !(char.IsAsciiLetterOrDigit(text[at + name.Length]) || text[at + name.Length] is '.' or '_' or '-'))
                return true;
        return false;
    }
}
