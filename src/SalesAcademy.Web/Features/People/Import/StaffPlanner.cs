using System.Net.Mail;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>Decides what each row of a sheet does, by the rules of the people desk. An empty cell leaves what it is about as it is.</summary>
/// <remarks>Language and zone are a newcomer's alone: afterwards people choose them for themselves, and the next file must not take that back.</remarks>
internal sealed class StaffPlanner(StaffColumns columns, Clock clock)
{
    /// <param name="sheet">The rows.</param>
    /// <param name="now">Everybody as they are.</param>
    /// <param name="decider">Who asks; null for the academy itself, which may do what an administrator may.</param>
    public StaffPlan Plan(StaffSheet sheet, StaffNow now, Guid? decider)
    {
        var giver = decider is { } person ? now.RolesOf(person) : Role.Admin;
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var rows = sheet.Rows.Select(row => seen.TryAdd(row.Email, row.Number) ? Plan(row, now, decider, giver) : new PlannedRow(row.Number, row.Email, null, null, null, [new(StaffColumns.Email, new Refusal("email-twice", seen[row.Email]))]));
        return StaffPlan.WithoutCircles([.. rows], now);
    }

    private PlannedRow Plan(StaffRow row, StaffNow now, Guid? decider, Role giver)
    {
        var faults = new List<RowFault>(row.Faults);
        if (!MailAddress.TryCreate(row.Email, out var address) || address.Address != row.Email)
            faults.Add(new(StaffColumns.Email, new Refusal("email-invalid", row.Email)));
        var person = now.People.GetValueOrDefault(row.Email);
        var before = person is null ? null : StandingOf(person, now);
        var after = After(row, before, now, faults);
        if (faults.Count == 0)
            faults.AddRange(Rights(before, after, decider is not null && person?.Id == decider, giver));
        return new PlannedRow(row.Number, row.Email, person, before, faults.Count == 0 ? after : null, faults);
    }

    private static Standing StandingOf(PersonRow person, StaffNow now) => new(
        person.Name, person.LatinName, person.TeamId, person.Profile, person.HiredOn, now.RolesOf(person.Id), [.. now.Managed[person.Id].Order()], person.SuspendedAt is null, person.Language, person.Zone);

    private Standing After(StaffRow row, Standing? before, StaffNow now, List<RowFault> faults)
    {
        if (before is null)
            foreach (var needed in (string[])[StaffColumns.Name, StaffColumns.HiredOn])
                if (row[needed] is null)
                    faults.Add(new(needed, new Refusal("cell-needed")));
        var status = Read(row, StaffColumns.Status, columns.StatusOf, "status-unknown", faults);
        if (before is null && status == StaffColumns.Leaves)
            faults.Add(new(StaffColumns.Status, new Refusal("leaver-unknown")));
        var isHere = status is null ? before?.IsHere ?? true : status == StaffColumns.Here;
        // Of somebody who leaves the record stays as it is.
        if (before is not null && !isHere)
            return before with { IsHere = false };
        var roles = Roles(row, before, faults);
        return new Standing(
            Said(row, StaffColumns.Name, PersonName.Decide, faults) ?? before?.Name ?? "",
            row[StaffColumns.LatinName] switch { null => before?.LatinName, StaffColumns.Nothing => null, _ => Said(row, StaffColumns.LatinName, PersonName.DecideLatin, faults) },
            row[StaffColumns.Team] switch { null => before?.Team, StaffColumns.Nothing => null, var cell => TeamIn(cell, StaffColumns.Team, now, faults) },
            row[StaffColumns.Profile] switch { null => before?.Profile, StaffColumns.Nothing => null, _ => Read(row, StaffColumns.Profile, columns.ProfileOf, "profile-unknown", faults) },
            Day(row, faults) ?? before?.HiredOn ?? default,
            roles,
            row.Parts(StaffColumns.Manages) is { } teams ? [.. teams.Select(team => TeamIn(team, StaffColumns.Manages, now, faults)).OfType<Guid>().Distinct().Order()] : roles.HasFlag(Role.Manager) ? before?.Manages ?? [] : [],
            isHere,
            before?.Language ?? Read(row, StaffColumns.Language, columns.LanguageOf, "language-unknown", faults) ?? ReaderLanguage.English,
            before?.Zone ?? Read(row, StaffColumns.Zone, cell => Zones.IsKnown(cell) ? cell : null, "zone-unknown", faults) ?? clock.Zone.Id);
    }

    // What the desk refuses one by one; administrators are made and shut out by hand alone.
    private static IEnumerable<RowFault> Rights(Standing? before, Standing after, bool isSelf, Role giver)
    {
        var held = before?.Roles ?? Role.None;
        if (((held ^ after.Roles) | (before?.IsHere == after.IsHere ? Role.None : held)).HasFlag(Role.Admin))
            yield return new(StaffColumns.Roles, new Refusal("administrators-by-hand"));
        else if (before?.IsHere == true && !after.IsHere && RoleGrants.DecideSuspension(giver, isSelf, held, otherAdministrators: true) is Refused<Done> stays)
            yield return new(StaffColumns.Status, stays.Reason);
        else if (after.Roles != held && RoleGrants.Decide(giver, isSelf, held, after.Roles, otherAdministrators: true) is Refused<Role> refused)
            yield return new(StaffColumns.Roles, refused.Reason);
        if (isSelf && after.Manages.Except(before?.Manages ?? []).Any())
            yield return new(StaffColumns.Manages, new Refusal("roles-for-oneself"));
        if (after.IsHere && after.Manages.Count > 0 && !after.Roles.HasFlag(Role.Manager))
            yield return new(StaffColumns.Manages, new Refusal("manager-role-needed"));
    }

    private Role Roles(StaffRow row, Standing? before, List<RowFault> faults)
    {
        if (row.Parts(StaffColumns.Roles) is not { } parts)
            return before?.Roles ?? Role.Rep;
        var roles = Role.None;
        foreach (var part in parts)
            if (columns.RoleOf(part) is { } role)
                roles |= role;
            else
                faults.Add(new(StaffColumns.Roles, new Refusal("role-unknown", part)));
        return roles;
    }

    private static Guid? TeamIn(string cell, string column, StaffNow now, List<RowFault> faults)
    {
        if (now.TeamNamed(cell) is { } team)
            return team;
        faults.Add(new(column, new Refusal("team-not-named", cell)));
        return null;
    }

    private static DateOnly? Day(StaffRow row, List<RowFault> faults)
    {
        if (row[StaffColumns.HiredOn] is not { } cell)
            return null;
        if (StaffRow.DayOf(cell) is { Year: >= 1970 and <= 2099 } day)
            return day;
        faults.Add(new(StaffColumns.HiredOn, new Refusal("day-unknown", cell)));
        return null;
    }

    private static string? Read(StaffRow row, string column, Func<string, string?> known, string otherwise, List<RowFault> faults)
    {
        if (row[column] is not { } cell)
            return null;
        if (known(cell) is { } value)
            return value;
        faults.Add(new(column, new Refusal(otherwise, cell)));
        return null;
    }

    private static string? Said<T>(StaffRow row, string column, Func<string?, Decision<T>> decide, List<RowFault> faults)
    {
        if (row[column] is not { } cell)
            return null;
        if (decide(cell) is Accepted<T> { Value: var said })
            return said?.ToString();
        faults.Add(new(column, ((Refused<T>)decide(cell)).Reason));
        return null;
    }
}
