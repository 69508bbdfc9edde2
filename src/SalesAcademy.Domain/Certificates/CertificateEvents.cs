using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>A certificate was issued.</summary>
/// <param name="Subject">The holder.</param>
/// <param name="Certificate">The document.</param>
/// <param name="Certification">The programme.</param>
/// <param name="From">First valid day.</param>
/// <param name="Until">Last valid day; null for ever.</param>
/// <param name="Replaces">The certificate it supersedes, if any.</param>
/// <param name="ContentHash">The catalogue its requirements were met under.</param>
public sealed record CertificateIssued(Guid Subject, Guid Certificate, string Certification, DateOnly From, DateOnly? Until, Guid? Replaces, string ContentHash)
    : IEvent, IUnderContent;

/// <summary>A certificate said something wrong, and a newer one takes its place until the same day; the reason is kept apart.</summary>
/// <param name="Subject">The holder.</param>
/// <param name="Certificate">The document that was wrong.</param>
/// <param name="By">The one in its place.</param>
/// <param name="Certification">The programme.</param>
public sealed record CertificateCorrected(Guid Subject, Guid Certificate, Guid By, string Certification) : IEvent;

/// <summary>A certificate was revoked; the reason is kept apart.</summary>
/// <param name="Subject">The holder.</param>
/// <param name="Certificate">The document.</param>
/// <param name="Certification">The programme.</param>
/// <param name="Day">The day it ceased to be valid.</param>
public sealed record CertificateRevoked(Guid Subject, Guid Certificate, string Certification, DateOnly Day) : IEvent;
