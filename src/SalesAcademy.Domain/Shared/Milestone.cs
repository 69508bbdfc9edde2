namespace SalesAcademy.Domain.Shared;

/// <summary>What a milestone is.</summary>
public enum MilestoneKind
{
    /// <summary>A course completed.</summary>
    Course,

    /// <summary>A certification earned.</summary>
    Certification,
}

/// <summary>Something a person reaches by learning.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The id of the course or certification.</param>
public readonly record struct Milestone(MilestoneKind Kind, string Id);
