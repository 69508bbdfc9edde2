using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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

    public async Task<Decision<T>> Run<T>(Entry entry, Func<Entry, Task<Decision<T>>> command)
    {
        if (await Replay<T>(entry) is { } earlier)
            return earlier;
        var decision = await command(entry);
        if (decision is not Accepted<T> accepted)
            return await Replay<T>(entry) ?? decision; // its twin under the same key may have been quicker, and be the very reason of the refusal
        await Save(entry);
        await projections.Apply(entry, Save);
        if (entry.Act.Key is { } key)
            Remember(entry, key, accepted.Value);
        await Save(entry);
        await Append(entry);
        return decision;
    }

    private static async Task<Decision<T>?> Replay<T>(Entry entry)
    {
        if (entry.Act.Key is not { } key)
            return null;
        var person = entry.Act.Actor ?? Guid.Empty;
        var row = await entry.Db.Set<IdempotencyRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Person == person && r.Key == key.Value);
        return row switch
        {
            null => null,
            _ when row.Fingerprint != key.Fingerprint => new Refused<T>(IdempotencyKey.Reused),
            _ => new Accepted<T>(JsonSerializer.Deserialize<T>(row.Json)!),
        };
    }

    private static void Remember<T>(Entry entry, IdempotencyKey key, T value) => entry.Db.Add(new IdempotencyRow
    {
        Person = entry.Act.Actor ?? Guid.Empty,
        Key = key.Value,
        Fingerprint = key.Fingerprint,
        Json = JsonSerializer.Serialize(value),
        At = entry.Act.At,
    });

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
