using SalesAcademy.Domain.Certificates;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>What a person has learned and proved by a day, in the reader's language, from what is recorded; never stored.</summary>
internal sealed record Transcript
{
    public required Guid Person { get; init; }

    public required string Name { get; init; }

    public string? LatinName { get; init; }

    public required string Team { get; init; }

    public required DateOnly HiredOn { get; init; }

    /// <summary>The last day that counts.</summary>
    public required DateOnly AsOf { get; init; }

    public required bool IsToday { get; init; }

    public required IReadOnlyList<TranscriptCertification> Certifications { get; init; }

    /// <summary>What was not asked of them on that day.</summary>
    public required IReadOnlyList<TranscriptWaiver> Waivers { get; init; }

    /// <summary>What others have issued, listed by that day.</summary>
    public required IReadOnlyList<TranscriptExternal> Externals { get; init; }

    public required IReadOnlyList<TranscriptCourse> Courses { get; init; }

    public required IReadOnlyList<TranscriptExamination> Examinations { get; init; }

    /// <summary>What the lessons completed by the day take to read, as their authors plan it: how long somebody really took is not measured.</summary>
    public required int PlannedMinutes { get; init; }
}

/// <summary>A certification with the certificate that counts on the day, or counted last.</summary>
internal sealed record TranscriptCertification(string Title, Holding Holding, string? Number, DateOnly? From, DateOnly? Until, DateOnly? RevokedOn)
{
    /// <summary>Whether its person was certified on that day.</summary>
    public bool Counts => Holding is Holding.Held or Holding.EndsSoon;
}

/// <summary>A course or certification that is not asked of them; by whose decision the waiver itself says.</summary>
internal sealed record TranscriptWaiver(string Title, WaivedThing Thing, WaiverBasis Basis, DateOnly From, DateOnly? Until);

/// <summary>A certificate of somebody else; the academy does not vouch for it.</summary>
internal sealed record TranscriptExternal(string Title, string Issuer, DateOnly IssuedOn, DateOnly? Until);

/// <summary>A course completed.</summary>
internal sealed record TranscriptCourse(string Title, DateOnly On);

/// <summary>An examination that was graded.</summary>
/// <param name="Percent">0..100.</param>
internal sealed record TranscriptExamination(string Title, int Number, DateOnly On, int Percent, bool Passed);
