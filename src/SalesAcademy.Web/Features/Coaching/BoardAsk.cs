using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>What a manager wants to see of the board, as the address says it: which people, in which order, found by which name.</summary>
internal sealed record BoardAsk
{
    public static readonly IReadOnlyList<string> Filters = ["all", "needs", "here", "exam", "unread", "overdue"];
    public static readonly IReadOnlyList<string> Orders = ["attention", "name", "readiness", "idle"];

    public string? Show { get; init; }

    public string? Sort { get; init; }

    public string? Q { get; init; }

    /// <summary>How many of the notes between the two are passed over, to read older ones.</summary>
    public int Newer { get; init; }

    public string Filter => Filters.Contains(Show) ? Show! : "all";

    public string Order => Orders.Contains(Sort) ? Sort! : "attention";

    public string Name => Q?.Trim() ?? "";

    /// <summary>Groups say who needs the manager; any other order goes through everybody.</summary>
    public bool IsGrouped => Order == "attention";

    public IEnumerable<BoardPerson> Among(IEnumerable<BoardPerson> people, string filter) => people.Where(IsNamed).Where(p => filter switch
    {
        "needs" => p.Group == BoardGroup.Needs,
        "here" => p.Presence != Presence.Offline,
        "exam" => p.HasHold,
        "unread" => p.Unread + p.Waiting + p.Held > 0,
        "overdue" => p.Overdue + p.OverdueItems > 0,
        _ => true,
    });

    public static IReadOnlyList<BoardPerson> InOrder(IEnumerable<BoardPerson> people, string order) =>
    [
        .. (order switch
        {
            "name" => people.OrderBy(p => p.Name, StringComparer.CurrentCulture),
            "readiness" => people.OrderBy(p => p.Readiness ?? double.MaxValue),
            "idle" => people.OrderByDescending(p => p.IdleMinutes ?? -1),
            _ => people.OrderBy(p => p.Group).ThenByDescending(p => p.StuckMinutes ?? 0).ThenBy(p => p.Presence == Presence.Offline).ThenByDescending(p => p.Overdue + p.OverdueItems),
        }).ThenBy(p => p.Name, StringComparer.CurrentCulture).ThenBy(p => p.Id),
    ];

    /// <summary>The address of the board, or of one person beside it, under this ask or with another filter, and there past so many of the newest notes.</summary>
    public string Url(Guid? person = null, string? filter = null, int newer = 0) => QueryHelpers.AddQueryString(person is null ? Board.Url : $"{Board.Url}/{person}", new Dictionary<string, string?>
    {
        ["show"] = (filter ?? Filter) is var show and not "all" ? show : null,
        ["sort"] = Order is var sort and not "attention" ? sort : null,
        ["q"] = Name is { Length: > 0 } name ? name : null,
        ["newer"] = newer > 0 ? newer.ToString(CultureInfo.InvariantCulture) : null,
    });

    private bool IsNamed(BoardPerson person) => Name.Length == 0 || Holds(person.Name) || (person.LatinName is { } latin && Holds(latin));

    private bool Holds(string name) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(name, Name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
