using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Which scorecard a form begins with: the one that says most about the skill a seller's role is measured by; of several the first by id.</summary>
internal static class RubricChoice
{
    /// <summary>Its id; null where nothing is filled in by coaches.</summary>
    /// <param name="catalogue">What is taught.</param>
    /// <param name="profile">The seller's role profile; null for somebody without one.</param>
    public static string? For(Catalogue catalogue, string? profile)
    {
        var role = profile is null ? null : catalogue.Readiness.Roles.GetValueOrDefault(profile);
        return catalogue.Scorecards.OrderByDescending(Says).ThenBy(rubric => rubric.Id, StringComparer.Ordinal).FirstOrDefault()?.Id;

        double Says(Rubric rubric) => role is null ? 0
            : role.Competencies.Where(weighed => rubric.Criteria.Any(criterion => criterion.Competency == weighed.Competency)).Sum(weighed => weighed.Weight * (1 - weighed.Lambda));
    }
}
