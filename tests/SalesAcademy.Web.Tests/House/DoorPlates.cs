using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Reads every type's dependencies, compiled views included, and holds them against the door plates.</summary>
/// <param name="rooms">The rooms with their plates.</param>
/// <param name="withPlanted">Whether the offences planted by the tests stand in the house.</param>
internal sealed class DoorPlates(IReadOnlyList<IRoom> rooms, bool withPlanted = false)
{
    private const string Features = "SalesAcademy.Web.Features.";
    private const string Views = "AspNetCoreGeneratedDocument.Features_";

    private static readonly string[] KnowNoRoom = ["SalesAcademy.Web.Shared", "SalesAcademy.Web.Data"];

    private static readonly HashSet<string> EventNames = [.. EventTrunk.Types.Values.Select(type => type.FullName!)];

    // Reading it takes ten seconds of a core: once, with what is planted.
    private static readonly Architecture Everything = new ArchLoader().LoadAssemblies(typeof(IRoom).Assembly, typeof(IEvent).Assembly)
        .LoadNamespacesWithinAssembly(typeof(DoorPlates).Assembly, "SalesAcademy.Web.Features", "SalesAcademy.Web.Shared", "SalesAcademy.Web.Data", "AspNetCoreGeneratedDocument").Build();

    private readonly ILookup<string?, IType> byRoom = Everything.Types.Where(type => withPlanted || type.Assembly.Name != typeof(DoorPlates).Assembly.GetName().Name).ToLookup(type => RoomOf(type.FullName));

    /// <summary>Every plate of the product.</summary>
    public static IReadOnlyList<IRoom> Hung { get; } =
    [
        .. typeof(IRoom).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IRoom))).Select(type => (IRoom)Activator.CreateInstance(type)!),
    ];

    public IEnumerable<string> RoomsInFolders => byRoom.Select(room => room.Key).OfType<string>();

    /// <summary>Entered without the plate saying so, or not by a front door; heard without standing on the plate.</summary>
    public IEnumerable<string> Trespasses(IRoom room)
    {
        var allowed = room.Uses.Select(NameOf).ToHashSet();
        foreach (var (used, from, to) in Visits(room))
            if (!allowed.Contains(used) || !IsFrontDoor(to))
                yield return $"{from.FullName} enters {to.FullName}";
        foreach (var (from, to) in HeardEvents(room))
            if (!room.Hears.Any(heard => heard.FullName == to.FullName) && !allowed.Contains(to.Namespace.FullName.Split('.')[2]))
                yield return $"{from.FullName} listens to {to.FullName}, which is not on the plate";
    }

    /// <summary>Written on the plate and not done.</summary>
    public IEnumerable<string> Idle(IRoom room)
    {
        var entered = Visits(room).Select(visit => visit.Room).ToHashSet();
        var named = TypesOf(room).Where(type => !IsPlate(type)).SelectMany(type => type.Dependencies).Select(dependency => dependency.Target.FullName).ToHashSet();
        return room.Uses.Select(NameOf).Where(used => !entered.Contains(used)).Select(used => $"{NameOf(room.GetType())} does not use {used}")
            .Concat(room.Hears.Where(heard => !named.Contains(heard.FullName!)).Select(heard => $"{NameOf(room.GetType())} does not hear {heard.Name}"));
    }

    /// <summary>Rooms that come back to themselves by their own arrows.</summary>
    public IEnumerable<string> Circles()
    {
        var uses = rooms.ToDictionary(room => NameOf(room.GetType()), room => room.Uses.Select(NameOf).ToArray());
        return uses.Keys.Where(room => Reachable(room, uses).Contains(room));
    }

    /// <summary>What all rooms share must not know any of them.</summary>
    public IEnumerable<string> RoomsKnownToAll() => byRoom[null]
        .Where(type => KnowNoRoom.Any(shared => type.Namespace.FullName.StartsWith(shared, StringComparison.Ordinal)) || type.FullName.StartsWith("AspNetCoreGeneratedDocument.Shared_", StringComparison.Ordinal))
        .SelectMany(type => type.Dependencies.Where(dependency => RoomOf(dependency.Target.FullName) is not null).Select(dependency => $"{type.FullName} knows {dependency.Target.FullName}"))
        .Distinct();

    public static string NameOf(System.Type plate) => RoomOf(plate.FullName!)!;

    private IEnumerable<(string Room, IType From, IType To)> Visits(IRoom room)
    {
        var own = NameOf(room.GetType());
        return
            from type in TypesOf(room)
            where !IsPlate(type)
            from entered in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            let target = RoomOf(entered.FullName)
            where target is not null && target != own
            select (target, type, entered);
    }

    // A projection names the event in its interface; a push reads it by its type.
    private IEnumerable<(IType From, IType To)> HeardEvents(IRoom room) =>
        from type in TypesOf(room)
        where !IsPlate(type) && (type.Name.EndsWith("Projection", StringComparison.Ordinal) || type.Name.EndsWith("Push", StringComparison.Ordinal))
        from dependency in type.Dependencies
        where EventNames.Contains(dependency.Target.FullName) && !dependency.Target.FullName.StartsWith("SalesAcademy.Domain.Shared.", StringComparison.Ordinal)
            && dependency.Target.Namespace.FullName != $"SalesAcademy.Domain.{NameOf(room.GetType())}"
        select (type, dependency.Target);

    private IEnumerable<IType> TypesOf(IRoom room) => byRoom[NameOf(room.GetType())];

    private static bool IsPlate(IType type) => type.Name.EndsWith("Room", StringComparison.Ordinal);

    // Public, and no row: rows are public for the mapping's sake. Those of People may be read by all (Staff hands them out).
    private static bool IsFrontDoor(IType type) => type.Visibility == Visibility.Public && !type.Name.EndsWith("Row", StringComparison.Ordinal)
        || type.Name.EndsWith("Row", StringComparison.Ordinal) && type.Namespace.FullName == $"{Features}People";

    private static string? RoomOf(string type) =>
        type.StartsWith(Features, StringComparison.Ordinal) ? type[Features.Length..].Split('.')[0]
        : type.StartsWith(Views, StringComparison.Ordinal) ? type[Views.Length..].Split('_')[0]
        : null;

    private static HashSet<string> Reachable(string from, Dictionary<string, string[]> uses)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(uses[from]);
        while (open.TryDequeue(out var room))
            if (reached.Add(room))
                foreach (var next in uses.GetValueOrDefault(room, []))
                    open.Enqueue(next);
        return reached;
    }
}
