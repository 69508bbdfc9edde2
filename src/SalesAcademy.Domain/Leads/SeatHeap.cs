namespace SalesAcademy.Domain.Leads;

/// <summary>Seats in a binary heap by key: the least is first, any can be taken out, and the least few can be read in order without taking them out.</summary>
internal sealed class SeatHeap
{
    private readonly List<Seat> seats = [];

    public int Count => seats.Count;

    public Seat this[int index] => seats[index];

    public void Add(Seat seat)
    {
        seats.Add(seat);
        seat.Heap = this;
        Rise(seat, seats.Count - 1);
    }

    public void Remove(Seat seat)
    {
        var last = seats[^1];
        seats.RemoveAt(seats.Count - 1);
        seat.Heap = null;
        if (last == seat)
            return;
        Rise(last, seat.Position);
        Sink(last, last.Position);
    }

    private void Rise(Seat seat, int at)
    {
        while (at > 0 && seat.Precedes(seats[(at - 1) / 2]))
        {
            Place(seats[(at - 1) / 2], at);
            at = (at - 1) / 2;
        }
        Place(seat, at);
    }

    private void Sink(Seat seat, int at)
    {
        while (true)
        {
            var child = 2 * at + 1;
            if (child >= seats.Count)
                break;
            if (child + 1 < seats.Count && seats[child + 1].Precedes(seats[child]))
                child++;
            if (!seats[child].Precedes(seat))
                break;
            Place(seats[child], at);
            at = child;
        }
        Place(seat, at);
    }

    private void Place(Seat seat, int at)
    {
        seats[at] = seat;
        seat.Position = at;
    }
}
