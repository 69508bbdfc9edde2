namespace SalesAcademy.Domain.People;

/// <summary>Who looks after whom: nobody may look after somebody who, however many hands further up, looks after them.</summary>
public static class ReportingLines
{
    /// <summary>Everybody who stands in a circle, or between two of them. Whoever answers for the team they are in themselves stands in none by that.</summary>
    /// <param name="managers">The managers of each person.</param>
    public static IReadOnlySet<Guid> InCircles(IReadOnlyDictionary<Guid, IReadOnlyList<Guid>> managers)
    {
        // Whoever has nobody above, or nobody below, stands in no circle; when they are taken away in turn, what is left are circles and what lies between them.
        var above = managers.ToDictionary(person => person.Key, person => person.Value.Where(manager => manager != person.Key).ToHashSet());
        var left = above.Keys.ToHashSet();
        while (left.RemoveWhere(person => !above[person].Any(left.Contains)) > 0)
        {
        }

        var below = left.ToDictionary(person => person, _ => new HashSet<Guid>());
        foreach (var person in left)
            foreach (var manager in above[person].Where(left.Contains))
                below[manager].Add(person);
        while (left.RemoveWhere(person => !below[person].Any(left.Contains)) > 0)
        {
        }

        return left;
    }
}
