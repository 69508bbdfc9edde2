using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Paths;

internal static class PathStatements
{
    /// <summary>Person, course: when it is due on a path of theirs and not done; asked at every lesson page.</summary>
    public static readonly Statement CourseDue = new("SELECT due_on FROM path_steps WHERE person = @p0 AND target = @p1 AND kind = 'Course' AND done_at IS NULL ORDER BY due_on LIMIT 1");
}
