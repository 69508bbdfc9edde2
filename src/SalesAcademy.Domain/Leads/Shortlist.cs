namespace SalesAcademy.Domain.Leads;

/// <summary>The least seats of several heaps, in order, read from the tops without taking anything out: k seats cost k steps of a small queue.</summary>
internal sealed class Shortlist
{
    // The winner and ten runners-up are recorded.
    private const int Length = 11;

    private readonly PriorityQueue<(SeatHeap Heap, int Index), Seat> frontier = new(SeatOrder.Key);

    public IReadOnlyList<Candidate> Least(IReadOnlyList<Lane> lanes, Func<Lane, SeatHeap> heapOf, Func<Seat, bool> fits)
    {
        frontier.Clear();
        foreach (var lane in lanes)
            Look(heapOf(lane), 0);
        var least = new List<Candidate>(Length);
        while (least.Count < Length && frontier.TryDequeue(out var place, out var seat))
        {
            if (fits(seat))
                least.Add(seat.Candidate);
            Look(place.Heap, 2 * place.Index + 1);
            Look(place.Heap, 2 * place.Index + 2);
        }
        return least;
    }

    private void Look(SeatHeap heap, int index)
    {
        if (index < heap.Count)
            frontier.Enqueue((heap, index), heap[index]);
    }
}
