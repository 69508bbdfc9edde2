using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Paths;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>The front door of Paths: who is on which path, and how far.</summary>
public sealed class Enrolments
{
    private readonly Library library;
    private readonly Openings openings;
    private readonly PathOrder order;

    internal Enrolments(Library library, Openings openings, PathOrder order) => (this.library, this.openings, this.order) = (library, openings, order);

    /// <summary>How many steps each of these people has let pass, where they are; nobody in time is in it.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> Overdue(AcademyDb db, IReadOnlyCollection<Guid> people, Clock clock, CancellationToken cancellation)
    {
        // A day further than the organisation's own, since somewhere it is already tomorrow.
        var tomorrow = clock.Today.AddDays(1);
        var open = await (from step in db.Set<PathStepRow>()
                          join person in db.Set<PersonRow>() on step.Person equals person.Id
                          where step.DoneAt == null && step.DueOn < tomorrow && people.Contains(step.Person)
                          select new { step.Person, person.Zone, step.DueOn }).ToListAsync(cancellation);
        return open.Where(step => step.DueOn < TeamLine.DayOf(step.Zone, clock)).CountBy(step => step.Person).ToDictionary();
    }

    /// <summary>The certifications that paths begun by a day ask of some people, and when each is due; one query, however many they are.</summary>
    public static async Task<IReadOnlyList<AskedCertification>> Certifications(AcademyDb db, IQueryable<Guid> people, DateOnly day, CancellationToken cancellation) => await (
        from step in db.Set<PathStepRow>()
        join enrolment in db.Set<EnrolmentRow>() on new { step.Person, step.Path } equals new { enrolment.Person, enrolment.Path }
        where step.Kind == PathStepKind.Certification && enrolment.StartsOn <= day && people.Contains(step.Person)
        select new AskedCertification(step.Person, step.Target, step.DueOn)).ToListAsync(cancellation);

    /// <summary>Puts a person on a path, in the transaction of the entry. What they have done already counts. Refused when they are on it (enrolled-already).</summary>
    /// <param name="entry">The command at work.</param>
    /// <param name="person">Who.</param>
    /// <param name="path">Which path.</param>
    /// <param name="startsOn">Day 1 of its due days.</param>
    public async Task<Decision<Done>> Enrol(Entry entry, Guid person, LearningPath path, DateOnly startsOn)
    {
        await entry.Hold($"path:{person}");
        if (await entry.Db.FindAsync<EnrolmentRow>(person, path.Id) is not null)
            return new Refusal("enrolled-already");
        var steps = path.Steps.Select((step, index) => new PathStepRow
        {
            Person = person,
            Path = path.Id,
            Position = index + 1,
            Kind = step.Kind,
            Target = step.Target,
            DueOn = PathPlan.DueOn(startsOn, step.DueDay),
        }).ToList();
        var hash = library.Now.Hash;
        entry.Db.Add(new EnrolmentRow { Person = person, Path = path.Id, StartsOn = startsOn, ContentHash = hash, At = entry.Act.At, Steps = steps });
        var before = await StepsDone.InHistory(entry.Db, person);
        foreach (var step in steps)
        {
            step.WaivedAt = before.WaivedAt(step.Kind, step.Target);
            step.DoneAt = before.When(step.Kind, step.Target) ?? step.WaivedAt;
        }

        entry.Record(new Enrolled(person, path.Id, startsOn, hash));
        openings.Forget(person);
        return Done.Value;
    }

    /// <summary>
    /// Takes a person off a path they were put on by mistake, in the transaction of the entry. Refused when they are not on it (not-enrolled), and once a
    /// step has been done since (enrolment-begun): what somebody has begun is not taken away.
    /// </summary>
    /// <param name="entry">The command at work.</param>
    /// <param name="person">Who.</param>
    /// <param name="path">Which path.</param>
    public async Task<Decision<Done>> Withdraw(Entry entry, Guid person, string path)
    {
        await entry.Hold($"path:{person}");
        if (await entry.Db.Set<EnrolmentRow>().Include(e => e.Steps).SingleOrDefaultAsync(e => e.Person == person && e.Path == path) is not { } enrolment)
            return new Refusal("not-enrolled");
        if (enrolment.Steps.Any(step => step.DoneAt > enrolment.At))
            return new Refusal("enrolment-begun");
        entry.Db.RemoveRange(enrolment.Steps);
        entry.Db.Remove(enrolment);
        entry.Record(new EnrolmentWithdrawn(person, path));
        openings.Forget(person);
        return Done.Value;
    }

    /// <summary>A person's paths as of their local day, in the order they were put on them; two queries.</summary>
    public async Task<IReadOnlyList<PathStanding>> Of(AcademyDb db, Guid person, DateOnly today, CancellationToken cancellation = default)
    {
        var enrolments = await db.Set<EnrolmentRow>().Include(e => e.Steps).Where(e => e.Person == person).OrderBy(e => e.At).ToListAsync(cancellation);
        if (enrolments.Count == 0)
            return [];
        var courses = await ReadingProgress.OfAll(db, person, library.Now, cancellation);
        var closed = order.Closed(enrolments.SelectMany(enrolment => enrolment.Steps));
        return [.. enrolments.Select(enrolment => Standing(enrolment, courses, closed, today))];
    }

    private PathStanding Standing(EnrolmentRow enrolment, IReadOnlyList<CourseStanding> courses, IReadOnlyDictionary<Milestone, Milestone> closed, DateOnly today)
    {
        // A document that has left the catalogue still has its name in the edition the plan was made under.
        Localised<string> Named(Func<Catalogue, Localised<string>?> find, string id) => find(library.Now) ?? (library.At(enrolment.ContentHash) is { } then ? find(then) : null) ?? new(id, id);

        var done = enrolment.Steps.Where(step => step.DoneAt is not null).Select(step => (step.Kind, step.Target)).ToHashSet();

        // Its turn may not have come; and a quiz opens with the last lesson of its course, on the path or not.
        Milestone? Before(PathStepRow step, Certification? certification, CourseStanding? course) =>
            PathOrder.MilestoneOf(step) is { } milestone && closed.TryGetValue(milestone, out var first) ? first
            : certification is { EveryLesson: true } && course is { IsCompleted: false } && !done.Contains((PathStepKind.Course, certification.Course)) ? new(MilestoneKind.Course, certification.Course)
            : null;

        return new(
            enrolment.Path,
            Named(catalogue => catalogue.Paths.FirstOrDefault(path => path.Id == enrolment.Path)?.Title, enrolment.Path),
            enrolment.StartsOn,
            [.. enrolment.Steps.OrderBy(step => step.Position).Select(step =>
            {
                var certification = step.Kind == PathStepKind.Certification ? library.Now.FindCertification(step.Target) : null;
                var course = courses.FirstOrDefault(course => course.Course.Id == (step.Kind == PathStepKind.Course ? step.Target : certification?.Course));
                var isCourse = step.Kind == PathStepKind.Course;
                var before = Before(step, certification, course);
                return new PathStepStanding(
                    step.Kind,
                    step.Target,
                    Named(catalogue => step.Kind switch
                    {
                        PathStepKind.Course => catalogue.FindCourse(step.Target)?.Title,
                        PathStepKind.Certification => catalogue.FindCertification(step.Target)?.Title,
                        _ => catalogue.FindRubric(step.Target)?.Title,
                    }, step.Target),
                    step.DueOn,
                    step.DoneAt,
                    StepStanding.Of(step.DueOn, step.DoneAt is not null, isCourse && course?.IsBegun == true, before is null, today),
                    course,
                    before is { } first ? openings.Named(first) : null)
                {
                    IsWaived = step.WaivedAt is not null,
                };
            })]);
    }
}

/// <summary>A certification that a path asks of a person.</summary>
/// <param name="Person">Of whom.</param>
/// <param name="Certification">Which.</param>
/// <param name="DueOn">The last day in time.</param>
public sealed record AskedCertification(Guid Person, string Certification, DateOnly DueOn);

/// <summary>A person on a path, as of a day.</summary>
/// <param name="Path">The path.</param>
/// <param name="Title">What it is called.</param>
/// <param name="StartsOn">Day 1.</param>
/// <param name="Steps">Its steps in order.</param>
public sealed record PathStanding(string Path, Localised<string> Title, DateOnly StartsOn, IReadOnlyList<PathStepStanding> Steps)
{
    /// <summary>Steps done.</summary>
    public int Done => Steps.Count(step => step.Standing.State == StepState.Done);

    /// <summary>Steps whose day is over.</summary>
    public int Overdue => Steps.Count(step => step.Standing.IsOverdue);
}

/// <summary>A step of a person's path, as of a day.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Target">The id of the course, certification or rubric.</param>
/// <param name="Title">What that is called.</param>
/// <param name="DueOn">The last day in time.</param>
/// <param name="DoneAt">When it was done, UTC.</param>
/// <param name="Standing">How far, and whether it is late.</param>
/// <param name="Course">The course it is about and how far the person is with it; null for an observation.</param>
/// <param name="Before">What opens it; null when it is open.</param>
public sealed record PathStepStanding(
    PathStepKind Kind, string Target, Localised<string> Title, DateOnly DueOn, DateTime? DoneAt, StepStanding Standing, CourseStanding? Course, Prerequisite? Before)
{
    /// <summary>Whether it counts as done only because it is not asked of the person.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Where the person goes on with it; null where a coach has to act.</summary>
    public string? Url => (Kind, Course) switch
    {
        (PathStepKind.Course, { Next: { } next }) => $"/courses/{Target}/{next.Lesson.Id}",
        (PathStepKind.Course, not null) => $"/courses/{Target}",
        (PathStepKind.Certification, { } course) => $"/courses/{course.Course.Id}#{Target}",
        _ => null,
    };
}
