using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>
/// Drafts saved, handed in, sent back, thrown away. Each step names the version it has seen: refused with draft-newer when somebody has saved since, and with
/// draft-gone when there is no draft any more. Nothing of the refused text is lost; its page shows both. Drafts that are published together are handed in, sent
/// back and thrown away together too.
/// </summary>
internal sealed class KeepDrafts(ILedger ledger, AcademyOptions options)
{
    /// <summary>More characters than any page should have.</summary>
    public const int Longest = 200_000;

    // One after another: a save takes a moment, and drafts published together are not locked in two orders.
    private const string Turn = "drafts";

    private const int HashLength = 64;

    /// <summary>A longer wish is a conversation.</summary>
    public const int LongestWish = 1000;

    /// <summary>Refused: not-found for a page that is not edited here, draft-long, draft-same when nothing differs from the file, draft-newer, draft-gone, image-taken.</summary>
    public Task<Decision<int>> Save(Act act, string path, string? text, int version, string? beganFrom, params IReadOnlyList<AddedImage> added)
    {
        var standing = ContentEditing.Read(options.Content, path);
        var words = Plain(text ?? "");
        return ledger.Run<int>(act, async entry =>
        {
            if (entry.Act.Actor is not { } author)
                return Refusal.NotFound;
            if (words.Length > Longest)
                return new Refusal("draft-long", Longest);
            await entry.Hold(Turn);
            var draft = await Open(entry.Db, path);
            if (standing is null && (draft is null || !ContentEditing.IsFree(options.Content, path)))
                return Refusal.NotFound;
            if ((draft?.Version ?? 0) != version)
                return new Refusal(draft is null ? "draft-gone" : "draft-newer");
            if (draft is null)
            {
                if (words == Plain(standing!.Text)) // not found above without a draft
                    return new Refusal("draft-same");
                draft = new DraftRow
                {
                    Id = entry.NewId(),
                    Path = path,
                    Author = author,
                    Text = words,
                    BeganFrom = beganFrom?.Length == standing.Hash.Length ? beganFrom : standing.Hash,
                    Version = 0,
                    EditedAt = entry.Act.At,
                };
                entry.Db.Add(draft);
            }

            foreach (var image in added)
                if (await Add(entry, draft, image) is { } refused)
                    return refused;
            foreach (var handedIn in (await With(entry.Db, draft)).Where(other => other != draft && other.SubmittedAt is not null))
                (handedIn.SubmittedAt, handedIn.Version) = (null, handedIn.Version + 1);
            (draft.Text, draft.Author, draft.EditedAt, draft.SubmittedAt) = (words, author, entry.Act.At, null);
            return ++draft.Version;
        });
    }

    /// <summary>Begins files that do not stand in the folder yet; they are published together or not at all. Refused: draft-raced when somebody has begun other files of the course than those planned.</summary>
    public Task<Decision<int>> Start(Act act, IReadOnlyList<(string Path, string Text)> files, IReadOnlyList<string> planned) => ledger.Run<int>(act, async entry =>
    {
        if (entry.Act.Actor is not { } author)
            return Refusal.NotFound;
        await entry.Hold(Turn);
        var course = $"courses/{EditedPlace.Of(files[0].Path).Course}/";
        var begun = await entry.Db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.BeganFrom == "").Select(draft => draft.Path).ToListAsync();
        if (begun.Except(planned, StringComparer.Ordinal).Any(path => path.StartsWith(course, StringComparison.Ordinal)))
            return new Refusal("draft-raced");
        var together = entry.NewId();
        foreach (var (path, text) in files)
            entry.Db.Add(new DraftRow { Id = entry.NewId(), Path = path, Together = together, Author = author, Text = Plain(text), BeganFrom = "", Version = 1, EditedAt = entry.Act.At });
        return 1;
    });

    /// <summary>
    /// Puts a path's file among the drafts of a course that is begun, to be published together with it, in place of the path that was among them before. Refused:
    /// path-taken while somebody else's draft of it is open.
    /// </summary>
    public Task<Decision<int>> Lead(Act act, string course, int version, string path, string text, string beganFrom) => ledger.Run<int>(act, async entry =>
    {
        if (entry.Act.Actor is not { } author)
            return Refusal.NotFound;
        await entry.Hold(Turn);
        if (await Open(entry.Db, course) is not { Together: { } together } draft)
            return new Refusal("draft-gone");
        if (draft.Version != version)
            return new Refusal("draft-newer");
        var (set, standing) = (await With(entry.Db, draft), await Open(entry.Db, path));
        if (standing is not null && standing.Together != together)
            return new Refusal("path-taken");
        foreach (var other in set.Where(other => ContentEditing.IsPath(other.Path) && other != standing))
            other.ClosedAt = entry.Act.At;
        if (standing is null)
            entry.Db.Add(new DraftRow { Id = entry.NewId(), Path = path, Together = together, Author = author, Text = Plain(text), BeganFrom = beganFrom, Version = 1, EditedAt = entry.Act.At });
        else
            (standing.Text, standing.Author, standing.EditedAt) = (Plain(text), author, entry.Act.At);
        foreach (var one in set)
            (one.SubmittedAt, one.Version) = (null, one.Version + 1);
        return draft.Version;
    });

    /// <summary>Its author has looked at the file as it stands now, and means the draft to replace that.</summary>
    public Task<Decision<int>> Begin(Act act, string path, int version, string? hash) => Change(act, path, version, (_, drafts) =>
    {
        var draft = drafts[0];
        draft.BeganFrom = hash is null or { Length: HashLength } ? hash ?? "" : draft.BeganFrom;
        return null;
    });

    public Task<Decision<int>> Submit(Act act, string path, int version) => Change(act, path, version, (entry, drafts) =>
    {
        foreach (var draft in drafts.Where(draft => draft.SubmittedAt is null))
        {
            (draft.SubmittedAt, draft.Wish) = (entry.Act.At, null);
            entry.Record(new DraftSubmitted(draft.Id, draft.Path, draft.Author));
        }
        return null;
    });

    /// <summary>Refused: wish-empty without a word of what is to change, draft-open when it was not handed in.</summary>
    public Task<Decision<int>> SendBack(Act act, string path, int version, string? wish) => Change(act, path, version, (entry, drafts) =>
    {
        if (wish?.Trim() is not { Length: > 0 and <= LongestWish } words)
            return new Refusal("wish-empty", LongestWish);
        if (drafts.Any(draft => draft.SubmittedAt is null))
            return new Refusal("draft-open");
        foreach (var draft in drafts)
        {
            (draft.SubmittedAt, draft.Reviewer, draft.Wish) = (null, entry.Act.Actor, words);
            entry.Record(new DraftSentBack(draft.Id, draft.Path, draft.Author));
        }
        return null;
    });

    /// <summary>With all that is published together with it; a path alone is taken out of what it leads to.</summary>
    public Task<Decision<int>> Discard(Act act, string path, int version) => Change(act, path, version, (entry, drafts) =>
    {
        foreach (var draft in ContentEditing.IsPath(path) ? drafts.Take(1) : drafts)
            draft.ClosedAt = entry.Act.At;
        return null;
    });

    /// <summary>That it stands in the folder; who let it pass is the actor.</summary>
    public Task<Decision<int>> Publish(Act act, string path, int version, IReadOnlyDictionary<string, string> fileHashes, string? commit) => Change(act, path, version, (entry, drafts) =>
    {
        foreach (var draft in drafts)
        {
            (draft.ClosedAt, draft.Reviewer) = (entry.Act.At, entry.Act.Actor);
            entry.Record(new DraftPublished(draft.Id, draft.Path, draft.Author, fileHashes[draft.Path], commit));
        }
        return null;
    });

    public static Task<DraftRow?> Open(AcademyDb db, string path, CancellationToken cancellation = default) =>
        db.Set<DraftRow>().SingleOrDefaultAsync(draft => draft.Path == path && draft.ClosedAt == null, cancellation);

    /// <summary>A draft and all that are published together with it; itself first.</summary>
    public static async Task<IReadOnlyList<DraftRow>> With(AcademyDb db, DraftRow draft, CancellationToken cancellation = default) => draft.Together is not { } together
        ? [draft]
        : [draft, .. await db.Set<DraftRow>().Where(other => other.Together == together && other.Id != draft.Id && other.ClosedAt == null).OrderBy(other => other.Path).ToListAsync(cancellation)];

    // Two drafts may show one image, but never two under one name.
    private static async Task<Refusal?> Add(Entry entry, DraftRow draft, AddedImage image)
    {
        var named = await (
            from one in entry.Db.Set<DraftImageRow>()
            join of in entry.Db.Set<DraftRow>() on one.Draft equals of.Id
            where of.ClosedAt == null && one.Path == image.Path
            select new { one.Draft, one.Hash }).ToListAsync();
        if (named.Exists(other => other.Hash != image.Hash))
            return new Refusal("image-taken", Path.GetFileName(image.Path));
        if (!named.Exists(other => other.Draft == draft.Id))
            entry.Db.Add(new DraftImageRow { Id = entry.NewId(), Draft = draft.Id, Path = image.Path, Content = image.Content, Hash = image.Hash });
        return null;
    }

    private Task<Decision<int>> Change(Act act, string path, int version, Func<Entry, IReadOnlyList<DraftRow>, Refusal?> change) => ledger.Run<int>(act, async entry =>
    {
        await entry.Hold(Turn);
        if (await Open(entry.Db, path) is not { } draft)
            return new Refusal("draft-gone");
        if (draft.Version != version)
            return new Refusal("draft-newer");
        var drafts = await With(entry.Db, draft);
        if (change(entry, drafts) is { } refused)
            return refused;
        foreach (var changed in drafts)
            changed.Version++;
        var closed = drafts.Where(one => one.ClosedAt is not null).Select(one => one.Id).ToArray();
        if (closed.Length > 0)
            entry.Db.RemoveRange(await entry.Db.Set<DraftImageRow>().Where(image => closed.Contains(image.Draft)).ToListAsync());
        return draft.Version;
    });

    // A browser ends lines its own way; a draft is kept with plain ends, and the file keeps those it has.
    public static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
