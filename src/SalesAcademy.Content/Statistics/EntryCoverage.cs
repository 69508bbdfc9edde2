using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Content.Statistics;

/// <summary>
/// What the rule of entry asks of a role in one competency, and what the academy has to meet it with (model.md section 5, entry_k): families where knowledge
/// counts, and from tier B on observations where skill counts, for which at least one scorecard must rate it.
/// </summary>
/// <param name="Role">The role profile.</param>
/// <param name="Competency">A competency that has weight in it.</param>
/// <param name="FamiliesNeeded">Families to be answered; 0 where only skill counts.</param>
/// <param name="Families">Families there are.</param>
/// <param name="ObservationsNeeded">Observations to be had from tier B on; 0 where only knowledge counts.</param>
/// <param name="Scorecards">Scorecards that rate it.</param>
public sealed record EntryCoverage(string Role, string Competency, int FamiliesNeeded, int Families, int ObservationsNeeded, int Scorecards)
{
    /// <summary>Whether there are families enough for any tier.</summary>
    public bool HasFamilies => Families >= FamiliesNeeded;

    /// <summary>Whether it can be observed where that is asked.</summary>
    public bool CanBeObserved => ObservationsNeeded == 0 || Scorecards > 0;

    /// <summary>Every competency with weight of every role, in id order.</summary>
    internal static IReadOnlyList<EntryCoverage> Of(Catalogue catalogue)
    {
        var counts = catalogue.Families.Values.CountBy(family => family.Competency).ToDictionary(StringComparer.Ordinal);
        var cards = catalogue.Scorecards.SelectMany(rubric => rubric.Criteria.Select(criterion => criterion.Competency).Distinct(StringComparer.Ordinal)).CountBy(id => id).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. from role in catalogue.Readiness.Roles.Values.OrderBy(role => role.Id, StringComparer.Ordinal)
               from weighed in role.Competencies
               where weighed.Weight > 0
               select new EntryCoverage(
                   role.Id, weighed.Competency,
                   weighed.Lambda > 0 ? catalogue.Readiness.Entry.Families : 0, counts.GetValueOrDefault(weighed.Competency),
                   weighed.Lambda < 1 ? catalogue.Readiness.Entry.Observations : 0, cards.GetValueOrDefault(weighed.Competency)),
        ];
    }
}
