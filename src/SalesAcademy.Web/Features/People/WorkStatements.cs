using System.Data.Common;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>A front door of People: where somebody works and what they bring, for whoever shares out work.</summary>
public static class WorkStatements
{
    /// <summary>Person: profile, zone and team of somebody who has a profile.</summary>
    public static readonly Statement Place = new("SELECT p.profile, p.zone, t.name FROM people p LEFT JOIN teams t ON t.id = p.team_id WHERE p.id = @p0 AND p.profile IS NOT NULL");

    /// <summary>Person: their tags.</summary>
    public static readonly Statement Tags = new("SELECT kind, value FROM person_tags WHERE person_id = @p0");

    /// <summary>Team: whoever is in it.</summary>
    public static readonly Statement Members = new("SELECT id FROM people WHERE team_id = @p0");

    public static (string Profile, string Zone, string? Team) PlaceOf(DbDataReader row) => (row.GetString(0), row.GetString(1), row.Text(2));

    public static (string Kind, string Value) Tag(DbDataReader row) => (row.GetString(0), row.GetString(1));
}
