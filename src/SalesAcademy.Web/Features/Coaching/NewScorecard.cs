using SalesAcademy.Domain.Coaching;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Coaching;

/// <summary>Puts a decided scorecard into the record, whether it was filled in at a session or afterwards.</summary>
internal static class NewScorecard
{
    public static void Put(Entry entry, ScorecardRow card, IReadOnlyList<CompetencyRating> ratings, IEnumerable<ScoreRow> rows)
    {
        entry.Db.Add(card);
        entry.Db.AddRange(rows);
        entry.Record(new ObservationRecorded(card.Person, card.Rater, card.Id, card.Rubric, ratings, card.Day, card.ContentHash));
    }
}
