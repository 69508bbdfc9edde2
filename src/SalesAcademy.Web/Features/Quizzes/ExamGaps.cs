using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Sets an examination beside the drills of those who sat it: one query more than its own statistics.</summary>
internal static class ExamGaps
{
    /// <param name="db">The database.</param>
    /// <param name="attempts">The attempts the statistics rest on.</param>
    /// <param name="catalogue">What is taught now; it says which family belongs to which competency.</param>
    /// <param name="inExam">Every answer of these attempts.</param>
    /// <param name="cancellation">Stops early.</param>
    public static async Task<IReadOnlyList<ExamGap>> Read(
        AcademyDb db, IQueryable<AttemptRow> attempts, Catalogue catalogue, IReadOnlyList<(Guid Person, string Competency, double Score)> inExam, CancellationToken cancellation)
    {
        var competencies = inExam.Select(answer => answer.Competency).Distinct().Order(StringComparer.Ordinal).ToArray();
        var families = catalogue.Families.Values.Where(f => f.Pool != QuestionPool.Exam && competencies.Contains(f.Competency)).ToDictionary(f => f.Id, f => f.Competency, StringComparer.Ordinal);
        var drilled = await db.Set<DrillQuestionRow>()
            .Where(q => q.Score != null && families.Keys.Contains(q.Family) && attempts.Select(a => a.Person).Contains(q.Person))
            .GroupBy(q => new { q.Person, q.Family })
            .Select(g => new { g.Key.Person, g.Key.Family, Answers = g.Count(), Right = g.Sum(q => q.Score!.Value) }) // asked for above
            .ToListAsync(cancellation);
        var drills = drilled.ToLookup(d => families[d.Family], d => (d.Person, d.Answers, d.Right));
        var exams = inExam.ToLookup(answer => answer.Competency, answer => (answer.Person, Answers: 1, Right: answer.Score));
        return [.. competencies.Select(competency => ExamGap.Of(competency, ByPerson(exams[competency]), ByPerson(drills[competency])))];
    }

    private static Dictionary<Guid, (int Answers, double Right)> ByPerson(IEnumerable<(Guid Person, int Answers, double Right)> answers) =>
        answers.GroupBy(a => a.Person).ToDictionary(g => g.Key, g => (g.Sum(a => a.Answers), g.Sum(a => a.Right)));
}
