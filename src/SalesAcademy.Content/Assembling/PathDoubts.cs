namespace SalesAcademy.Content.Assembling;

/// <summary>Warnings about paths on which nobody would get on: the order of a path binds, so a step that needs a later one is never done.</summary>
internal static class PathDoubts
{
    public static IEnumerable<ContentProblem> Of(Catalogue catalogue)
    {
        foreach (var path in catalogue.Paths)
            for (var at = 0; at < path.Steps.Count; at++)
                if (path.Steps[at] is { Kind: PathStepKind.Certification, Target: var id } && catalogue.FindCertification(id) is { EveryLesson: true } certification
                    && path.Steps.Skip(at + 1).Any(later => later is { Kind: PathStepKind.Course } && later.Target == certification.Course)
                    && !path.Steps.Take(at).Any(earlier => earlier is { Kind: PathStepKind.Course } && earlier.Target == certification.Course))
                    yield return new(
                        ProblemSeverity.Warning, $"paths/{path.Id}.yml", Line(catalogue, path, id), new("path-order", id, certification.Course));
    }

    private static int Line(Catalogue catalogue, LearningPath path, string certification) => catalogue.Parts[$"paths/{path.Id}.yml"].References
        .Where(reference => reference.Kind == ReferenceKind.Certification && reference.Id == certification).Select(reference => reference.Line).FirstOrDefault();
}
