using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Asked at every page after something happened to its reader, for the count in the rail, and before every notice.</summary>
internal static class NoticeStatements
{
    /// <summary>Person: how many notices are unread.</summary>
    public static readonly Statement Unread = new("SELECT COUNT(*) FROM notices WHERE person = @p0 AND read_at IS NULL");

    /// <summary>Person: the sequence of their newest notice; 0 before the first.</summary>
    public static readonly Statement Newest = new("SELECT COALESCE(MAX(sequence), 0) FROM notices WHERE person = @p0");
}
