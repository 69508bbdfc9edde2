using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>A coach's own snippets: added, changed, put in order, removed.</summary>
internal sealed class KeepSnippets(ILedger ledger)
{
    /// <summary>More are no help to find one.</summary>
    public const int Most = 30;

    /// <summary>Refused as a note would be, and with snippets-many.</summary>
    public Task<Decision<Done>> Add(Act act, Guid person, string? text) => Change(act, person, (entry, snippets) =>
    {
        var decided = NoteText.Decide(text);
        if (decided is not Accepted<string> words)
            return ((Refused<string>)decided).Reason;
        if (snippets.Count >= Most)
            return new Refusal("snippets-many", Most);
        entry.Db.Add(new SnippetRow { Id = entry.NewId(), Person = person, Place = snippets.Count == 0 ? 1 : snippets[^1].Place + 1, Text = words.Value, At = entry.Act.At });
        return Done.Value;
    });

    public Task<Decision<Done>> Reword(Act act, Guid person, Guid id, string? text) => Change(act, person, (_, snippets) =>
    {
        if (snippets.Find(snippet => snippet.Id == id) is not { } snippet)
            return Refusal.NotFound;
        var decided = NoteText.Decide(text);
        if (decided is not Accepted<string> words)
            return ((Refused<string>)decided).Reason;
        snippet.Text = words.Value;
        return Done.Value;
    });

    public Task<Decision<Done>> Remove(Act act, Guid person, Guid id) => Change(act, person, (entry, snippets) =>
    {
        if (snippets.Find(snippet => snippet.Id == id) is not { } snippet)
            return Refusal.NotFound;
        snippet.RemovedAt = entry.Act.At;
        return Done.Value;
    });

    /// <summary>One place up; the first stays where it is.</summary>
    public Task<Decision<Done>> MoveUp(Act act, Guid person, Guid id) => Change(act, person, (_, snippets) =>
    {
        var at = snippets.FindIndex(snippet => snippet.Id == id);
        if (at < 0)
            return Refusal.NotFound;
        if (at > 0)
            (snippets[at].Place, snippets[at - 1].Place) = (snippets[at - 1].Place, snippets[at].Place);
        return Done.Value;
    });

    private Task<Decision<Done>> Change(Act act, Guid person, Func<Entry, List<SnippetRow>, Decision<Done>> change) => ledger.Run<Done>(act, async entry =>
    {
        await entry.Hold($"snippets:{person}");
        return change(entry, await entry.Db.SnippetsOf(person).ToListAsync());
    });
}
