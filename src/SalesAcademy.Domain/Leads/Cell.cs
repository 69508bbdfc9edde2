namespace SalesAcademy.Domain.Leads;

/// <summary>A group of sellers who share leads out among themselves, seated in lanes.</summary>
internal sealed class Cell
{
    private readonly Dictionary<string, Lane> byName = new(StringComparer.Ordinal);

    /// <summary>V, the greatest vt with which anybody has won here.</summary>
    public long Time { get; set; }

    public List<Lane> Lanes { get; } = [];

    public Lane LaneFor(Competitor facts, LeadPolicy policy)
    {
        var name = Lane.NameOf(facts, policy);
        if (!byName.TryGetValue(name, out var lane))
        {
            byName[name] = lane = new Lane(this, name, facts);
            Lanes.Add(lane);
        }
        return lane;
    }

    public void Close(Lane lane)
    {
        byName.Remove(lane.Name);
        Lanes.Remove(lane);
    }
}
