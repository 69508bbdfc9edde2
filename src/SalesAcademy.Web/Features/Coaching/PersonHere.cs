namespace SalesAcademy.Web.Features.Coaching;

/// <summary>The open pages of one person on this node. Every use holds its lock.</summary>
internal sealed class PersonHere
{
    // A reader scrolls past a few passages a second; more is a script.
    private const int MovesPerSecond = 5;

    private readonly Dictionary<string, Page> pages = new(StringComparer.Ordinal);

    public string Place { get; private set; } = "";

    public DateTime ActiveAt { get; private set; }

    /// <summary>When a page last moved or was left. What is written late carries it: by then the person may have gone on to a page of another node.</summary>
    public DateTime ChangedAt { get; private set; }

    public Guid? Team { get; set; }

    public int Pages => pages.Count;

    public bool IsWriting { get; set; }

    public DateTime NextWrite { get; set; }

    /// <summary>Ends the wait of a write that would say that they are gone: the next page is there.</summary>
    public TaskCompletionSource? Return { get; set; }

    /// <summary>The change that has been written.</summary>
    public DateTime WrittenAt { get; set; }

    /// <summary>Whether the move counts; a flood does not.</summary>
    public bool Move(string connection, string place, DateTime now)
    {
        var page = pages.GetValueOrDefault(connection);
        var second = page?.Second is { } started && now - started < TimeSpan.FromSeconds(1) ? page : null;
        if (second?.Moves >= MovesPerSecond)
            return false;
        pages[connection] = new Page(place, now, second?.Second ?? now, (second?.Moves ?? 0) + 1);
        (Place, ActiveAt, ChangedAt) = (place, now, now);
        return true;
    }

    /// <summary>Whether that page was known. The person is then where the page is that moved last among those left.</summary>
    public bool Leave(string connection, DateTime now)
    {
        if (!pages.Remove(connection))
            return false;
        ChangedAt = now;
        if (pages.Count > 0)
            Place = pages.Values.MaxBy(page => page.At)!.Place;
        return true;
    }

    public void LeaveAll() => pages.Clear();

    private sealed record Page(string Place, DateTime At, DateTime Second, int Moves);
}
