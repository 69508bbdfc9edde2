using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
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
internal sealed class PublishDraft(KeepDrafts drafts, DraftCheck check, Library library, AcademyOptions options, IDbContextFactory<AcademyDb> contexts) : IDisposable
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
            if (act.Actor is not { } reviewer || ContentEditing.Read(options.Content, path) is not { } standing)
                return Refusal.NotFound;
            if (await KeepDrafts.Open(db, path, cancellation) is not { } draft)
                return new Refusal("draft-gone");
            if (draft.Version != version)
                return new Refusal("draft-newer");
            if (draft.SubmittedAt is null)
                return new Refusal("draft-open");
            if (!await MayPass(db, draft, reviewer))
                return new Refusal("draft-own");
            var bytes = check.Bytes(path, draft.Text);
            var hash = ContentHash.Of(bytes);
            string? commit = null;
            if (hash != standing.Hash)
            {
                var outcome = await new Publication(options.Content, "git").Run([new(path, bytes, draft.BeganFrom)], await Of(db, draft.Author, reviewer, path, cancellation), cancellation);
                if (outcome.Fault is { } fault)
                    return new Refusal($"publication-{fault.ToString().ToLowerInvariant()}", outcome.Detail ?? "");
                commit = outcome.Commit;
            }

            var published = await drafts.Publish(act, path, version, hash, commit);
            library.Load(); // whoever comes back from this finds it taught
            return published;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Whether somebody may let a draft pass: not its author, unless nobody else who works here could.</summary>
    public static async Task<bool> MayPass(AcademyDb db, DraftRow draft, Guid reviewer) =>
        draft.Author != reviewer || (await Staff.Holding(db, Role.Author, Role.Admin)).TrueForAll(other => other == reviewer);

    public void Dispose() => turn.Dispose();

    private static async Task<Authorship> Of(AcademyDb db, Guid author, Guid reviewer, string path, CancellationToken cancellation)
    {
        var both = await db.Set<PersonRow>().Where(person => person.Id == author || person.Id == reviewer).ToDictionaryAsync(person => person.Id, person => (person.Name, person.Email), cancellation);
        return new(both[author].Name, both[author].Email, both[reviewer].Name, both[reviewer].Email, $"Edit {path}");
    }
}
