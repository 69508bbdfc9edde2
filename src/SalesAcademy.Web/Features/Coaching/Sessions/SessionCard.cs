using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching.Sessions;

/// <summary>What a rater has set during a session, as a scorecard.</summary>
internal static class SessionCard
{
    public static Decision<IReadOnlyList<CompetencyRating>> Decide(SessionRow session, Rubric rubric, Guid rater, IEnumerable<SessionMarkRow> marks)
    {
        var levels = marks.ToDictionary(mark => mark.Criterion, mark => mark.Level, StringComparer.Ordinal);
        return Scorecard.Decide(rater, session.Seller, [.. rubric.Criteria.Select(row => new ScoredRow(row.Id, row.Competency, levels.GetValueOrDefault(row.Id)))]);
    }

    public static Guid Put(Entry entry, SessionRow session, Guid rater, IReadOnlyList<CompetencyRating> ratings, IEnumerable<SessionMarkRow> marks)
    {
        var card = new ScorecardRow
        {
            Id = entry.NewId(),
            Person = session.Seller,
            Rater = rater,
            Rubric = session.Rubric!, // a session with raters has one
            ContentHash = session.ContentHash!, // and has begun
            Day = session.Day,
            At = entry.Act.At,
            Session = session.Id,
        };
        NewScorecard.Put(entry, card, ratings, marks.Where(mark => mark.Level is not null)
            .Select(mark => new ScoreRow { Scorecard = card.Id, Criterion = mark.Criterion, Level = mark.Level!.Value, Comment = mark.Comment })); // those without a level are filtered out
        return card.Id;
    }
}
