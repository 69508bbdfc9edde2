namespace SalesAcademy.Web.Features.People;

/// <summary>A front door of People: people as somebody looks for them.</summary>
public static class PeopleByName
{
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // No string is compared here: these become lower() and LIKE of SQL, and a culture or a comparison has no translation.
    /// <summary>Those whose name, name in Latin letters or e-mail address holds a part, in any case of letters.</summary>
    public static IQueryable<PersonRow> Called(this IQueryable<PersonRow> people, string part)
    {
        var small = part.ToLowerInvariant();
        return people.Where(p => p.Name.ToLower().Contains(small) || p.Email.Contains(small) || (p.LatinName != null && p.LatinName.ToLower().Contains(small)));
    }
#pragma warning restore CA1304, CA1311, CA1862, MA0011
}
