using Microsoft.AspNetCore.Mvc;
using SalesAcademy.Content;
using SalesAcademy.Web.Shared.Rooms;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Above what an author looks at: that nothing is recorded, for whom it is shown, and when it would be their turn.</summary>
[ViewComponent(Name = "PreviewBar")]
internal sealed class PreviewBar(Library library) : RoomCard
{
    /// <param name="here">The page it stands on.</param>
    /// <param name="language">The language it is shown in.</param>
    /// <param name="role">The role profile; null for nobody's in particular.</param>
    /// <param name="course">The course it belongs to.</param>
    /// <param name="quiz">The quiz; null for a lesson.</param>
    public IViewComponentResult Invoke(string here, string language, string? role, string course, string? quiz) =>
        Show(new PreviewReader(here, Locales.Nearest(language), library.Now.Roles, library.Now.Roles.FirstOrDefault(known => known.Id == role), [.. PreviewStep.Of(library.Now, role, course, quiz)]));
}

/// <summary>For whom something is shown.</summary>
/// <param name="Here">The page.</param>
/// <param name="Language">The language of its text.</param>
/// <param name="Roles">Whom it could be shown for.</param>
/// <param name="Role">Whom it is shown for; null for nobody's role in particular.</param>
/// <param name="Steps">Where it comes on the paths of that role.</param>
internal sealed record PreviewReader(string Here, string Language, IReadOnlyList<RoleName> Roles, RoleName? Role, IReadOnlyList<PreviewStep> Steps);

/// <summary>A place on a path at which something is opened.</summary>
/// <param name="Path">The path.</param>
/// <param name="Place">Its place among the steps, from 1.</param>
/// <param name="DueDay">The day it is due, counted from the start.</param>
/// <param name="Before">What has to be done first; null for nothing.</param>
internal sealed record PreviewStep(LearningPath Path, int Place, int DueDay, Localised<string>? Before)
{
    /// <summary>Of a lesson its course; of a quiz that certifies its certification, otherwise the course as well.</summary>
    public static IEnumerable<PreviewStep> Of(Catalogue catalogue, string? role, string course, string? quiz)
    {
        var certifies = catalogue.Certifications.Where(certification => certification.Course == course && certification.Quiz == quiz).Select(certification => certification.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var path in catalogue.Paths.Where(path => path.Role == role))
            foreach (var (index, step) in path.Steps.Index())
                if (certifies.Count > 0 ? step.Kind == PathStepKind.Certification && certifies.Contains(step.Target) : step.Kind == PathStepKind.Course && step.Target == course)
                    yield return new(path, index + 1, step.DueDay, path.Steps.Take(index).LastOrDefault(earlier => earlier.Kind != PathStepKind.Observation) is { } before ? TitleOf(catalogue, before) : null);
    }

    private static Localised<string>? TitleOf(Catalogue catalogue, PathStep step) =>
        step.Kind == PathStepKind.Certification ? catalogue.FindCertification(step.Target)?.Title : catalogue.FindCourse(step.Target)?.Title;
}
