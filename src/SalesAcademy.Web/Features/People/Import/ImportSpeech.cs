using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>Says what a file of people does, row by row, in the language being spoken.</summary>
internal sealed class ImportSpeech(IStringLocalizer<Words> words, IStringLocalizer<HouseWords> house, StaffColumns columns)
{
    public string Say(Refusal refusal) => words[$"refusal.{refusal.Key}", [.. refusal.Arguments]];

    public string NameOf(RowOutcome outcome) => words[$"outcome.{outcome}"];

    /// <summary>What is wrong with a row, or what changes by it.</summary>
    public string Details(PlannedRow row, StaffNow now) => string.Join(' ', row.Outcome == RowOutcome.Refused ? row.Faults.Select(Fault) : Changes(row, now).Select(change =>
        words["sheet.change", columns.NameOf(change.Column), change.Before is { Length: > 0 } before ? before : words["sheet.nothing"], change.After is { Length: > 0 } after ? after : words["sheet.nothing"]].Value));

    public async Task Report(Stream stream, StaffPlan plan, StaffNow now)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write(words["sheet.row"], columns.NameOf(StaffColumns.Email), columns.NameOf(StaffColumns.Name), words["sheet.outcome"], words["sheet.details"]);
        foreach (var row in plan.Rows)
            await csv.Write(row.Number.ToString(CultureInfo.InvariantCulture), row.Email, row.Name, NameOf(row.Outcome), Details(row, now));
    }

    public async Task Template(Stream stream)
    {
        await using var csv = new CsvWriter(stream);
        await csv.Write([.. StaffColumns.All.Select(columns.NameOf)]);
    }

    private string Fault(RowFault fault) => fault.Column is { } column ? words["sheet.fault", columns.NameOf(column), Say(fault.Why)] : Say(fault.Why);

    private IEnumerable<(string Column, string? Before, string? After)> Changes(PlannedRow row, StaffNow now)
    {
        if (row is not { After: { } after, Outcome: RowOutcome.Joins or RowOutcome.Changes })
            yield break;
        var before = row.Before;
        (string Column, string? Before, string? After)[] said =
        [
            (StaffColumns.Name, before?.Name, after.Name),
            (StaffColumns.LatinName, before?.LatinName, after.LatinName),
            (StaffColumns.Team, Team(before?.Team, now), Team(after.Team, now)),
            (StaffColumns.Profile, before?.Profile, after.Profile),
            (StaffColumns.HiredOn, before is null ? null : Moments.LongDay(before.HiredOn), Moments.LongDay(after.HiredOn)),
            (StaffColumns.Roles, before is null ? null : Roles(before.Roles), Roles(after.Roles)),
            (StaffColumns.Manages, Teams(before?.Manages, now), Teams(after.Manages, now)),
            (StaffColumns.Status, before is null ? null : words[Status(before.IsHere)].Value, words[Status(after.IsHere)].Value),
        ];
        foreach (var change in said.Where(change => change.Before != change.After && (before is not null || change.Column is StaffColumns.Team or StaffColumns.Roles or StaffColumns.Manages)))
            yield return change;
    }

    private static string Status(bool isHere) => $"status.{(isHere ? StaffColumns.Here : StaffColumns.Leaves)}";

    private string Roles(Role roles) => string.Join(words["sheet.and"].Value, Enum.GetValues<Role>().Where(role => role != Role.None && roles.HasFlag(role)).Select(role => house[$"role.{role}"].Value));

    private string? Teams(IReadOnlyList<Guid>? teams, StaffNow now) => teams is null or [] ? null : string.Join(words["sheet.and"].Value, teams.Select(team => Team(team, now)));

    private static string? Team(Guid? id, StaffNow now) => now.Teams.FirstOrDefault(team => team.Id == id) is { } team ? ReaderLanguage.Current == ReaderLanguage.Chinese ? team.ChineseName : team.Name : null;
}
