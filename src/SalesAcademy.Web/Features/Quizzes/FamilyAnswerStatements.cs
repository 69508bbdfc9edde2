using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

internal static class FamilyAnswerStatements
{
    /// <summary>A second answer of the same day is not evidence and leaves no row.</summary>
    public static readonly Statement Keep = new("""
        INSERT INTO family_answers (person, family, edition, day, score, hint, attempt) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6)
        ON CONFLICT (person, family, edition, day) DO NOTHING
        """);

    /// <summary>Person, attempt, family, score: the mark of an answer that counted as this attempt's.</summary>
    public static readonly Statement Correct = new("UPDATE family_answers SET score = @p3 WHERE person = @p0 AND attempt = @p1 AND family = @p2");
}
