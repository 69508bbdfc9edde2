using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>What one competency adds to the score as shown, in points of 100.</summary>
/// <param name="Name">The competency.</param>
/// <param name="Score">Mastery, freshness and skill behind it.</param>
/// <param name="Weighed">Its weight and how knowledge and skill share it.</param>
/// <param name="Observations">n of the skill.</param>
/// <param name="Knowledge">Points of knowledge, rounded so that all parts add up.</param>
/// <param name="Skill">Points of skill, rounded with them.</param>
/// <param name="Forgotten">Points that freshness 1 would add.</param>
internal sealed record Part(Localised<string> Name, CompetencyScore Score, CompetencyWeight Weighed, int Observations, decimal Knowledge, decimal Skill, double Forgotten)
{
    public decimal Total => Knowledge + Skill;

    public double Weight => 100 * Weighed.Weight;
}

/// <summary>What the score is made of. Every figure is rounded once and the sums are sums of what is shown.</summary>
internal sealed record Parts(IReadOnlyList<Part> Rows)
{
    public decimal Knowledge => Rows.Sum(row => row.Knowledge);

    public decimal Skill => Rows.Sum(row => row.Skill);

    /// <summary>The score as shown.</summary>
    public decimal Total => Knowledge + Skill;

    public decimal Forgotten => Math.Round((decimal)Rows.Sum(row => row.Forgotten), 1, MidpointRounding.AwayFromZero);

    public double Widest => Rows.Max(row => row.Weight);

    public static Parts Of(SellerPicture seller)
    {
        var rows = seller.Role.Competencies.Zip(seller.ScoresInOrder).ToArray();
        var rounded = AddingUp.Round([.. rows.SelectMany(row => new[] { KnowledgeOf(row), 100 * row.First.Weight * (1 - row.First.Lambda) * row.Second.Skill.Value })]);
        return new Parts([.. rows.Select((row, i) => new Part(
            seller.NameOf(row.First.Competency), row.Second, row.First, seller.Assessment.Observations.Count(o => o.Competency == row.First.Competency),
            rounded[2 * i], rounded[2 * i + 1], Unfaded(row) - KnowledgeOf(row)))]);
    }

    private static double KnowledgeOf((CompetencyWeight Weighed, CompetencyScore Score) row) => Unfaded(row) * row.Score.Knowledge.Freshness;

    private static double Unfaded((CompetencyWeight Weighed, CompetencyScore Score) row) => 100 * row.Weighed.Weight * row.Weighed.Lambda * row.Score.Knowledge.Mastery;
}
