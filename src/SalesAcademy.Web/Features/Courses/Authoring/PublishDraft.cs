using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>
/// Puts a draft that somebody else has looked at into the content folder, and into git where the folder is kept there. The disk and git take their time, so it
/// is done before the ledger hears of it; a stop in between leaves a file that equals the draft, and publishing again only says so.
/// </summary>
internal sealed class PublishDraft(KeepDrafts drafts, DraftCheck check, Library library, DraftShelf shelf, AcademyOptions options, IDbContextFactory<AcademyDb> contexts) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>
    /// Refused: draft-gone, draft-newer, draft-open when it was not handed in, draft-own for its author while others could look at it, publication-changed when the
    /// file is another than the draft began from, publication-faulty, publication-linked, publication-unwritable, publication-notcommitted with what stands in the way.
    /// </summary>
    public async Task<Decision<int>> Run(Act act, string path, int version, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            if (act.Actor is not { } reviewer || !ContentEditing.IsText(path))
                return Refusal.NotFound;
            if (await KeepDrafts.Open(db, path, cancellation) is not { } draft)
                return new Refusal("draft-gone");
            if (draft.Version != version)
                return new Refusal("draft-newer");
            var set = await KeepDrafts.With(db, draft, cancellation);
            if (set.Any(one => one.SubmittedAt is null))
                return new Refusal("draft-open");
            if (!await MayPass(db, set, reviewer))
                return new Refusal("draft-own");
            if (set.Any(one => ContentEditing.Read(options.Content, one.Path) is null && !ContentEditing.IsFree(options.Content, one.Path)))
                return Refusal.NotFound;
            PublishedFile[] texts = [.. set.OrderBy(one => ContentEditing.IsPath(one.Path)).ThenBy(one => EditedPlace.Of(one.Path).IsLesson).Select(one => new PublishedFile(one.Path, check.Bytes(one.Path, one.Text), one.BeganFrom.Length > 0 ? one.BeganFrom : null))];
            PublishedFile[] images = [.. (await DraftImages.Of(db, set, cancellation)).Where(image => set.Any(one => DraftImages.Names(one.Text, image.Path))).Select(image => new PublishedFile(image.Path, image.Content, BeganFrom: null) { At = shelf.PathOf(image), Hash = image.Hash }).DistinctBy(image => image.Path)];
            var (hashes, standing) = (texts.ToDictionary(file => file.Path, file => file.Hash, StringComparer.Ordinal), new ReplacedFiles(Path.GetFullPath(options.Content)));
            PublishedFile[] changed = [.. texts.Concat(images).Where(file => standing.HashOf(file.Path) != file.Hash)];
            if (images.FirstOrDefault(image => changed.Contains(image) && standing.HashOf(image.Path) is not null) is { } taken)
                return new Refusal("image-taken", Path.GetFileName(taken.Path));
            string? commit = null;
            if (changed.Length > 0)
            {
                var outcome = await new Publication(options.Content, "git").Run(changed, await Of(db, draft.Author, reviewer, set, cancellation), cancellation);
                if (outcome.Fault is { } fault)
                    return new Refusal($"publication-{fault.ToString().ToLowerInvariant()}", outcome.Detail ?? "");
                commit = outcome.Commit;
            }

            var published = await drafts.Publish(act, path, version, hashes, commit);
            library.Load(); // whoever comes back from this finds it taught
            return published;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Whether somebody may let a draft pass: none of those who wrote it, as long as anybody else could; where all have, not who wrote last, unless nobody else
    /// works here.
    /// </summary>
    public static async Task<bool> MayPass(AcademyDb db, IReadOnlyList<DraftRow> set, Guid reviewer)
    {
        var (writers, could) = (await Writers(db, set), await Staff.Holding(db, Role.Author, Role.Admin));
        return !writers.Contains(reviewer) || (could.TrueForAll(writers.Contains) && (set.All(draft => draft.Author != reviewer) || could.TrueForAll(other => other == reviewer)));
    }

    public void Dispose() => turn.Dispose();

    // Who saved it last, and whoever had when it was handed in before.
    private static async Task<HashSet<Guid>> Writers(AcademyDb db, IReadOnlyList<DraftRow> set)
    {
        var (drafts, type) = (set.Select(draft => draft.Id).ToArray(), EventTrunk.NameOf(typeof(DraftSubmitted)));
        var handedIn = await db.Set<EventRow>().AsNoTracking().Where(happened => drafts.Contains(happened.Subject) && happened.Type == type).ToListAsync();
        return [.. set.Select(draft => draft.Author), .. handedIn.Select(EventTrunk.Read).OfType<DraftSubmitted>().Select(submitted => submitted.Author)];
    }

    private static async Task<Authorship> Of(AcademyDb db, Guid author, Guid reviewer, IReadOnlyList<DraftRow> set, CancellationToken cancellation)
    {
        var others = (await Writers(db, set)).Where(writer => writer != author).ToArray();
        var named = await db.Set<PersonRow>().Where(person => person.Id == author || person.Id == reviewer || others.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => (person.Name, person.Email), cancellation);
        var message = set.Any(draft => draft.BeganFrom.Length == 0) ? $"Begin {set.Select(draft => draft.Path).Order(StringComparer.Ordinal).First()}" : $"Edit {set[0].Path}";
        if (others.Length > 0)
            message += "\n\n" + string.Join('\n', others.Select(other => $"Co-authored-by: {named[other].Name.ReplaceLineEndings(" ")} <{named[other].Email}>").Order(StringComparer.Ordinal));
        return new(named[author].Name, named[author].Email, named[reviewer].Name, named[reviewer].Email, message);
    }
}
