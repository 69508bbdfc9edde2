namespace SalesAcademy.Domain.Readiness;

/// <summary>
/// The cheapest of what a seller can do that reaches a goal, in minutes; of equally cheap selections the one with fewer things, then by ids. Nothing in
/// it is idle: without any one of them (and what needs it) the goal is not reached. Up to 12 things, of which 4 may be observations, it is the optimum;
/// with more it is the best of all single things, all pairs, and everything less whatever can be spared, each with what has to come
/// before it.
/// </summary>
public static class LeastEffort
{
    private const int MostTriedWhole = 12;
    private const int MostObserved = 4;

    /// <summary>What to do, in an order in which it can be done; null when everything together is not enough, whichever observations are made.</summary>
    /// <param name="prospect">Where selections lead.</param>
    /// <param name="efforts">What there is to do, in any order, no id twice.</param>
    /// <param name="goal">What is to be reached. Asked of selections of efforts only, not of doing nothing.</param>
    public static IReadOnlyList<Effort>? To(Prospect prospect, IReadOnlyList<Effort> efforts, Func<Reached, bool> goal)
    {
        var inOrder = InOrder(efforts);
        var starts = Most(inOrder).Where(Reaches).Take(2).ToArray();
        if (starts.Length == 0)
            return null;
        var spared = starts.Select(start => Spared(start, Reaches)).Aggregate(Better);
        // What cannot be spared of everything belongs to every way.
        var needed = spared.Where(effort => !MayReach(Without(inOrder, effort.Id))).ToHashSet();
        return inOrder.Count <= MostTriedWhole ? Whole(inOrder, spared, needed, Reaches, MayReach) : Likely(inOrder, spared, needed, Reaches);

        bool MayReach(IReadOnlyList<Effort> most) => Most(most).Any(Reaches);

        bool Reaches(IReadOnlyList<Effort> chosen) => goal(prospect.After([.. chosen.Select(effort => effort.Event)]));
    }

    /// <summary>An order in which everything can be done: as it is taught, and nothing before what it needs. What needs itself is left out.</summary>
    public static IReadOnlyList<Effort> InOrder(IReadOnlyList<Effort> efforts)
    {
        var left = efforts.OrderBy(effort => effort.Place).ThenBy(effort => effort.Id, StringComparer.Ordinal).ToList();
        var waiting = left.Select(effort => effort.Id).ToHashSet(StringComparer.Ordinal);
        var ordered = new List<Effort>(left.Count);
        while (left.FindIndex(effort => !effort.After.Any(waiting.Contains)) is >= 0 and var next)
        {
            ordered.Add(left[next]);
            waiting.Remove(left[next].Id);
            left.RemoveAt(next);
        }
        return ordered;
    }

    /// <summary>Some of the efforts and all that has to come before them, in an order in which they can be done.</summary>
    /// <param name="efforts">What there is to do.</param>
    /// <param name="chosen">Some of it.</param>
    public static IReadOnlyList<Effort> WithWhatComesFirst(IReadOnlyList<Effort> efforts, IEnumerable<Effort> chosen) => With(InOrder(efforts), chosen);

    // Thing by thing, with it and without it, as long as it is no dearer than the best and what is left could still be enough.
    private static IReadOnlyList<Effort> Whole(
        IReadOnlyList<Effort> inOrder, IReadOnlyList<Effort> best, HashSet<Effort> needed, Func<IReadOnlyList<Effort>, bool> reaches, Func<IReadOnlyList<Effort>, bool> mayReach)
    {
        var all = inOrder.Select(effort => effort.Id).ToHashSet(StringComparer.Ordinal);
        Choose(0, [], 0);
        return best;

        void Choose(int at, List<Effort> chosen, int minutes)
        {
            if (at == inOrder.Count || minutes + inOrder.Skip(at).Where(needed.Contains).Sum(one => one.Minutes) > best.Sum(one => one.Minutes))
                return;
            var effort = inOrder[at];
            if (minutes + effort.Minutes <= best.Sum(one => one.Minutes) && MayFollow(effort, chosen))
            {
                List<Effort> with = [.. chosen, effort];
                if (needed.IsSubsetOf(with) && reaches(with))
                    best = Better(best, with);
                else
                    Choose(at + 1, with, minutes + effort.Minutes);
            }

            if (needed.Contains(effort))
                return;
            var rest = chosen.ToList();
            foreach (var later in inOrder.Skip(at + 1).Where(later => MayFollow(later, rest)))
                rest.Add(later);
            if (mayReach(rest))
                Choose(at + 1, chosen, minutes);
        }

        bool MayFollow(Effort effort, List<Effort> chosen) => effort.After.All(id => !all.Contains(id) || chosen.Exists(one => one.Id == id));
    }

    private static IReadOnlyList<Effort> Likely(IReadOnlyList<Effort> inOrder, IReadOnlyList<Effort> best, HashSet<Effort> needed, Func<IReadOnlyList<Effort>, bool> reaches)
    {
        for (var one = 0; one < inOrder.Count; one++)
            for (var other = one; other < inOrder.Count; other++)
            {
                var pair = With(inOrder, [inOrder[one], inOrder[other]]);
                if (pair.Sum(effort => effort.Minutes) < best.Sum(effort => effort.Minutes) && needed.IsSubsetOf(pair) && reaches(pair))
                    best = Better(best, Spared(pair, reaches));
            }
        return best;
    }

    // The longest first: each goes with what needs it, if the rest is enough.
    private static IReadOnlyList<Effort> Spared(IReadOnlyList<Effort> start, Func<IReadOnlyList<Effort>, bool> reaches)
    {
        var left = start;
        foreach (var effort in start.OrderByDescending(effort => effort.Minutes).ThenBy(effort => effort.Id, StringComparer.Ordinal))
        {
            var without = Without(left, effort.Id);
            if (without.Count > 0 && without.Count < left.Count && reaches(without))
                left = without;
        }
        return left;
    }

    private static List<Effort> Without(IReadOnlyList<Effort> inOrder, string id)
    {
        var gone = new HashSet<string>(StringComparer.Ordinal) { id };
        var left = new List<Effort>(inOrder.Count);
        foreach (var effort in inOrder)
            if (gone.Contains(effort.Id) || effort.After.Any(gone.Contains))
                gone.Add(effort.Id);
            else
                left.Add(effort);
        return left;
    }

    // These and all that has to come before them.
    private static IReadOnlyList<Effort> With(IReadOnlyList<Effort> inOrder, IEnumerable<Effort> chosen)
    {
        var wanted = chosen.Select(effort => effort.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var effort in inOrder.Reverse())
            if (wanted.Contains(effort.Id))
                wanted.UnionWith(effort.After);
        return [.. inOrder.Where(effort => wanted.Contains(effort.Id))];
    }

    // Being observed may lower a score that was higher, so of observations more is not always more: everything else, with each choice of them.
    // Of many only all and none.
    private static IEnumerable<IReadOnlyList<Effort>> Most(IReadOnlyList<Effort> inOrder)
    {
        var observations = inOrder.Where(effort => effort.Event is Hypothesis.Observed).ToArray();
        var none = (1 << Math.Min(observations.Length, MostObserved)) - 1;
        for (var left = 0; left <= none; left++)
        {
            // All of them, then none, then what lies between.
            var spared = left == 0 ? 0 : none + 1 - left;
            var rest = observations.Where((_, i) => i < MostObserved ? (spared >> i & 1) == 1 : spared == none).Aggregate(inOrder, (sofar, observation) => Without(sofar, observation.Id));
            if (rest.Count > 0 && (observations.Length <= MostObserved || spared == 0 || spared == none))
                yield return rest;
        }
    }

    private static IReadOnlyList<Effort> Better(IReadOnlyList<Effort> best, IReadOnlyList<Effort> other) => Compare(best, other) <= 0 ? best : other;

    private static int Compare(IReadOnlyList<Effort> one, IReadOnlyList<Effort> other)
    {
        var minutes = one.Sum(effort => effort.Minutes).CompareTo(other.Sum(effort => effort.Minutes));
        if (minutes != 0)
            return minutes;
        return one.Count != other.Count ? one.Count.CompareTo(other.Count) : string.CompareOrdinal(Ids(one), Ids(other));

        static string Ids(IReadOnlyList<Effort> efforts) => string.Join('\n', efforts.Select(effort => effort.Id));
    }
}
