using System.Collections.Frozen;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Audit;

/// <summary>The kinds of events by the room they tell of, and how much of each somebody may read here.</summary>
internal static class AuditKinds
{
    // Ids and dates of employment. What a quiz, a coach or the pool measured of somebody is read in its own room, by whoever may there.
    private static readonly string[] Open = ["Shared", "People", "Courses", "Paths", "Certificates"];

    private static readonly FrozenDictionary<string, string> Rooms = EventTrunk.Types.ToFrozenDictionary(kind => kind.Key, kind => kind.Value.Namespace!.Split('.')[^1]); // every event lies in a room of Domain

    /// <summary>Kinds by room. Tokens and webhooks are for administrators alone, who look after them.</summary>
    public static ILookup<string, string> Of(CurrentPerson reader) =>
        Rooms.Where(kind => kind.Value != "Integrations" || reader.Is(Role.Admin)).OrderBy(kind => kind.Key, StringComparer.Ordinal).ToLookup(kind => kind.Value, kind => kind.Key);

    /// <summary>Whether the ids and figures of an event are shown beside the fact that it happened.</summary>
    public static bool ShowsFigures(string kind, CurrentPerson reader) => Open.Contains(Rooms[kind]) || (Rooms[kind] == "Integrations" && reader.Is(Role.Admin));
}
