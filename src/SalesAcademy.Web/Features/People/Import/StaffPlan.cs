using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.People.Import;

/// <summary>What a row does.</summary>
internal enum RowOutcome
{
    Joins,
    Changes,
    Leaves,
    Unchanged,
    Refused,
}

/// <summary>How somebody is to be.</summary>
internal sealed record Standing(string Name, string? LatinName, Guid? Team, string? Profile, DateOnly HiredOn, Role Roles, IReadOnlyList<Guid> Manages, bool IsHere, string Language, string Zone);

/// <summary>A row with what it does: how the person is, null for a newcomer, and how they are to be, null where something is wrong.</summary>
internal sealed record PlannedRow(int Number, string Email, PersonRow? Person, Standing? Before, Standing? After, IReadOnlyList<RowFault> Faults)
{
    public string Name => After?.Name ?? Before?.Name ?? "";

    public RowOutcome Outcome => this switch
    {
        { Faults.Count: > 0 } => RowOutcome.Refused,
        { Before: null } => RowOutcome.Joins,
        { Before.IsHere: true, After.IsHere: false } => RowOutcome.Leaves,
        _ => Same(Before!, After!) ? RowOutcome.Unchanged : RowOutcome.Changes,
    };

    /// <summary>Whether it gives or takes more than what every seller has: roles, or answering for a team.</summary>
    public bool ChangesRights => Faults.Count == 0 && (((Before?.Roles ?? Role.None) ^ After!.Roles) is not Role.None and not Role.Rep || !(Before?.Manages ?? []).SequenceEqual(After.Manages));

    private static bool Same(Standing before, Standing after) => before.Manages.SequenceEqual(after.Manages) && before == after with { Manages = before.Manages };
}

/// <summary>What a whole file does, decided on people as they are now: all of it or nothing.</summary>
internal sealed record StaffPlan(IReadOnlyList<PlannedRow> Rows)
{
    public bool IsRefused => Rows.Any(row => row.Outcome == RowOutcome.Refused);

    public bool ChangesRights => Rows.Any(row => row.ChangesRights);

    public int Count(RowOutcome outcome) => Rows.Count(row => row.Outcome == outcome);

    /// <summary>Tells one plan from another, so that what is carried out is what was shown.</summary>
    public string Seal => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Rows.Select(row => new { row.Number, row.Email, row.Before, row.After, row.Faults.Count })))));

    /// <summary>Circles of managers that a row makes are its fault.</summary>
    public static StaffPlan WithoutCircles(IReadOnlyList<PlannedRow> rows, StaffNow now)
    {
        var after = rows.Where(row => row.After is not null).ToDictionary(row => row.Person?.Id ?? Guid.CreateVersion7(), row => row);
        var teams = now.People.Values.ToDictionary(p => p.Id, p => p.TeamId);
        var managed = now.People.Values.ToDictionary(p => p.Id, p => (IEnumerable<Guid>)now.Managed[p.Id]);
        foreach (var (id, row) in after)
            (teams[id], managed[id]) = (row.After!.Team, row.After.Manages);
        var managers = managed.SelectMany(person => person.Value.Select(team => (Team: team, person.Key))).ToLookup(m => m.Team, m => m.Key);
        var circles = ReportingLines.InCircles(teams.ToDictionary(p => p.Key, p => (IReadOnlyList<Guid>)(p.Value is { } team ? [.. managers[team]] : [])));
        var guilty = after.Where(row => circles.Contains(row.Key) && row.Value.Outcome is RowOutcome.Joins or RowOutcome.Changes).Select(row => row.Value.Number).ToHashSet();
        return new StaffPlan([.. rows.Select(row => guilty.Contains(row.Number) ? row with { Faults = [new(StaffColumns.Manages, new Refusal("managers-in-a-circle"))] } : row)]);
    }
}
