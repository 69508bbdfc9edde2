using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What waits for the reader, what waits for somebody else, and what the reader graded last.</summary>
internal sealed record GradingPage(IReadOnlyList<AwaitedAnswer> Waiting, IReadOnlyList<AwaitedAnswer> Elsewhere, IReadOnlyList<GradedLine> Graded, int Attempts, string Language);

/// <summary>An answer that the reader graded.</summary>
internal sealed record GradedLine(Guid Attempt, int Position, string Person, Quiz? Quiz, double Score, DateTime At);

/// <summary>One answer before whoever grades it.</summary>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Paper">What was asked.</param>
/// <param name="Question">The question with the answer, and the grades that the reader may see.</param>
/// <param name="Mine">The reader's own newest grade, or null.</param>
/// <param name="IsSettled">Whether it has its mark without the reader.</param>
/// <param name="Form">What the reader fills in.</param>
/// <param name="Language">The reader's.</param>
internal sealed record GradePage(AttemptRow Attempt, string Person, Paper Paper, ReviewedQuestion Question, GradeLine? Mine, bool IsSettled, GradeForm Form, string Language)
{
    /// <summary>The criterion without a level, when the form was refused for it.</summary>
    public string? Missing { get; init; }
}

/// <summary>The grading queue, and the grade of one answer.</summary>
[Route("quizzes/grading"), Allow(Role.Manager | Role.Hr)]
internal sealed class GradingController(AcademyDb db, Courses.Library library, PaperShelf shelf, GradingQueue queue, GradeAnswer grade, IStringLocalizer<Words> words) : AcademyController
{
    public const string Address = "/quizzes/grading";

    private const int GradedShown = 20;

    public static string AddressOf(Guid attempt, int position) => $"{Address}/{attempt}/{position}";

    [HttpGet]
    public async Task<IActionResult> Index(CancellationToken cancellation)
    {
        var waiting = await queue.Read(Person, cancellation);
        var graded = await (
            from row in db.Set<GradeRow>()
            where row.Grader == Person.Id
            join attempt in db.Set<AttemptRow>() on row.Attempt equals attempt.Id
            join person in db.Set<PersonRow>() on row.Person equals person.Id
            orderby row.GradedAt descending
            select new { row.Attempt, row.Position, person.Name, attempt.ContentHash, attempt.Course, attempt.Quiz, row.Score, row.GradedAt }).Take(GradedShown).ToListAsync(cancellation);
        return View("Grading", new GradingPage(
            [.. waiting.Where(answer => answer.MineAt is null)], [.. waiting.Where(answer => answer.MineAt is not null)],
            [.. graded.Select(g => new GradedLine(g.Attempt, g.Position, g.Name, library.At(g.ContentHash)?.FindCourse(g.Course)?.FindQuiz(g.Quiz), g.Score, g.GradedAt))],
            await queue.Attempts(Person).CountAsync(cancellation), Person.ContentLanguage));
    }

    [HttpGet("{attempt:guid}/{position:int}")]
    public Task<IActionResult> Show(Guid attempt, int position, CancellationToken cancellation) => Page(attempt, position, null, null, cancellation);

    [HttpPost("{attempt:guid}/{position:int}")]
    public async Task<IActionResult> Grade(Guid attempt, int position, GradeForm form, CancellationToken cancellation)
    {
        string? missing = null;
        if (ModelState.IsValid)
        {
            if (await grade.Run(Act(), Person, attempt, position, form) is not Refused<Guid> { Reason: var reason })
            {
                TempData["flash"] = words["grade.done"].Value;
                return Redirect(Address);
            }

            if (reason == Refusal.NotFound)
                return NotFound();
            missing = reason is { Key: "grade-missing", Arguments: [string criterion] } ? criterion : null;
            SayInForm(reason, words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await Page(attempt, position, form, missing, cancellation);
    }

    private async Task<IActionResult> Page(Guid id, int position, GradeForm? form, string? missing, CancellationToken cancellation)
    {
        var people = Learners.Of(db, Person);
        if (await db.Set<AttemptRow>().AsNoTracking().Where(a => a.Id == id && a.FinishedAt != null).Join(people, a => a.Person, p => p.Id, (attempt, person) => new { attempt, person.Name })
                .SingleOrDefaultAsync(cancellation) is not { } found)
            return NotFound();
        var paper = await shelf.Of(db, found.attempt);
        var answer = await db.Set<AttemptAnswerRow>().SingleOrDefaultAsync(a => a.Attempt == id && a.Position == position && a.Response != "", cancellation);
        if (answer is null || paper.Find(position) is not { Key: RubricKey key, Rubric: { } rubric } question)
            return NotFound();
        var grades = GradeLine.Holding(await GradeLine.Of(db, db.Set<GradeRow>().Where(g => g.Attempt == id && g.Position == position), cancellation));
        var mine = grades.FirstOrDefault(line => line.Row.Grader == Person.Id);
        var isSettled = RubricGrade.Settled(key.Graders, [.. grades.Select(line => line.Row.Score)]) is not null;
        // Nobody sees another's grade before giving their own.
        var seen = mine is null && !isSettled ? [] : grades;
        var reviewed = ReviewedQuestion.Of(question, Person.ContentLanguage, StoredResponse.Read(question.Key, answer.Response), seen) with { IsOthers = true };
        form ??= mine is null ? new GradeForm() : new GradeForm { Levels = rubric.Criteria.Zip(mine.Levels).ToDictionary(pair => pair.First.Id, pair => (int?)pair.Second), Comment = mine.Comment };
        return View("Grade", new GradePage(found.attempt, found.Name, paper, reviewed, mine, isSettled && mine is null, form, Person.ContentLanguage) { Missing = missing });
    }
}
