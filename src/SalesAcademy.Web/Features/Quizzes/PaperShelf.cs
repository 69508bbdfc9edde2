using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The papers of attempts at work, so that saving an answer reads nothing.</summary>
internal sealed class PaperShelf(Library library, IDbContextFactory<AcademyDb> contexts)
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Guid, Paper> kept = [];

    /// <summary>The paper of an attempt of this person; null when there is none, or it is somebody else's.</summary>
    public async ValueTask<Paper?> Find(Guid attempt, Guid person, CancellationToken cancellation = default)
    {
        if (kept.TryGetValue(attempt, out var paper))
            return paper.Person == person ? paper : null;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var row = await db.Set<AttemptRow>().SingleOrDefaultAsync(a => a.Id == attempt && a.Person == person, cancellation);
        return row is null ? null : await Of(db, row);
    }

    /// <summary>The paper of that row, read from the catalogue the attempt was begun under.</summary>
    public async ValueTask<Paper> Of(AcademyDb db, AttemptRow row)
    {
        if (kept.TryGetValue(row.Id, out var paper))
            return paper;
        var questions = await db.Set<AttemptQuestionRow>().AsNoTracking().Where(q => q.Attempt == row.Id).OrderBy(q => q.Position).ToListAsync();
        var catalogue = library.At(row.ContentHash) ?? throw new InvalidOperationException($"Catalogue {row.ContentHash} of attempt {row.Id} is not in the archive.");
        var course = catalogue.FindCourse(row.Course) ?? throw new InvalidOperationException($"Catalogue {row.ContentHash} has no course {row.Course}.");
        var quiz = course.FindQuiz(row.Quiz) ?? throw new InvalidOperationException($"Course {row.Course} has no quiz {row.Quiz}.");
        if (kept.Count > MostKept)
            kept.Clear();
        return kept[row.Id] = new Paper(row.Id, row.Person, row.Kind, row.Deadline, row.ContentHash, course, quiz,
            [.. questions.Select(q => PaperQuestion.Of(q.Position, quiz.Families.Single(f => f.Id == q.Family), q.Variant, q.Options, catalogue))]);
    }
}
