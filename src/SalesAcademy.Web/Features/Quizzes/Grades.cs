using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A grade with the people and the words behind it.</summary>
/// <param name="Row">The grade.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Comment">What was said to the person; null for nothing, or once erased.</param>
internal sealed record GradeLine(GradeRow Row, string By, string? Comment)
{
    /// <summary>The level of each criterion, in the rubric's order.</summary>
    public IReadOnlyList<int> Levels => Places.Read(Row.Levels);

    /// <summary>Of the grades of one answer those that hold: the newest of each grader, in the order in which they first graded.</summary>
    public static IReadOnlyList<GradeLine> Holding(IEnumerable<GradeLine> ofOneAnswer) => [.. ofOneAnswer.GroupBy(line => line.Row.Grader).Select(group => group.Last())];

    /// <summary>These grades, from the first.</summary>
    public static async Task<IReadOnlyList<GradeLine>> Of(AcademyDb db, IQueryable<GradeRow> grades, CancellationToken cancellation)
    {
        var rows = await (
            from grade in grades
            join grader in db.Set<PersonRow>() on grade.Grader equals grader.Id
            from comment in db.Set<SpokenRow>().Where(s => s.Id == grade.Comment).DefaultIfEmpty()
            select new { grade, grader.Name, Comment = comment.Words }).AsNoTracking().ToListAsync(cancellation);
        return [.. rows.OrderBy(row => row.grade.GradedAt).ThenBy(row => row.grade.Id).Select(row => new GradeLine(row.grade, row.Name, row.Comment))];
    }
}

/// <summary>What several grades of one answer say.</summary>
internal static class Grades
{
    /// <summary>The newest score of each grader, in the order in which they first graded.</summary>
    public static IReadOnlyList<double> Scores(IEnumerable<GradeRow> ofOneAnswer) =>
        [.. ofOneAnswer.OrderBy(grade => grade.GradedAt).ThenBy(grade => grade.Id).GroupBy(grade => grade.Grader).Select(group => group.Last().Score)];
}
