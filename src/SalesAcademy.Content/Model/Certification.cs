using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Content;

/// <summary>What a person must have done to be given a certificate.</summary>
public sealed record Certification
{
    /// <summary>The file's name.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Localised<string> Title { get; init; }

    /// <summary>The course it is about.</summary>
    public required string Course { get; init; }

    /// <summary>The quiz of that course which must be passed; of kind certification.</summary>
    public required string Quiz { get; init; }

    /// <summary>Whether every lesson of the course must be completed as well.</summary>
    public required bool EveryLesson { get; init; }

    /// <summary>Until when its certificates are valid.</summary>
    public required ValidityRule Validity { get; init; }

    /// <summary>Months a certificate is valid, or null for ever.</summary>
    public int? ValidMonths => Validity.Months;

    /// <summary>How a certificate is renewed; as it is earned, where nothing else is said.</summary>
    public required CertificationRenewal Renewal { get; init; }

    /// <summary>Whether its renewal asks for something else than the first certificate.</summary>
    public bool HasOwnRenewal => Renewal.Course != Course || Renewal.Quiz != Quiz || Renewal.EveryLesson != EveryLesson || Renewal.Lessons.Count > 0;

    /// <summary>The words between the person's name and the title on the document.</summary>
    public required Localised<string> Statement { get; init; }

    /// <summary>The design its certificates are issued in.</summary>
    public required string Design { get; init; }

    /// <summary>SHA-256 (hex) of its file.</summary>
    public required string Hash { get; init; }
}
