namespace SalesAcademy.Content.Statistics;

/// <summary>What there is to measure a competency with.</summary>
/// <param name="Id">The competency.</param>
/// <param name="Families">Its question families; the next three add up to them.</param>
/// <param name="Exam">Those asked in examinations only.</param>
/// <param name="Drill">Those asked in drills and checks.</param>
/// <param name="Both">Those asked in both.</param>
/// <param name="Variants">All variants of them.</param>
/// <param name="Courses">Courses that train it.</param>
/// <param name="Scorecards">Scorecards that rate it.</param>
public sealed record CompetencyCount(string Id, int Families, int Exam, int Drill, int Both, int Variants, int Courses, int Scorecards)
{
    internal static CompetencyCount Of(Catalogue catalogue, string id)
    {
        var families = catalogue.Families.Values.Where(family => family.Competency == id).ToArray();
        return new(
            id,
            families.Length,
            families.Count(family => family.Pool == QuestionPool.Exam),
            families.Count(family => family.Pool == QuestionPool.Drill),
            families.Count(family => family.Pool == QuestionPool.Both),
            families.Sum(family => family.Variants.Count),
            catalogue.Courses.Count(course => course.Competencies.Contains(id, StringComparer.Ordinal)),
            catalogue.Scorecards.Count(rubric => rubric.Criteria.Any(criterion => criterion.Competency == id)));
    }
}
