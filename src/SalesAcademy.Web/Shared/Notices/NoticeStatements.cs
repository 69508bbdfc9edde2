using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Asked at every page after something happened to its reader, for the count in the rail.</summary>
internal static class NoticeStatements
{
    /// <summary>Person: how many notices are unread.</summary>
    public static readonly Statement Unread = new("SELECT COUNT(*) FROM notices WHERE person = @p0 AND read_at IS NULL");
}
