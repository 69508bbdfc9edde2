using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Content;

/// <summary>What is asked of somebody who renews a certificate in time, and when.</summary>
public sealed record CertificationRenewal
{
    /// <summary>The course it is about; another than the first one's where what is new is taught there.</summary>
    public required string Course { get; init; }

    /// <summary>The quiz of that course which must be passed; of kind certification.</summary>
    public required string Quiz { get; init; }

    /// <summary>Whether every lesson of that course must be completed.</summary>
    public required bool EveryLesson { get; init; }

    /// <summary>The lessons of that course to complete, where it is some and not all.</summary>
    public required IReadOnlyList<string> Lessons { get; init; }

    /// <summary>From when to when.</summary>
    public required RenewalRule Rule { get; init; }

    /// <summary>How many days before the end its holder is reminded, most first.</summary>
    public required IReadOnlyList<int> ReminderDays { get; init; }
}
