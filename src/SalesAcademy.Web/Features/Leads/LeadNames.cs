using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The companies behind leads, for those who answer for their owners.</summary>
public static class LeadNames
{
    /// <summary>Of these leads those that one of these people owns now, each with its company; any other lead is not told.</summary>
    public static Task<Dictionary<Guid, string>> Owned(AcademyDb db, IReadOnlyCollection<Guid> leads, IReadOnlyCollection<Guid> owners, CancellationToken cancellation) => leads.Count == 0
        ? Task.FromResult(new Dictionary<Guid, string>())
        : db.Set<LeadRow>().Where(lead => leads.Contains(lead.Id) && db.Set<OwnershipRow>().Any(owned => owned.Lead == lead.Id && owned.End == null && owners.Contains(owned.Person)))
            .ToDictionaryAsync(lead => lead.Id, lead => lead.Company, cancellation);
}
