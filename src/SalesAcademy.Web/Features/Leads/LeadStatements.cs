using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Asked at every page after something happened to its reader, for the count in the rail.</summary>
internal static class LeadStatements
{
    /// <summary>Person: how many leads they own and work.</summary>
    public static readonly Statement Owned = new("SELECT COUNT(*) FROM leads WHERE owner = @p0 AND state = 'Owned'");
}
