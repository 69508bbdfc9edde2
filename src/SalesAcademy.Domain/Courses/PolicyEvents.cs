using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Courses;

/// <summary>These policies are in force from now on; every tier and every lead is decided by them until the next activation.</summary>
/// <param name="Subject">The activation.</param>
/// <param name="ReadinessHash">SHA-256 of policies/readiness.yml.</param>
/// <param name="LeadsHash">The lead policy: SHA-256 of policies/leads.yml, together with policies/pools.yml where there is one.</param>
/// <param name="Day">The local day.</param>
public sealed record PoliciesActivated(Guid Subject, string ReadinessHash, string LeadsHash, DateOnly Day) : IEvent;
