using System.Data.Common;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.People;

/// <summary>A front door of People: days off, for whoever plans a person's days.</summary>
public static class LeaveStatements
{
    /// <summary>Person, local day: leaves that end on that day or later.</summary>
    public static readonly Statement Since = new("SELECT \"from\", until FROM leaves WHERE person_id = @p0 AND until >= @p1");

    public static (DateOnly From, DateOnly Until) Days(DbDataReader row) => (row.GetFieldValue<DateOnly>(0), row.GetFieldValue<DateOnly>(1));
}
