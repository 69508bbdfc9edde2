using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>What the room needs so that readers can mark for themselves. Handed out to whom it belongs, and gone with them.</summary>
internal static class NoteServices
{
    public static IServiceCollection AddReadingMarks(this IServiceCollection services) => services
        .AddSingleton<KeepMarks>()
        .AddSingleton<ReadingMarks>()
        .AddPersonRecords((db, person) => db.Set<ReadingMarkRow>().Where(r => r.Person == person))
        .AddErasure<ReadingMarkRow>(erased => erased.Entry.Erase<ReadingMarkRow>(rows => rows.Where(r => r.Person == erased.Person)));
}
