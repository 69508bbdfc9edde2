namespace SalesAcademy.Domain.Leads;

/// <summary>What becomes of a lead.</summary>
public enum AssignmentOutcome
{
    /// <summary>The winner gets it.</summary>
    Assigned,

    /// <summary>It waits for a seller who passes.</summary>
    Held,

    /// <summary>It goes to the public pool.</summary>
    Pool,
}

/// <summary>The record of one assignment: enough to explain it; any seller not named is asked again with <see cref="Eligibility"/> as of the sequence (model.md, rules of an assignment).</summary>
public sealed record AssignmentDecision
{
    /// <summary>Which lead.</summary>
    public required Guid Lead { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How many assignments had been made before.</summary>
    public required long Sequence { get; init; }

    /// <summary>The edition of the lead policy.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>What becomes of the lead.</summary>
    public required AssignmentOutcome Outcome { get; init; }

    /// <summary>The size z with which a win counts.</summary>
    public required int Size { get; init; }

    /// <summary>The seller with the least key, and up to ten runners-up in order; empty unless assigned.</summary>
    public required IReadOnlyList<Candidate> Ranking { get; init; }

    /// <summary>How many sellers of the cell fail at each rule as their first, index = rule - 1; with those who pass they add up to the cell.</summary>
    public required IReadOnlyList<int> Failures { get; init; }

    /// <summary>Whether everybody else fit was away and the policy ignores that.</summary>
    public bool AwayIgnored { get; init; }

    /// <summary>Whether chance chose among those at the edge of the tier; the ranking is then the order of the lots.</summary>
    public bool Explored { get; init; }

    /// <summary>Whether the lead has waited past its service level without an owner.</summary>
    public bool Alert { get; init; }

    /// <summary>The winner, or null.</summary>
    public Candidate? Winner => Ranking.Count > 0 ? Ranking[0] : null;

    /// <summary>Up to ten who would have been next.</summary>
    public IEnumerable<Candidate> RunnersUp => Ranking.Skip(1);

    /// <summary>How many fail at a rule as their first.</summary>
    public int Failed(Rule rule) => Failures[(int)rule - 1];
}
