using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Paths;

/// <summary>The order of learning paths: one step after the other.</summary>
public static class StepOrder
{
    /// <summary>
    /// What is closed, each with what has to be reached first: on every path the first step not done is open, and those after it wait for it.
    /// A step that was done is never closed again, and one that is open on any path is open.
    /// </summary>
    /// <param name="paths">A person's paths, each with its steps in order and whether they are done. Only steps that hold up the next: no observation, which a coach begins.</param>
    public static IReadOnlyDictionary<Milestone, Milestone> Closed(IReadOnlyList<IReadOnlyList<(Milestone Step, bool Done)>> paths)
    {
        var turns = paths.Select(path => path.Where(step => !step.Done).Select(step => step.Step).ToArray()).Where(open => open.Length > 0).ToArray();
        var open = turns.Select(turn => turn[0]).Concat(paths.SelectMany(path => path).Where(step => step.Done).Select(step => step.Step)).ToHashSet();
        var closed = new Dictionary<Milestone, Milestone>();
        foreach (var turn in turns)
            foreach (var later in turn.Where(step => !open.Contains(step)))
                closed.TryAdd(later, turn[0]);
        return closed;
    }

    /// <summary>Of everything closed all that has to be reached first, in order: the steps not done before it, on the path where they are fewest.</summary>
    /// <param name="paths">As of <see cref="Closed"/>.</param>
    public static IReadOnlyDictionary<Milestone, IReadOnlyList<Milestone>> Before(IReadOnlyList<IReadOnlyList<(Milestone Step, bool Done)>> paths)
    {
        var turns = paths.Select(path => path.Where(step => !step.Done).Select(step => step.Step).ToArray()).ToArray();
        return Closed(paths).Keys.ToDictionary(later => later, later => (IReadOnlyList<Milestone>)turns
            .Where(turn => turn.Contains(later)).Select(turn => turn.TakeWhile(step => step != later).ToArray()).MinBy(first => first.Length)!); // what is closed is on a path
    }
}
