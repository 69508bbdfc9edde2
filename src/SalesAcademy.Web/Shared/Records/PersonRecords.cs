using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Shared.Records;

/// <summary>Rows that a room keeps about people, and which of them are about one person: what is handed out when somebody asks for all that is kept of them.</summary>
/// <param name="Row">The row.</param>
/// <param name="About">Those about a person, one by one, as they are kept.</param>
internal sealed record PersonRecords(Type Row, Func<AcademyDb, Guid, IAsyncEnumerable<object>> About)
{
    /// <summary>The room, in lower case, or the part of what all rooms share: the folder in what is handed out.</summary>
    public string Room => Row.Namespace!.Split('.')[3].ToLowerInvariant(); // SalesAcademy.Web.Features.People, SalesAcademy.Web.Shared.Ledger

    /// <summary>Such as lesson-progress.</summary>
    public string Name => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Row.Name[..^"Row".Length]);
}

internal static class PersonRecordServices
{
    /// <summary>Hands out rows of a table about a person, together with what other rooms keep.</summary>
    public static IServiceCollection AddPersonRecords<TRow>(this IServiceCollection services, Func<AcademyDb, Guid, IQueryable<TRow>> about)
        where TRow : class => services.AddSingleton(new PersonRecords(typeof(TRow), (db, person) => about(db, person).AsNoTracking().AsAsyncEnumerable()));
}
