using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

internal static class EvidenceStatements
{
    /// <summary>
    /// Person, attempt, family, score, what the question asks or null to leave it. Written at once: a tier that moves reads its answers from the database.
    /// </summary>
    public static readonly Statement Correct = new(
        "UPDATE evidence_answers SET score = @p3, matter = COALESCE(CAST(@p4 AS text), matter) WHERE person = @p0 AND attempt = @p1 AND family = @p2");
}
