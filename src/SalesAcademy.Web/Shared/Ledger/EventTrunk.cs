using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Shared.Ledger;

/// <summary>Turns what was recorded into the rows of the chain, and rows back into events.</summary>
internal static class EventTrunk
{
    /// <summary>The hash before the first event.</summary>
    public static readonly string Root = new('0', 64);

    /// <summary>The head before the first event.</summary>
    public static readonly TrunkHead Start = new(0, Root);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly ConcurrentDictionary<Type, string> Names = new();

    /// <summary>Every event type of Domain by its name in the trunk.</summary>
    public static readonly FrozenDictionary<string, Type> Types = typeof(IEvent).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IEvent)))
        .ToFrozenDictionary(NameOf);

    public static string NameOf(Type type) => Names.GetOrAdd(type, static t => JsonNamingPolicy.KebabCaseLower.ConvertName(t.Name));

    public static IEvent Read(EventRow row) => (IEvent)JsonSerializer.Deserialize(row.Json, Types[row.Type], Json)!;

    public static EventRow Chain(IEvent happened, Act act, string? reasonHash, long previousSequence, string previousHash)
    {
        var type = happened.GetType();
        var row = new
        {
            Sequence = previousSequence + 1,
            Type = NameOf(type),
            Version = VersionOf(type),
            Json = JsonSerializer.Serialize(happened, type, Json),
            PolicyHash = (happened as IUnderPolicy)?.PolicyHash,
            ContentHash = (happened as IUnderContent)?.ContentHash,
        };
        return new EventRow
        {
            Sequence = row.Sequence,
            Type = row.Type,
            Version = row.Version,
            Subject = happened.Subject,
            Actor = act.Actor,
            RealActor = act.RealActor,
            PolicyHash = row.PolicyHash,
            ContentHash = row.ContentHash,
            ReasonHash = reasonHash,
            At = act.At,
            LocalDate = act.Today,
            Zone = act.Zone,
            Json = row.Json,
            PreviousHash = previousHash,
            Hash = HashOf(row.Sequence, row.Type, row.Version, happened.Subject, act, row.PolicyHash, row.ContentHash, reasonHash, row.Json, previousHash),
        };
    }

    /// <summary>The first row whose content does not fit its hash or its predecessor, or null when the chain holds.</summary>
    public static EventRow? FirstBroken(IEnumerable<EventRow> inOrder)
    {
        var before = Start;
        foreach (var row in inOrder)
        {
            if (!Fits(row, before))
                return row;
            before = new TrunkHead(row.Sequence, row.Hash);
        }

        return null;
    }

    /// <summary>Whether a row follows the one before it and says what it was hashed with.</summary>
    public static bool Fits(EventRow row, TrunkHead before)
    {
        var act = new Act { Actor = row.Actor, RealActor = row.RealActor, At = row.At, Today = row.LocalDate, Zone = row.Zone };
        return row.Sequence == before.Sequence + 1 && row.PreviousHash == before.Hash
            && row.Hash == HashOf(row.Sequence, row.Type, row.Version, row.Subject, act, row.PolicyHash, row.ContentHash, row.ReasonHash, row.Json, before.Hash);
    }

    // Every field is written with its length in front, so that no two different rows give the same bytes.
    private static string HashOf(long sequence, string type, int version, Guid subject, Act act, string? policy, string? content, string? reason, string json, string previous)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var field in (ReadOnlySpan<string?>)
        [
            previous, sequence.ToString(CultureInfo.InvariantCulture), type, version.ToString(CultureInfo.InvariantCulture), subject.ToString(),
            act.Actor?.ToString(), act.RealActor?.ToString(), policy, content, reason, Instant(act.At),
            act.Today.ToString("O", CultureInfo.InvariantCulture), act.Zone, json,
        ])
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
            sha.AppendData(length);
            sha.AppendData(bytes);
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    // PostgreSQL keeps microseconds: an instant is hashed at the precision both databases give back.
    private static string Instant(DateTime at) => (at.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);

    private static int VersionOf(Type type) => type.Name is { Length: > 2 } name && name[^2] == 'V' && char.IsAsciiDigit(name[^1]) ? name[^1] - '0' : 1;
}
