using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>Why somebody need not do something that is asked of them. Neither is a pass, and neither is ever shown as one.</summary>
public enum WaiverBasis
{
    /// <summary>It is not asked of this person.</summary>
    Exemption,

    /// <summary>They have learned it elsewhere.</summary>
    PriorLearning,
}

/// <summary>What a waiver is of.</summary>
public enum WaivedThing
{
    /// <summary>The lessons of a course; its quizzes are still to be passed.</summary>
    Course,

    /// <summary>A certification: no certificate is issued, and no gate of a tier opens by it.</summary>
    Certification,
}

/// <summary>Somebody need not do something; the reason is kept apart.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Waiver">The waiver.</param>
/// <param name="Thing">Of what.</param>
/// <param name="Target">The course or certification.</param>
/// <param name="Basis">On what ground.</param>
/// <param name="From">The first day it counts.</param>
/// <param name="Until">The last day it counts; null for ever.</param>
public sealed record RequirementWaived(Guid Subject, Guid Waiver, WaivedThing Thing, string Target, WaiverBasis Basis, DateOnly From, DateOnly? Until) : IEvent;

/// <summary>A waiver was taken back: what it was of is asked again.</summary>
/// <param name="Subject">Of whom.</param>
/// <param name="Waiver">The waiver.</param>
/// <param name="Thing">Of what.</param>
/// <param name="Target">The course or certification.</param>
public sealed record WaiverWithdrawn(Guid Subject, Guid Waiver, WaivedThing Thing, string Target) : IEvent;

/// <summary>A certificate that somebody else has issued was sent in.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="External">Under which it is kept.</param>
/// <param name="FileHash">SHA-256 of the file, hex.</param>
public sealed record ExternalCertificateSent(Guid Subject, Guid External, string FileHash) : IEvent;

/// <summary>HR decided about a certificate that somebody else has issued; the reason is kept apart.</summary>
/// <param name="Subject">Whose it is.</param>
/// <param name="External">Under which it is kept.</param>
/// <param name="IsAccepted">Whether it is listed from now on.</param>
/// <param name="InsteadOf">The certification that is not asked of its holder while it is in force; null for none.</param>
public sealed record ExternalCertificateDecided(Guid Subject, Guid External, bool IsAccepted, string? InsteadOf) : IEvent;
