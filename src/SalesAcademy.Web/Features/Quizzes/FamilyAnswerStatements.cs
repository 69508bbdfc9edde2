using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

internal static class FamilyAnswerStatements
{
    /// <summary>A second answer of the same day is not evidence and leaves no row.</summary>
    public static readonly Statement Keep = new("""
        INSERT INTO family_answers (person, family, edition, day, score, hint) VALUES (@p0, @p1, @p2, @p3, @p4, @p5)
        ON CONFLICT (person, family, edition, day) DO NOTHING
        """);
}
