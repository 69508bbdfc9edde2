using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Paths;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Paths;

/// <summary>Holds a person to the order of their paths. Neither an observation, which a coach begins, nor what is no longer taught holds anybody up.</summary>
internal sealed class PathOrder(Library library) : IStepOrder
{
    public async Task<IReadOnlyDictionary<Milestone, Milestone>> Closed(AcademyDb db, Guid person, CancellationToken cancellation = default) =>
        Closed(await db.Set<PathStepRow>().AsNoTracking().Where(step => step.Person == person).ToListAsync(cancellation));

    public async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>>>> Before(AcademyDb db, IReadOnlyList<Guid> people, CancellationToken cancellation = default) =>
        (await db.Set<PathStepRow>().AsNoTracking().Where(step => people.Contains(step.Person)).ToListAsync(cancellation))
        .GroupBy(step => step.Person).Select(steps => (Person: steps.Key, Before: StepOrder.Before(PathsOf(steps)))).Where(of => of.Before.Count > 0).ToDictionary(of => of.Person, of => of.Before);

    public IReadOnlyDictionary<Milestone, Milestone> Closed(IEnumerable<PathStepRow> steps) => StepOrder.Closed(PathsOf(steps));

    /// <summary>The milestone of a step; null for an observation.</summary>
    public static Milestone? MilestoneOf(PathStepRow step) => step.Kind switch
    {
        PathStepKind.Course => new(MilestoneKind.Course, step.Target),
        PathStepKind.Certification => new(MilestoneKind.Certification, step.Target),
        _ => null,
    };

    private IReadOnlyList<IReadOnlyList<(Milestone, bool)>> PathsOf(IEnumerable<PathStepRow> steps) =>
        [.. steps.GroupBy(step => step.Path, StringComparer.Ordinal).OrderBy(path => path.Key, StringComparer.Ordinal).Select(Path)];

    private (Milestone, bool)[] Path(IEnumerable<PathStepRow> steps) =>
    [
        .. from step in steps
           orderby step.Position
           let milestone = MilestoneOf(step)
           where milestone is not null && IsTaught(milestone.Value)
           select (milestone.Value, step.DoneAt is not null),
    ];

    private bool IsTaught(Milestone milestone) => milestone.Kind == MilestoneKind.Course
        ? library.Now.FindCourse(milestone.Id) is not null
        : library.Now.FindCertification(milestone.Id) is not null;
}
