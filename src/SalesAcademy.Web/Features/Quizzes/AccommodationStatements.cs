using System.Data.Common;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Asked wherever a quiz is shown before it is begun.</summary>
internal static class AccommodationStatements
{
    /// <summary>Person, course, quiz, local day: what is valid for that quiz.</summary>
    public static readonly Statement Valid = new("""
        SELECT id, extra_time, extra_attempts, until FROM accommodations
        WHERE person = @p0 AND (quiz IS NULL OR (course = @p1 AND quiz = @p2)) AND until >= @p3 AND revoked_at IS NULL
        """);

    public static Accommodation Row(DbDataReader row) => new(row.GetGuid(0), row.GetInt32(1), row.GetInt32(2), row.GetFieldValue<DateOnly>(3), RevokedAt: null);
}
