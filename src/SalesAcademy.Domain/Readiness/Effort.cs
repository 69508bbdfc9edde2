namespace SalesAcademy.Domain.Readiness;

/// <summary>Something a seller can do, before its effect is known.</summary>
/// <param name="Event">What would happen.</param>
/// <param name="Minutes">About how long it takes, at least 1.</param>
/// <param name="After">Ids of the efforts that have to come before it; what is not among the efforts is done already.</param>
/// <param name="Place">Where it stands in the order in which things are taught; ties by id.</param>
public sealed record Effort(Hypothesis Event, int Minutes, IReadOnlyList<string> After, int Place = 0)
{
    /// <summary>The id of its event.</summary>
    public string Id => Event.Id;
}
