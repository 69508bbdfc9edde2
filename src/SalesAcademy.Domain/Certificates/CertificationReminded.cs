using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>Somebody was reminded of a certification that is asked of them and that they do not hold, or not for long.</summary>
/// <param name="Subject">Who was reminded.</param>
/// <param name="Certification">The programme.</param>
/// <param name="Day">The organisation's day; once a day for the same programme.</param>
public sealed record CertificationReminded(Guid Subject, string Certification, DateOnly Day) : IEvent;
