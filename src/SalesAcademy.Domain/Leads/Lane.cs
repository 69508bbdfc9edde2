using System.Text;

namespace SalesAcademy.Domain.Leads;

/// <summary>
/// The sellers of a cell between whom R2 and R4 cannot tell: same tier, same tags, the same demands met. A lead asks these rules once
/// per lane, and then looks only at the front of the lanes that pass, so a decision costs lanes, not sellers.
/// </summary>
internal sealed class Lane(Cell cell, string name, Competitor sample)
{
    private readonly int[] barred = new int[(int)Rule.WeeklyCap + 1];
    private readonly Dictionary<Tag, bool> meets = [];

    public Cell Cell { get; } = cell;

    public string Name { get; } = name;

    /// <summary>Any seller of the lane; all are alike where it is asked.</summary>
    public Competitor Sample { get; } = sample;

    public int Count { get; private set; }

    /// <summary>Those whom no rule of their own bars.</summary>
    public SeatHeap Ready { get; } = new();

    /// <summary>Those who are barred by being away alone.</summary>
    public SeatHeap Away { get; } = new();

    public int Barred(Rule rule) => barred[(int)rule];

    /// <summary>R4 for everybody here. Each tag demands for itself, so what one demands is asked once.</summary>
    public bool Meets(Lead lead, LeadPolicy policy)
    {
        foreach (var tag in lead.Tags)
        {
            if (!meets.TryGetValue(tag, out var met))
                meets[tag] = met = Eligibility.Meets(policy, tag, Sample);
            if (!met)
                return false;
        }
        return true;
    }

    /// <summary>Whether nothing that tells lanes apart has changed.</summary>
    public static bool Keeps(Seat seat, Competitor facts) =>
        seat.Facts.Tier == facts.Tier
        && seat.Facts.Cell == facts.Cell
        && ReferenceEquals(seat.Facts.Tags, facts.Tags)
        && ReferenceEquals(seat.Facts.Certifications, facts.Certifications)
        && ReferenceEquals(seat.Facts.Competencies, facts.Competencies);

    public void Enter(Seat seat)
    {
        Count++;
        seat.Lane = this;
        LineUp(seat);
    }

    public void Leave(Seat seat)
    {
        Count--;
        seat.Lane = null;
        StepOut(seat);
        if (Count == 0)
            Cell.Close(this);
    }

    /// <summary>Puts a seat where its barrier says.</summary>
    public void LineUp(Seat seat)
    {
        if (seat.Barrier is { } rule)
            barred[(int)rule]++;
        if (seat.Barrier is null)
            Ready.Add(seat);
        else if (seat.OnlyAway)
            Away.Add(seat);
    }

    /// <summary>Takes a seat out of the queue, so that key and barrier may change.</summary>
    public void StepOut(Seat seat)
    {
        seat.Heap?.Remove(seat);
        if (seat.Barrier is { } rule)
            barred[(int)rule]--;
    }

    public static string NameOf(Competitor facts, LeadPolicy policy)
    {
        var name = new StringBuilder().Append((int)facts.Tier);
        foreach (var tag in facts.Tags.OrderBy(t => t.Kind, StringComparer.Ordinal).ThenBy(t => t.Value, StringComparer.Ordinal))
            name.Append('\n').Append(tag.Kind).Append('\t').Append(tag.Value);
        foreach (var demand in policy.TagDemands)
        {
            name.Append(demand.Certification is null || facts.Certifications.Contains(demand.Certification) ? '+' : '-');
            name.Append(demand.Competency is null || facts.Competencies.GetValueOrDefault(demand.Competency) >= demand.Level ? '+' : '-');
        }
        return name.ToString();
    }
}
