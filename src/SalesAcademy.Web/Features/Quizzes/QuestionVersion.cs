namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A question as it was asked: what a regrade is about.</summary>
/// <param name="Course">The course of its quiz.</param>
/// <param name="Quiz">The quiz.</param>
/// <param name="Family">The family.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Edition">The hash of the family with its wording and keys.</param>
public sealed record QuestionVersion(string Course, string Quiz, string Family, string Variant, string Edition)
{
    public string Address => $"{RegradesController.Address}/{Course}/{Quiz}/{Family}/{Variant}/{Edition}";
}
