using System.Text.Json;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>The order of every command: replay or decide, write rows, project, and the events last.</summary>
internal sealed class CommandRunner(Projections projections)
{
    private static readonly Statement AppendEvent = new("""
        INSERT INTO events (sequence, type, version, subject, actor, real_actor, policy_hash, content_hash, reason_hash, at, local_date, zone, json, previous_hash, hash)
        VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7, @p8, @p9, @p10, @p11, @p12, @p13, @p14)
        """);

    private static readonly Statement MoveHead = new("UPDATE trunk_head SET sequence = @p0, hash = @p1 WHERE id = 1");
    private static readonly Statement Recall = new("SELECT fingerprint, json FROM idempotency WHERE person = @p0 AND key = @p1");
    private static readonly Statement Keep = new("INSERT INTO idempotency (person, key, fingerprint, json, at) VALUES (@p0, @p1, @p2, @p3, @p4)");

    public async Task<Decision<T>> Run<T>(Entry entry, Func<Entry, Task<Decision<T>>> command)
    {
        if (await Replay<T>(entry) is { } earlier)
            return earlier;
        var decision = await command(entry);
        if (decision is not Accepted<T> accepted)
            return await Replay<T>(entry) ?? decision; // its twin under the same key may have been quicker, and be the very reason of the refusal
        await Save(entry);
        await projections.Apply(entry, Save);
        await Save(entry);
        if (entry.Act.Key is { } key)
            await Remember(entry, key, accepted.Value);
        await Append(entry);
        return decision;
    }

    private static async Task<Decision<T>?> Replay<T>(Entry entry)
    {
        if (entry.Act.Key is not { } key)
            return null;
        var earlier = await entry.Reads.Rows(Recall, row => (Fingerprint: row.GetString(0), Json: row.GetString(1)), entry.Act.Actor ?? Guid.Empty, key.Value);
        return earlier switch
        {
            [] => null,
            [var run, ..] when run.Fingerprint != key.Fingerprint => new Refused<T>(IdempotencyKey.Reused),
            [var run, ..] => new Accepted<T>(JsonSerializer.Deserialize<T>(run.Json)!),
        };
    }

    // Where the key's twin is about to write the same row, PostgreSQL lets this one wait for it: without a thread, as reads do.
    private static async Task Remember<T>(Entry entry, IdempotencyKey key, T value) =>
        await entry.Reads.Rows(Keep, _ => 0, entry.Act.Actor ?? Guid.Empty, key.Value, key.Fingerprint, JsonSerializer.Serialize(value), entry.Act.At);

    private static Task Save(Entry entry) => entry.OpenedDb is { } db && db.ChangeTracker.HasChanges() ? db.Write() : Task.CompletedTask;

    private static async Task Append(Entry entry)
    {
        if (entry.Recorded.Count == 0)
            return;
        var head = await entry.Transaction.HoldHead();
        foreach (var happened in entry.Recorded)
        {
            var row = EventTrunk.Chain(happened, entry.Act, entry.ReasonHash, head.Sequence, head.Hash);
            entry.Execute(AppendEvent, row.Sequence, row.Type, row.Version, row.Subject, row.Actor, row.RealActor, row.PolicyHash, row.ContentHash,
                row.ReasonHash, row.At, row.LocalDate, row.Zone, row.Json, row.PreviousHash, row.Hash);
            head = new TrunkHead(row.Sequence, row.Hash);
        }

        entry.Execute(MoveHead, head.Sequence, head.Hash);
        entry.Transaction.MoveHead(head);
    }
}
