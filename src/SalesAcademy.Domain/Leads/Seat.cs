namespace SalesAcademy.Domain.Leads;

/// <summary>A seller's place at the engine's table: the facts given from outside and what has been won since.</summary>
internal sealed class Seat(Competitor facts, ulong tie)
{
    private readonly Queue<DateTimeOffset> taken = new();

    public Competitor Facts { get; private set; } = facts;

    public Stride Stride { get; set; }

    public ulong Tie { get; } = tie;

    public long Key { get; private set; }

    public int OpenLeads { get; private set; }

    public IEnumerable<DateTimeOffset> Taken => taken;

    public Lane? Lane { get; set; }

    /// <summary>The heap of the lane the seat stands in, and where; null when a rule of the seller's own bars it.</summary>
    public SeatHeap? Heap { get; set; }

    public int Position { get; set; }

    /// <summary>The first of R3, R6, R7, R8 that fails, whatever the lead; null when none does.</summary>
    public Rule? Barrier { get; private set; }

    /// <summary>Whether being away is all that bars the seat.</summary>
    public bool OnlyAway { get; private set; }

    /// <summary>When time alone may change the barrier.</summary>
    public DateTimeOffset? Wake { get; private set; }

    public bool Away { get; private set; }

    /// <summary>Whether the turn passes the seat by.</summary>
    public bool Out { get; private set; }

    public Candidate Candidate => new(Facts.Id, Key, Stride.LastSequence, Tie, Stride.VirtualTime);

    public void Learn(Competitor facts)
    {
        Facts = facts;
        OpenLeads = facts.OpenLeads;
        taken.Clear();
        foreach (var at in facts.Taken.Order())
            taken.Enqueue(at);
    }

    public void Win(int size, long sequence, DateTimeOffset at)
    {
        Stride = Stride.AfterWin(size, Facts.Weight, sequence);
        OpenLeads++;
        taken.Enqueue(at);
    }

    public void CloseLead() => OpenLeads--;

    /// <summary>Settles key and barrier as of an instant. Must not be called while the seat stands in a heap.</summary>
    public void Settle(LeadPolicy policy, DateTimeOffset now)
    {
        Key = Stride.Key(Facts.Weight);
        while (taken.TryPeek(out var oldest) && oldest <= now - LeadCaps.Week)
            taken.Dequeue();
        Away = now < Facts.AwayUntil;
        Out = Facts.IsOut(policy, now);
        var full = OpenLeads >= policy.Open(Facts.Tier);
        var busy = taken.Count >= policy.Weekly(Facts.Tier);
        Barrier = Facts.MissingGates.Count > 0 ? Rule.Gates
            : Away ? Rule.Available
            : full ? Rule.OpenCap
            : busy ? Rule.WeeklyCap
            : null;
        OnlyAway = Barrier == Rule.Available && !full && !busy;
        DateTimeOffset? room = busy && taken.Count > 0 ? taken.Peek() + LeadCaps.Week : null;
        Wake = Away && !(room < Facts.AwayUntil) ? Facts.AwayUntil : room;
    }

    public bool Precedes(Seat other) => SeatOrder.Key.Compare(this, other) < 0;
}

/// <summary>The order of turns: the least key first.</summary>
internal sealed class SeatOrder : IComparer<Seat>
{
    private SeatOrder()
    {
    }

    public static SeatOrder Key { get; } = new();

    // The id decides only should two SHA-256 prefixes meet, so that the order never depends on who was seated first.
    public int Compare(Seat? x, Seat? y)
    {
        if (x!.Key != y!.Key) // heaps hold no null
            return x.Key < y.Key ? -1 : 1;
        if (x.Stride.LastSequence != y.Stride.LastSequence)
            return x.Stride.LastSequence < y.Stride.LastSequence ? -1 : 1;
        return x.Tie != y.Tie ? x.Tie < y.Tie ? -1 : 1 : string.CompareOrdinal(x.Facts.TieId, y.Facts.TieId);
    }
}
