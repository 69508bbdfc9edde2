using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>What has to be reached before something opens.</summary>
/// <param name="What">The course or certification.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is worked on.</param>
public sealed record Prerequisite(Milestone What, Localised<string> Title, string Url);

/// <summary>A front door of Courses: what is still closed to a person, and what opens it. Pages show it; the commands behind them refuse by it.</summary>
public sealed class Openings(Library library, IEnumerable<IStepOrder> orders, IEnumerable<IWaivedCourses> waivers)
{
    private const int MostKept = 50_000;

    private readonly ConcurrentDictionary<(Guid Person, string Course), bool> seenOpen = [];

    /// <summary>Every course and certification that is not a person's turn yet.</summary>
    public async Task<IReadOnlyDictionary<Milestone, Prerequisite>> Closed(AcademyDb db, Guid person, CancellationToken cancellation = default)
    {
        var closed = new Dictionary<Milestone, Prerequisite>();
        foreach (var order in orders)
            foreach (var (later, first) in await order.Closed(db, person, cancellation))
                closed.TryAdd(later, Named(first));
        return closed;
    }

    /// <summary>Of many people at once everything that is not their turn yet, each with all that has to be reached first, in order; nobody to whom everything is open is in it.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>>>> Before(AcademyDb db, IReadOnlyList<Guid> people, CancellationToken cancellation = default)
    {
        var before = new Dictionary<Guid, IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>>>();
        foreach (var order in orders)
            foreach (var (person, closed) in await order.Before(db, people, cancellation))
                before[person] = before.TryGetValue(person, out var earlier) ? earlier.Concat(closed).DistinctBy(step => step.Key).ToDictionary() : closed;
        return before;
    }

    /// <summary>What comes before a course; null when it is open, as every course is to somebody whose paths do not name it.</summary>
    public async Task<Prerequisite?> BeforeCourse(AcademyDb db, Guid person, string course) =>
        (await Closed(db, person)).GetValueOrDefault(new(MilestoneKind.Course, course));

    /// <summary>The same for the page that is opened most: a course once found open stays open, and is not asked about again until <see cref="Forget"/>.</summary>
    public async ValueTask<Prerequisite?> BeforeReading(AcademyDb db, Guid person, string course)
    {
        if (seenOpen.ContainsKey((person, course)))
            return null;
        var before = await BeforeCourse(db, person, course);
        if (seenOpen.Count > MostKept)
            seenOpen.Clear();
        if (before is null)
            seenOpen[(person, course)] = true;
        return before;
    }

    /// <summary>
    /// What comes before a quiz: whatever closes its course; and where it leads to a certification, that one's turn and, if the certification asks for
    /// lessons, those. What a renewal asks for counts only of a quiz that nobody takes for a first certificate.
    /// </summary>
    public async Task<Prerequisite?> BeforeQuiz(AcademyDb db, Guid person, Course course, string quiz)
    {
        var closed = await Closed(db, person);
        if (closed.TryGetValue(new(MilestoneKind.Course, course.Id), out var before))
            return before;
        // One that leads to several certifications is open as soon as one of them is.
        var leadsTo = library.Now.Certifications.Where(certification => certification.Course == course.Id && certification.Quiz == quiz).ToArray();
        if (leadsTo.Length == 0)
            return await BeforeRenewal(db, person, course, quiz) ? Named(new(MilestoneKind.Course, course.Id)) : null;
        if (leadsTo.All(certification => closed.ContainsKey(new(MilestoneKind.Certification, certification.Id))))
            return closed[new(MilestoneKind.Certification, leadsTo[0].Id)];
        return leadsTo.All(certification => certification.EveryLesson) && !await IsWaived(db, person, course) && !await IsCompleted(db, person, course) ? Named(new(MilestoneKind.Course, course.Id)) : null;
    }

    private async Task<bool> IsWaived(AcademyDb db, Guid person, Course course)
    {
        foreach (var waived in waivers)
            if ((await waived.Of(db, person)).Contains(course.Id))
                return true;
        return false;
    }

    private async Task<bool> BeforeRenewal(AcademyDb db, Guid person, Course course, string quiz)
    {
        var renews = library.Now.Certifications.Select(certification => certification.Renewal).Where(renewal => renewal.Course == course.Id && renewal.Quiz == quiz).ToArray();
        if (renews.Length == 0 || await IsWaived(db, person, course) || renews.Any(renewal => renewal is { EveryLesson: false, Lessons.Count: 0 }))
            return false;
        var done = (await db.Set<LessonProgressRow>().Where(row => row.Person == person && row.Course == course.Id && row.CompletedAt != null).Select(row => row.Lesson).ToListAsync()).ToHashSet(StringComparer.Ordinal);
        return !renews.Any(renewal => renewal.Lessons.All(done.Contains) && (!renewal.EveryLesson || course.Lessons.All(lesson => done.Contains(lesson.Id))));
    }

    /// <summary>A milestone with its name and its page.</summary>
    public Prerequisite Named(Milestone milestone) => milestone.Kind == MilestoneKind.Certification && library.Now.FindCertification(milestone.Id) is { } certification
        ? new(milestone, certification.Title, $"/courses/{certification.Course}#{certification.Id}")
        : new(milestone, library.Now.FindCourse(milestone.Id)?.Title ?? new(milestone.Id, milestone.Id), $"/courses/{milestone.Id}");

    /// <summary>Asks anew about a person whose paths changed so that something may have closed.</summary>
    public void Forget(Guid person)
    {
        foreach (var course in library.Now.Courses)
            seenOpen.TryRemove((person, course.Id), out _);
    }

    // Completed once is completed for good, whatever lessons came since; and a course may be completed by the lesson that left it.
    private static async Task<bool> IsCompleted(AcademyDb db, Guid person, Course course)
    {
        if (await db.Set<CourseCompletionRow>().AnyAsync(row => row.Person == person && row.Course == course.Id))
            return true;
        var lessons = await db.Set<LessonProgressRow>().Where(row => row.Person == person && row.Course == course.Id && row.CompletedAt != null).Select(row => row.Lesson).ToListAsync();
        return CourseProgress.IsCompleted([.. course.Lessons.Select(lesson => lesson.Id)], lessons.ToHashSet(StringComparer.Ordinal));
    }
}
