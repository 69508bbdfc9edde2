using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>
/// Drafts saved, handed in, sent back, thrown away. Each step names the version it has seen: refused with draft-newer when somebody has saved since, and with
/// draft-gone when there is no draft any more. Nothing of the refused text is lost; its page shows both.
/// </summary>
internal sealed class KeepDrafts(ILedger ledger, AcademyOptions options)
{
    /// <summary>More characters than any page should have.</summary>
    public const int Longest = 200_000;

    /// <summary>A longer wish is a conversation.</summary>
    public const int LongestWish = 1000;

    /// <summary>Refused: not-found for a page that is not edited here, draft-long, draft-same when nothing differs from the file, draft-newer, draft-gone.</summary>
    public Task<Decision<int>> Save(Act act, string path, string? text, int version, string? beganFrom)
    {
        var standing = ContentEditing.Read(options.Content, path);
        var words = Plain(text ?? "");
        return ledger.Run<int>(act, async entry =>
        {
            if (standing is null || entry.Act.Actor is not { } author)
                return Refusal.NotFound;
            if (words.Length > Longest)
                return new Refusal("draft-long", Longest);
            await entry.Hold(Turn(path));
            var draft = await Open(entry.Db, path);
            if ((draft?.Version ?? 0) != version)
                return new Refusal(draft is null ? "draft-gone" : "draft-newer");
            if (draft is null)
            {
                if (words == Plain(standing.Text))
                    return new Refusal("draft-same");
                entry.Db.Add(new DraftRow
                {
                    Id = entry.NewId(),
                    Path = path,
                    Author = author,
                    Text = words,
                    BeganFrom = beganFrom?.Length == standing.Hash.Length ? beganFrom : standing.Hash,
                    Version = 1,
                    EditedAt = entry.Act.At,
                });
                return 1;
            }

            (draft.Text, draft.Author, draft.EditedAt, draft.SubmittedAt) = (words, author, entry.Act.At, null);
            return ++draft.Version;
        });
    }

    /// <summary>Its author has looked at the file as it stands now, and means the draft to replace that.</summary>
    public Task<Decision<int>> Begin(Act act, string path, int version, string? hash) => Change(act, path, version, (_, draft) =>
    {
        draft.BeganFrom = hash?.Length == draft.BeganFrom.Length ? hash : draft.BeganFrom;
        return null;
    });

    public Task<Decision<int>> Submit(Act act, string path, int version) => Change(act, path, version, (entry, draft) =>
    {
        if (draft.SubmittedAt is not null)
            return null;
        (draft.SubmittedAt, draft.Wish) = (entry.Act.At, null);
        entry.Record(new DraftSubmitted(draft.Id, draft.Path, draft.Author));
        return null;
    });

    /// <summary>Refused: wish-empty without a word of what is to change, draft-open when it was not handed in.</summary>
    public Task<Decision<int>> SendBack(Act act, string path, int version, string? wish) => Change(act, path, version, (entry, draft) =>
    {
        if (wish?.Trim() is not { Length: > 0 and <= LongestWish } words)
            return new Refusal("wish-empty", LongestWish);
        if (draft.SubmittedAt is null)
            return new Refusal("draft-open");
        (draft.SubmittedAt, draft.Reviewer, draft.Wish) = (null, entry.Act.Actor, words);
        entry.Record(new DraftSentBack(draft.Id, draft.Path, draft.Author));
        return null;
    });

    public Task<Decision<int>> Discard(Act act, string path, int version) => Change(act, path, version, (entry, draft) =>
    {
        draft.ClosedAt = entry.Act.At;
        return null;
    });

    /// <summary>That it stands in the folder; who let it pass is the actor.</summary>
    public Task<Decision<int>> Publish(Act act, string path, int version, string fileHash, string? commit) => Change(act, path, version, (entry, draft) =>
    {
        (draft.ClosedAt, draft.Reviewer) = (entry.Act.At, entry.Act.Actor);
        entry.Record(new DraftPublished(draft.Id, draft.Path, draft.Author, fileHash, commit));
        return null;
    });

    public static Task<DraftRow?> Open(AcademyDb db, string path, CancellationToken cancellation = default) =>
        db.Set<DraftRow>().SingleOrDefaultAsync(draft => draft.Path == path && draft.ClosedAt == null, cancellation);

    private Task<Decision<int>> Change(Act act, string path, int version, Func<Entry, DraftRow, Refusal?> change) => ledger.Run<int>(act, async entry =>
    {
        await entry.Hold(Turn(path));
        if (await Open(entry.Db, path) is not { } draft)
            return new Refusal("draft-gone");
        if (draft.Version != version)
            return new Refusal("draft-newer");
        if (change(entry, draft) is { } refused)
            return refused;
        return ++draft.Version;
    });

    // A browser ends lines its own way; a draft is kept with plain ends, and the file keeps those it has.
    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Turn(string path) => $"draft:{path}";
}
