using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Courses.Changes;

/// <summary>Which changes of lessons people are asked to read. It follows what is taught: every node looks, and each edition is settled once.</summary>
internal sealed class ChangeBook(ILedger ledger, Library library, CompleteCourses completed, IDbContextFactory<AcademyDb> contexts, Clock clock)
{
    private volatile IReadOnlyList<LessonChangeRow> changes = [];
    private Catalogue? followed;

    /// <summary>The changes that ask or have asked anybody, in memory: where there is none, as mostly, a page asks the store nothing.</summary>
    public IEnumerable<LessonChangeRow> Asking(string? course = null, string? lesson = null) =>
        changes.Where(change => change.OpenedAt is not null && (course is null || change.Course == course) && (lesson is null || change.Lesson == lesson));

    /// <summary>Opens what is newly marked in what is taught now and takes back what is no longer; done twice, it is done once.</summary>
    public async Task Follow(CancellationToken cancellation = default)
    {
        var taught = library.Now;
        if (ReferenceEquals(taught, followed))
            return;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var seen = await Latest(db, cancellation);
        if (seen?.ContentHash != taught.Hash)
        {
            await completed.Follow(followed, taught, cancellation); // before the edition counts as seen: done twice, it is done once
            await Settle(seen, taught, await Steps(db, taught, cancellation));
        }

        changes = await db.Set<LessonChangeRow>().AsNoTracking().OrderBy(change => change.On).ToListAsync(cancellation);
        followed = taught;
    }

    private async Task Settle(EditionSeenRow? seen, Catalogue taught, ChangeSteps steps)
    {
        // Compiled from the archive after a restart, so before the queue of writers is held.
        var before = seen is null || steps.Open.Count == 0 ? null : library.At(seen.ContentHash);
        await ledger.Run<Done>(clock.Act(), async entry =>
        {
            await entry.Hold("changes");
            var latest = await Latest(entry.Db, CancellationToken.None);
            if (latest?.Number != seen?.Number)
                return Done.Value; // another node was first; what it left is looked at in the next round
            entry.Db.Add(new EditionSeenRow { Number = (seen?.Number ?? 0) + 1, ContentHash = taught.Hash, At = entry.Act.At });
            foreach (var mark in steps.Open)
                await Open(entry, mark, isFirst: seen is null, before, taught);
            foreach (var mark in steps.OpenAgain)
                await OpenAgain(entry, mark, taught);
            foreach (var mark in steps.TakeBack)
                await TakeBack(entry, mark, taught);
            return Done.Value;
        });
    }

    private static async Task Open(Entry entry, MarkedChange mark, bool isFirst, Catalogue? before, Catalogue taught)
    {
        var change = entry.Db.Add(new LessonChangeRow
        {
            Id = entry.NewId(),
            Course = mark.Course,
            Lesson = mark.Lesson,
            On = mark.On,
            OpenedAt = isFirst ? null : entry.Act.At,
            Known = before?.FindCourse(mark.Course)?.FindLesson(mark.Lesson) is { } then ? string.Join(' ', PassagesOf(then)) : null,
        }).Entity;
        if (!isFirst)
            entry.Record(new LessonChangeOpened(change.Id, mark.Course, mark.Lesson, mark.On, await entry.Db.Asked(change).CountAsync(), taught.Hash));
    }

    private static async Task OpenAgain(Entry entry, MarkedChange mark, Catalogue taught)
    {
        var change = await Find(entry, mark);
        change.TakenBackAt = null;
        if (change.OpenedAt is not null)
            entry.Record(new LessonChangeOpened(change.Id, mark.Course, mark.Lesson, mark.On, await entry.Db.Asked(change).CountAsync(), taught.Hash));
    }

    private static async Task TakeBack(Entry entry, MarkedChange mark, Catalogue taught)
    {
        var change = await Find(entry, mark);
        change.TakenBackAt = entry.Act.At;
        if (change.OpenedAt is not null)
            entry.Record(new LessonChangeTakenBack(change.Id, mark.Course, mark.Lesson, mark.On, await entry.Db.Unread(change).CountAsync(), taught.Hash));
    }

    private static Task<LessonChangeRow> Find(Entry entry, MarkedChange mark) =>
        entry.Db.Set<LessonChangeRow>().SingleAsync(change => change.Course == mark.Course && change.Lesson == mark.Lesson && change.On == mark.On);

    private static async Task<ChangeSteps> Steps(AcademyDb db, Catalogue taught, CancellationToken cancellation) => ChangeSteps.Decide(
        [.. taught.Courses.SelectMany(course => course.Lessons).Where(lesson => lesson.Change is not null).Select(lesson => new MarkedChange(lesson.Course, lesson.Id, lesson.Change!.On))], // only those
        (await db.Set<LessonChangeRow>().AsNoTracking().ToListAsync(cancellation)).ToDictionary(change => change.Mark, change => change.TakenBackAt is not null));

    private static Task<EditionSeenRow?> Latest(AcademyDb db, CancellationToken cancellation) =>
        db.Set<EditionSeenRow>().AsNoTracking().OrderByDescending(edition => edition.Number).FirstOrDefaultAsync(cancellation);

    private static IEnumerable<string> PassagesOf(Lesson lesson) =>
        new[] { lesson.Text.English, lesson.Text.Chinese }.OfType<LessonText>().SelectMany(text => text.Blocks).Select(block => block.Id).Distinct(StringComparer.Ordinal);
}
