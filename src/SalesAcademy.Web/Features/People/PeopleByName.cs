using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.People;

/// <summary>A front door of People: people as somebody looks for them.</summary>
public static class PeopleByName
{
    /// <summary>Those whose name, name in Latin letters or e-mail address holds a part, in any case of letters.</summary>
    public static IQueryable<PersonRow> Called(this IQueryable<PersonRow> people, string part)
    {
        var small = part.ToLowerInvariant();
        return people.Where(p => SqlText.Lower(p.Name).Contains(small) || p.Email.Contains(small) || (p.LatinName != null && SqlText.Lower(p.LatinName).Contains(small)));
    }
}
