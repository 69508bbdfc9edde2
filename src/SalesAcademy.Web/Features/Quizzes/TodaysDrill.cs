using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The drill of whoever looks at Today, read once however many of its cards ask.</summary>
internal sealed class TodaysDrill(IPreparedReads reads, DrillBook book, Clock clock)
{
    private Drill? read;

    /// <summary>The drill of a rep; null for anybody else.</summary>
    public async Task<Drill?> Of(CurrentPerson person) =>
        person.Is(Role.Rep) ? read ??= await book.Read(reads, person, clock.Today) : null;
}
