using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Reads an ended attempt with everything its page shows.</summary>
internal sealed class ResultReading(PaperShelf shelf, Library library, QuizEditions editions, IPreparedReads reads, AcademyDb db, Clock clock)
{
    /// <summary>The result of an attempt of this person; null when there is none, or while it is open.</summary>
    public Task<ResultPage?> Of(Guid attempt, CurrentPerson person, CancellationToken cancellation) => Of(attempt, person.Id, person.ContentLanguage, cancellation);

    /// <summary>The same in the language of whoever reads it; whether they may is for the caller to ask.</summary>
    public async Task<ResultPage?> Of(Guid attempt, Guid person, string language, CancellationToken cancellation)
    {
        if (await shelf.Find(attempt, person, cancellation) is not { } paper)
            return null;
        var page = await AttemptPage.Of(reads, paper, language, clock.Now);
        if (page.Attempt.FinishedAt is null)
            return null;
        var isDisputed = (await reads.Rows(AttemptStatements.Disputed, row => row.GetInt32(0), attempt)).Count > 0;
        var contests = isDisputed ? await ContestLine.Of(db, db.Set<ContestRow>().Where(c => c.Attempt == attempt), cancellation) : [];
        var corrections = isDisputed ? await CorrectionLine.Of(db, attempt, cancellation) : [];
        // When it closes and how often it may be sat is what is published now, not what was when this attempt began.
        var quiz = library.Now.FindCourse(paper.Course.Id)?.FindQuiz(paper.Quiz.Id) ?? paper.Quiz;
        return new ResultPage(page, await QuizPage.Around(page.Attempt, reads, paper.Course, quiz, language, clock))
        {
            Grades = paper.IsJudged ? await GradeLine.Of(db, db.Set<GradeRow>().Where(g => g.Attempt == attempt), cancellation) : [],
            Contests = contests.ToDictionary(line => line.Row.Position),
            Marks = isDisputed ? await CorrectedMark.Of(db, attempt, cancellation) : [],
            Corrections = corrections,
            Corrected = Corrected(paper, corrections),
        };
    }

    private Dictionary<int, CorrectedQuestion> Corrected(Paper paper, IReadOnlyList<CorrectionLine> corrections)
    {
        var corrected = new Dictionary<int, CorrectedQuestion>();
        foreach (var line in corrections.Where(line => line.Regrade.Way == RegradeWay.NewKey))
            if (paper.Find(line.Mark.Position) is { } question && CorrectedQuestion.Of(question, FamilyAt(line.Regrade)) is { } now)
                corrected[question.Number] = now;
        return corrected;
    }

    private QuestionFamily? FamilyAt(RegradeRow regrade) =>
        editions.At(regrade.ContentHash, regrade.Course, regrade.Quiz)?.Families.FirstOrDefault(family => family.Hash == regrade.ToEdition);
}
