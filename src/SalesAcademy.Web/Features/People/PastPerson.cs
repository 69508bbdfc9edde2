using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.People;

/// <summary>A front door of People: what mattered about somebody at work at a point of the ledger, told by the events up to it.</summary>
public sealed class PastPerson
{
    private readonly List<DaysAway> leaves = [];

    /// <summary>The role profile; null for somebody who does not sell.</summary>
    public string? Profile { get; private set; }

    /// <summary>Whether they were not suspended.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>The team; null for none.</summary>
    public Guid? Team { get; private set; }

    /// <summary>Where they work, such as Asia/Shanghai; null where nobody has told.</summary>
    public string? Zone { get; private set; }

    /// <summary>What they brought; null where nobody has told.</summary>
    public IReadOnlyList<HeldTag>? Tags { get; private set; }

    /// <summary>Their days away, past and to come.</summary>
    public IReadOnlyList<DaysAway> Leaves => leaves;

    /// <summary>The next event of this person; those that say nothing about it are passed over.</summary>
    public void Hear(IEvent happened)
    {
        switch (happened)
        {
            case PersonJoined joined:
                (Profile, Team, Zone, Tags) = (joined.Profile, joined.Team, joined.Zone, joined.Zone is null ? null : []);
                break;
            case TeamChanged changed:
                Team = changed.Team;
                break;
            case ProfileChanged changed:
                Profile = changed.Profile;
                break;
            case PreferencesChanged { Zone: { } zone }:
                Zone = zone;
                break;
            case TagsChanged changed:
                Tags = changed.Tags;
                break;
            case PersonSuspended:
                IsActive = false;
                break;
            case PersonReinstated:
                IsActive = true;
                break;
            case LeaveTaken leave:
                leaves.Add(new(leave.From, leave.Until));
                break;
            case LeaveCalledOff leave:
                leaves.Remove(new(leave.From, leave.Until));
                break;
        }
    }
}
