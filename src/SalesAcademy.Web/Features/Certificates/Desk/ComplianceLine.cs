using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Certificates.Desk;

/// <summary>A certification that is asked of a person, and what they have of it.</summary>
/// <param name="DueOn">The earliest day a path of theirs asks for it; null when none does.</param>
/// <param name="Tier">The lowest tier whose gate asks for it; null when none that is counted does.</param>
internal sealed record ComplianceLine(ComplianceSubject Subject, string Certification, DateOnly? DueOn, Tier? Tier, Held Held)
{
    public Holding Holding => Held.Holding;

    /// <summary>The day that explains it: its last day, the day it was revoked, or the day it is due.</summary>
    public DateOnly? Day => Holding switch
    {
        Holding.Revoked => Held.Certificate?.RevokedOn,
        Holding.Missing or Holding.Waiting => DueOn,
        Holding.Waived or Holding.External => Held.Instead?.Until,
        _ => Held.Certificate?.Until,
    };

    /// <summary>Whether its person can do something about it: what waits is HR's, what is held needs nothing.</summary>
    public bool MayBeReminded => Holding is Holding.EndsSoon || (Holding is not Holding.Waiting && !Held.IsEnough);
}

/// <summary>Somebody of whom certifications are asked.</summary>
internal sealed record ComplianceSubject(Guid Id, string Name, string? LatinName, Guid? TeamId, string Team, string? Profile, string Email);
