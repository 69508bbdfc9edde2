using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Reads every type's dependencies, compiled views included, and holds them against the door plates.</summary>
public sealed class RoomsKeepToTheirDoorsTests
{
    private const string Features = "SalesAcademy.Web.Features.";
    private const string Views = "AspNetCoreGeneratedDocument.Features_";

    private static readonly Architecture House = new ArchLoader().LoadAssemblies(typeof(IRoom).Assembly, typeof(IEvent).Assembly).Build();

    private static readonly HashSet<string> EventNames = [.. SalesAcademy.Web.Shared.Ledger.EventTrunk.Types.Values.Select(t => t.FullName!)];

    private static readonly IRoom[] Rooms =
    [
        .. typeof(IRoom).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(IRoom))).Select(t => (IRoom)Activator.CreateInstance(t)!),
    ];

    [Fact]
    public void Every_room_of_the_folder_has_a_plate_and_every_plate_is_hung_up()
    {
        using var app = new AcademyApp();

        var hung = app.Services.GetRequiredService<IReadOnlyList<IRoom>>().Select(NameOf).Order();

        Assert.Equal(Rooms.Select(NameOf).Order(), hung);
        Assert.Equal(Rooms.Select(NameOf).Order(), House.Types.Select(RoomOf).OfType<string>().Distinct().Order());
        Assert.All(Rooms, room => Assert.EndsWith(".", room.Purpose, StringComparison.Ordinal));
    }

    [Fact]
    public void No_room_enters_another_but_by_its_front_door_and_only_where_its_plate_says_so()
    {
        var offences = Rooms.SelectMany(Offences).ToArray();

        Assert.True(offences.Length == 0, string.Join('\n', offences));
    }

    [Fact]
    public void Every_visit_on_a_plate_is_made_and_every_event_on_it_is_heard()
    {
        var idle = Rooms.SelectMany(room => room.Uses.Select(PlateName).Except(Visits(room).Select(v => v.Room))
            .Select(used => $"{NameOf(room)} says it uses {used} and does not").Concat(Unheard(room)));

        Assert.Empty(idle);
    }

    [Fact]
    public void No_arrow_points_up()
    {
        var uses = Rooms.ToDictionary(NameOf, room => room.Uses.Select(PlateName).ToArray());

        Assert.All(Rooms, room => Assert.DoesNotContain(NameOf(room), Reachable(NameOf(room), uses)));
    }

    [Fact]
    public void Shared_and_data_know_no_room()
    {
        var offences = House.Types
            .Where(t => t.Namespace.FullName.StartsWith("SalesAcademy.Web.Shared", StringComparison.Ordinal) || t.FullName.StartsWith("AspNetCoreGeneratedDocument.Shared_", StringComparison.Ordinal))
            .SelectMany(t => t.Dependencies.Where(d => RoomOf(d.Target) is not null).Select(d => $"{t.FullName} knows {d.Target.FullName}")).Distinct();

        Assert.Empty(offences);
    }

    [Fact]
    public void A_planted_visit_through_the_wall_would_be_found()
    {
        var planted = typeof(IRoom).Assembly.GetTypes().First(t => RoomName(t.FullName!) is not null && !t.IsPublic && !t.IsNested);

        Assert.False(IsFrontDoor(House.Types.First(t => t.FullName == planted.FullName)));
        Assert.True(IsFrontDoor(House.Types.First(t => t.FullName == "SalesAcademy.Web.Features.People.Staff")));
    }

    private static IEnumerable<string> Offences(IRoom room)
    {
        var allowed = room.Uses.Select(PlateName).ToHashSet();
        foreach (var (used, from, to) in Visits(room))
            if (!allowed.Contains(used) || !IsFrontDoor(to))
                yield return $"{from.FullName} enters {to.FullName}";
        foreach (var (from, to) in HeardEvents(room))
            if (!room.Hears.Any(heard => heard.FullName == to.FullName) && !allowed.Contains(to.Namespace.FullName.Split('.')[2]))
                yield return $"{from.FullName} listens to {to.FullName}, which is not on the plate";
    }

    private static IEnumerable<(string Room, IType From, IType To)> Visits(IRoom room) =>
        from type in TypesOf(room)
        from dependency in type.Dependencies
        let target = RoomOf(dependency.Target)
        where target is not null && target != NameOf(room) && !IsPlate(type)
        select (target, type, dependency.Target);

    // A projection names the event in its interface; a push reads it by its type.
    private static IEnumerable<(IType From, IType To)> HeardEvents(IRoom room) =>
        from type in TypesOf(room)
        where !IsPlate(type) && (type.Name.EndsWith("Projection", StringComparison.Ordinal) || type.Name.EndsWith("Push", StringComparison.Ordinal))
        from dependency in type.Dependencies
        where EventNames.Contains(dependency.Target.FullName) && !dependency.Target.FullName.StartsWith("SalesAcademy.Domain.Shared.", StringComparison.Ordinal)
            && dependency.Target.Namespace.FullName != $"SalesAcademy.Domain.{NameOf(room)}"
        select (type, dependency.Target);

    private static IEnumerable<string> Unheard(IRoom room)
    {
        var named = TypesOf(room).Where(t => !IsPlate(t)).SelectMany(t => t.Dependencies).Select(d => d.Target.FullName)
            .ToHashSet();
        return room.Hears.Where(heard => !named.Contains(heard.FullName!)).Select(heard => $"{NameOf(room)} says it hears {heard.Name} and does not");
    }

    private static IEnumerable<IType> TypesOf(IRoom room) => House.Types.Where(t => RoomOf(t) == NameOf(room));

    private static bool IsPlate(IType type) => type.Name.EndsWith("Room", StringComparison.Ordinal);

    private static bool IsFrontDoor(IType type) => type.Visibility == Visibility.Public && !type.Name.EndsWith("Row", StringComparison.Ordinal)
        || type.Name.EndsWith("Row", StringComparison.Ordinal) && type.Namespace.FullName == $"{Features}People";

    private static string? RoomOf(IType type) => RoomName(type.FullName);

    private static string? RoomName(string type) =>
        type.StartsWith(Features, StringComparison.Ordinal) ? type[Features.Length..].Split('.')[0]
        : type.StartsWith(Views, StringComparison.Ordinal) ? type[Views.Length..].Split('_')[0]
        : null;

    private static string NameOf(IRoom room) => PlateName(room.GetType());

    private static string PlateName(System.Type plate) => RoomName(plate.FullName!)!;

    private static HashSet<string> Reachable(string from, Dictionary<string, string[]> uses)
    {
        var reached = new HashSet<string>();
        var open = new Queue<string>(uses[from]);
        while (open.TryDequeue(out var room))
            if (reached.Add(room))
                foreach (var next in uses[room])
                    open.Enqueue(next);
        return reached;
    }
}
