using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>What somebody has said yes to.</summary>
/// <param name="Seal">The plan they have seen; null takes whatever the file does now.</param>
/// <param name="GivesRights">Whether it may give and take roles beyond the seller's, and management of teams.</param>
internal sealed record Consent(string? Seal, bool GivesRights);

/// <summary>Carries a file of people out in one transaction: joiners, movers and leavers, or nobody.</summary>
internal sealed class CarryOutPlan(ILedger ledger, StaffPlanner planner, Staff staff)
{
    /// <summary>Refused: people-changed since the plan was seen, rows-refused, rights-unticked.</summary>
    public async Task<Decision<int>> Run(Act act, StaffSheet sheet, Consent consent, CancellationToken cancellation = default)
    {
        var touched = new List<Guid>();
        var done = await ledger.Run<int>(act, async entry =>
        {
            // So many that their names would fill the database's table of locks.
            await entry.HoldEverything();
            touched.Clear();
            var plan = planner.Plan(sheet, await StaffNow.Read(entry.Db, cancellation), act.Actor);
            if (consent.Seal is { } seen && seen != plan.Seal)
                return new Refusal("people-changed");
            if (plan.IsRefused)
                return new Refusal("rows-refused", plan.Count(RowOutcome.Refused));
            if (plan.ChangesRights && !consent.GivesRights)
                return new Refusal("rights-unticked");
            foreach (var row in plan.Rows.Where(row => row.Outcome != RowOutcome.Unchanged))
                touched.Add(Write(entry, row));
            return touched.Count;
        }, cancellation);
        touched.ForEach(staff.Forget);
        return done;
    }

    private static Guid Write(Entry entry, PlannedRow row)
    {
        if (row is not { Person: { } person, Before: { } before })
            return Enter(entry, row.Email, row.After!); // a row that is not refused says how somebody is to be
        entry.Db.Attach(person);
        if (row.Outcome == RowOutcome.Leaves)
        {
            person.SuspendedAt = entry.Act.At;
            entry.Record(new PersonSuspended(person.Id));
        }
        else
        {
            Change(entry, person, before, row.After!);
        }

        return person.Id;
    }

    private static Guid Enter(Entry entry, string email, Standing to)
    {
        var person = new PersonRow
        {
            Id = entry.NewId(),
            Name = to.Name,
            LatinName = to.LatinName,
            Email = email,
            TeamId = to.Team,
            Profile = to.Profile,
            HiredOn = to.HiredOn,
            Language = to.Language,
            ContentLanguage = to.Language,
            Zone = to.Zone,
        };
        JoinPerson.Enter(entry, person, to.Roles);
        Manage(entry, person.Id, [], to.Manages);
        return person.Id;
    }

    private static void Change(Entry entry, PersonRow person, Standing before, Standing to)
    {
        if ((to.Name, to.LatinName, to.HiredOn) != (before.Name, before.LatinName, before.HiredOn))
            entry.Record(new PersonChanged(person.Id));
        if (to.Team != before.Team)
            entry.Record(new TeamChanged(person.Id, to.Team));
        if (to.Profile != before.Profile)
            entry.Record(new ProfileChanged(person.Id, to.Profile));
        (person.Name, person.LatinName, person.HiredOn, person.TeamId, person.Profile) = (to.Name, to.LatinName, to.HiredOn, to.Team, to.Profile);
        if (to.IsHere != before.IsHere)
        {
            person.SuspendedAt = null;
            entry.Record(new PersonReinstated(person.Id));
        }

        if (to.Roles != before.Roles)
            GiveRoles(entry, person.Id, before.Roles, to.Roles);
        Manage(entry, person.Id, before.Manages, to.Manages);
    }

    private static void GiveRoles(Entry entry, Guid person, Role before, Role to)
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.None && (before ^ to).HasFlag(role)))
        {
            var row = new RoleRow { PersonId = person, Role = role, GrantedAt = entry.Act.At, GrantedBy = entry.Act.Actor };
            if (to.HasFlag(role))
                entry.Db.Add(row);
            else
                entry.Db.Remove(row);
        }

        entry.Record(new RolesChanged(person, to));
    }

    private static void Manage(Entry entry, Guid person, IReadOnlyList<Guid> before, IReadOnlyList<Guid> to)
    {
        foreach (var team in before.Except(to))
        {
            entry.Db.Remove(new TeamManagerRow { TeamId = team, PersonId = person });
            entry.Record(new ManagementChanged(person, team, Manages: false));
        }

        foreach (var team in to.Except(before))
        {
            entry.Db.Add(new TeamManagerRow { TeamId = team, PersonId = person });
            entry.Record(new ManagementChanged(person, team, Manages: true));
        }
    }
}
