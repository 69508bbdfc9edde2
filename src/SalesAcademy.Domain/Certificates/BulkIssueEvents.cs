using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>HR ordered certificates of one certification for several people at once; what each is then issued is said of each.</summary>
/// <param name="Subject">The bulk issue.</param>
/// <param name="Certification">Of which certification.</param>
/// <param name="Waives">What is waived for those of them who do not meet everything; null for nothing.</param>
/// <param name="People">For how many people.</param>
public sealed record BulkIssueOrdered(Guid Subject, string Certification, WaivedThing? Waives, int People) : IEvent;

/// <summary>A bulk issue was stopped; what it has issued stays issued.</summary>
/// <param name="Subject">The bulk issue.</param>
public sealed record BulkIssueStopped(Guid Subject) : IEvent;

/// <summary>A stopped bulk issue goes on with those it had not come to.</summary>
/// <param name="Subject">The bulk issue.</param>
public sealed record BulkIssueResumed(Guid Subject) : IEvent;
