using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Comparing;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses.Changes;
using SalesAcademy.Web.Shared.Records;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Counts whom a new edition of the content would concern, before it is published. Only reads.</summary>
internal sealed class ConcernedPeople(AcademyOptions options, IDbContextFactory<AcademyDb> contexts, IEnumerable<IAnswerHolders> holders)
{
    /// <summary>Why nobody can be counted here; null when they can.</summary>
    public async Task<string?> Obstacle(CancellationToken cancellation)
    {
        if (options.Database is null && !File.Exists(options.DataFile("academy.db")))
            return $"There is no academy in {options.Data}.";
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return (await db.Database.GetPendingMigrationsAsync(cancellation)).Any() ? $"The academy in {options.Data} is of an earlier version: start it once with this one." : null;
    }

    /// <summary>The same changes with the people they concern.</summary>
    public async Task<ComparedEditions> Count(ComparedEditions compared, Catalogue before, Catalogue after, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var reading = await Reading(db, compared, cancellation);
        var asked = await Asked(db, compared, before, after, cancellation);
        var losing = await Losing(db, compared, before, after, cancellation);
        return compared with
        {
            Losing = losing.Values.SelectMany(people => people).Distinct().Count(),
            Changes =
            [
                .. compared.Changes.Select(change => (change.Thing, change.Weight) switch
                {
                    (ChangedThing.Lesson, not ChangeWeight.Added) => change with { People = new(reading[(change.Id, false)], reading[(change.Id, true)], null) { Asked = asked.TryGetValue(change.Id, out var people) ? people : null } },
                    (ChangedThing.Question, ChangeWeight.Material or ChangeWeight.Removed) => change with { People = new(null, null, losing.GetValueOrDefault(change.Id)?.Count ?? 0) },
                    _ => change,
                }),
            ],
        };
    }

    private static async Task<Readers> Reading(AcademyDb db, ComparedEditions compared, CancellationToken cancellation)
    {
        var courses = compared.Changes.Where(change => change.Thing == ChangedThing.Lesson).Select(change => change.Id.Split('/')[0]).Distinct(StringComparer.Ordinal).ToArray();
        var counts = await db.Set<LessonProgressRow>().Where(row => courses.Contains(row.Course))
            .GroupBy(row => new { row.Course, row.Lesson, IsCompleted = row.CompletedAt != null }).Select(group => new { group.Key.Course, group.Key.Lesson, group.Key.IsCompleted, Count = group.Count() }).ToListAsync(cancellation);
        return new(counts.ToDictionary(row => ($"{row.Course}/{row.Lesson}", row.IsCompleted), row => row.Count));
    }

    private static async Task<Dictionary<string, int>> Asked(AcademyDb db, ComparedEditions compared, Catalogue before, Catalogue after, CancellationToken cancellation)
    {
        var asked = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in compared.Changes.Where(change => change is { Thing: ChangedThing.Lesson, Weight: ChangeWeight.Material }).Select(change => change.Id))
            if (id.Split('/') is [var course, var lesson] && LessonChange.IsNew(ChangeOf(before, course, lesson), ChangeOf(after, course, lesson)))
                asked[id] = await db.WhoCompleted(course, lesson).CountAsync(cancellation);
        return asked;
    }

    private static LessonChange? ChangeOf(Catalogue catalogue, string course, string lesson) => catalogue.FindCourse(course)?.FindLesson(lesson)?.Change;

    private async Task<Dictionary<string, HashSet<Guid>>> Losing(AcademyDb db, ComparedEditions compared, Catalogue before, Catalogue after, CancellationToken cancellation)
    {
        var matters = compared.Changes.Where(change => change is { Thing: ChangedThing.Question, NeedsALook: true }).ToDictionary(
            change => change.Id,
            change => (QuestionMatter.Of(before.Families[change.Id]), after.Families.TryGetValue(change.Id, out var family) ? QuestionMatter.Of(family) : null),
            StringComparer.Ordinal);
        var losing = new Dictionary<string, HashSet<Guid>>(StringComparer.Ordinal);
        foreach (var room in holders)
            foreach (var (family, people) in await room.Losing(db, matters, cancellation))
                (losing.TryGetValue(family, out var known) ? known : losing[family] = []).UnionWith(people);
        return losing;
    }

    private sealed record Readers(Dictionary<(string Lesson, bool IsCompleted), int> Counts)
    {
        public int this[(string Lesson, bool IsCompleted) key] => Counts.GetValueOrDefault(key);
    }
}
