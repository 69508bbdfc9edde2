using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Readiness;

/// <summary>A seller's tier by the daily step is another one.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="From">The tier before.</param>
/// <param name="To">The tier now.</param>
/// <param name="Reason">Promoted, Gate or Faded.</param>
/// <param name="Day">The day of the step.</param>
/// <param name="PolicyHash">The readiness policy.</param>
public sealed record TierChanged(Guid Subject, Tier From, Tier To, TierReason Reason, DateOnly Day, string PolicyHash)
    : IEvent, IUnderPolicy;

/// <summary>Somebody has set a seller's tier for a while.</summary>
/// <param name="Subject">The seller.</param>
/// <param name="By">Who decided.</param>
/// <param name="To">The tier to hold.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="PolicyHash">The readiness policy.</param>
public sealed record TierOverridden(Guid Subject, Guid By, Tier To, DateOnly From, DateOnly Until, string PolicyHash)
    : IEvent, IUnderPolicy;
