using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Coaching.Coverage;

/// <summary>How far the raters of one rubric agree.</summary>
/// <param name="Title">The rubric's title.</param>
/// <param name="Whole">Over all rows.</param>
/// <param name="ByCompetency">By the name of each competency.</param>
/// <param name="Raters">How strict each rater is, by name.</param>
internal sealed record RubricAgreement(Localised<string> Title, Agreement Whole, IReadOnlyList<(Localised<string> Name, Agreement Agreement)> ByCompetency, IReadOnlyList<(string Name, Severity Severity)> Raters);

/// <summary>Reads the sessions that two or more people scored.</summary>
internal sealed class CalibrationBook(AcademyDb db, Library library, Clock clock)
{
    /// <summary>Days looked back: as long as an observation counts (model, section 1).</summary>
    public const int Span = 365;

    public async Task<IReadOnlyList<RubricAgreement>> Read(CancellationToken cancellation)
    {
        var since = clock.Now.AddDays(-Span);
        var rows = await (
            from card in db.Set<ScorecardRow>()
            join score in db.Set<ScoreRow>() on card.Id equals score.Scorecard
            where card.Session != null && card.At >= since && score.Level > Scorecard.NotObserved
            select new { Session = card.Session!.Value, card.Rubric, card.ContentHash, card.Rater, score.Criterion, score.Level }).ToListAsync(cancellation);
        var raters = rows.Select(row => row.Rater).Distinct().ToArray();
        var names = await db.Set<PersonRow>().Where(p => raters.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellation);
        var rubrics = rows.Select(row => (row.ContentHash, row.Rubric)).Distinct().ToDictionary(one => one, one => library.At(one.ContentHash)?.FindRubric(one.Rubric));
        return
        [
            .. from row in rows
               let rubric = rubrics[(row.ContentHash, row.Rubric)]
               where rubric is not null
               let level = (rubric.Criteria.Single(c => c.Id == row.Criterion).Competency, Level: new SampledLevel((row.Session, row.Criterion), row.Rater, row.Level))
               group level by row.Rubric into levels
               orderby levels.Key
               select Compare(rubrics.Last(one => one.Key.Rubric == levels.Key && one.Value is not null).Value!, [.. levels], names), // one of them is there, or there were no levels
        ];
    }

    private RubricAgreement Compare(Rubric rubric, IReadOnlyList<(string Competency, SampledLevel Level)> levels, Dictionary<Guid, string> names) => new(
        rubric.Title,
        Calibration.AgreementOf(levels.Select(one => one.Level)),
        [.. levels.GroupBy(one => one.Competency, one => one.Level).OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (NameOf(one.Key), Calibration.AgreementOf(one)))],
        [.. Calibration.SeverityOf(levels.Select(one => one.Level)).Select(one => (names[one.Rater], one)).OrderBy(one => one.Item1, StringComparer.CurrentCulture)]);

    private Localised<string> NameOf(string competency) => library.Now.Competencies.FirstOrDefault(c => c.Id == competency)?.Name ?? new Localised<string>(competency, competency);
}
