using System.Globalization;
using CsCheck;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Readiness.Someone;

namespace SalesAcademy.Domain.Tests.Readiness;

public sealed class ReadinessInvariantsTests
{
    private const double Rounding = 1e-12;

    private static readonly Gen<double[]> Scores = Gen.OneOf(0, 0.25, 0.5, 0.75, 1.0).Array[0, 40];

    [Fact]
    public void A_right_answer_never_lowers_mastery_or_its_low_end() =>
        Gen.Select(Scores, Gen.OneOf(0, 0.2, 0.25, 1.0 / 3, 0.5)).Sample((scores, guess) =>
        {
            var before = Mastery(scores, guess);
            foreach (var after in Afterwards(scores, 1, guess))
            {
                Assert.True(after.Mastery >= before.Mastery - Rounding, "mastery");
                Assert.True(Low(after) >= Low(before) - Rounding, "low end");
            }
        });

    [Fact]
    public void A_wrong_answer_never_raises_mastery_or_its_low_end() =>
        Gen.Select(Scores, Gen.OneOf(0, 0.2, 0.25, 1.0 / 3, 0.5)).Sample((scores, guess) =>
        {
            var before = Mastery(scores, guess);
            foreach (var after in Afterwards(scores, 0, guess))
            {
                Assert.True(after.Mastery <= before.Mastery + Rounding, "mastery");
                Assert.True(Low(after) <= Low(before) + Rounding, "low end");
            }
        });

    [Fact]
    public void Without_new_evidence_readiness_never_rises_until_an_observation_grows_too_old() =>
        Gen.Select(AnyRecord, Gen.Int[0, 60], Gen.Int[1, 60]).Sample((record, from, days) =>
        {
            // Observations of the first 365 - 120 days only, so that none passes its age within the test.
            var young = record with { Observations = [.. record.Observations.Where(o => o.Age(Today) < 245)] };
            var earlier = Readiness(young, Today.AddDays(from));
            var later = Readiness(young, Today.AddDays(from + days));

            Assert.True(later <= earlier + Rounding, $"{earlier:R} -> {later:R}");
        });

    [Fact]
    public void Contributions_add_up_and_the_interval_holds_readiness() =>
        AnyRecord.Sample(record =>
        {
            var score = Assessment.Of(Policy, Sdr, record, Today).Score;

            Assert.Equal(score.Value, score.Contributions.Sum(part => part.Points), 12);
            Assert.Equal(Math.Round(score.Value * 1000, MidpointRounding.AwayFromZero), (double)(score.Shown.Sum() * 10), 6);
            Assert.True(score.Low <= score.Value && score.Value <= score.High && score.Low >= 0 && score.High <= 1);
        });

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void The_same_record_gives_the_same_bytes_in_any_order_and_culture(string culture) =>
        Gen.Select(AnyRecord, Gen.Int[0, 1000]).Sample(
            (record, seed) =>
            {
                var chance = new Random(seed);
                var shuffled = record with
                {
                    Families = [.. record.Families.OrderBy(_ => chance.Next())],
                    Answers = [.. record.Answers.OrderBy(_ => chance.Next())],
                };

                Assert.Equal(Bytes(record, CultureInfo.InvariantCulture), Bytes(shuffled, CultureInfo.GetCultureInfo(culture)));
            },
            iter: 30);

    private static string Bytes(SellerRecord record, CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = culture;
        try
        {
            var assessment = Assessment.Of(Policy, Sdr, record, Today);
            var next = NextStep.Of(Policy, Sdr, record, default, [new Hypothesis.RightAnswer("process-01")], Today);
            return FormattableString.Invariant($"""
                {BitConverter.DoubleToInt64Bits(assessment.Score.Value)} {BitConverter.DoubleToInt64Bits(assessment.Score.Low)}
                {string.Join(' ', assessment.Score.Contributions.Select(c => c.Competency + BitConverter.DoubleToInt64Bits(c.Points)))}
                {string.Join(' ', assessment.Families.Select(f => f.Family.Id))} {next.Effects[0].Hypothesis.Id} {BitConverter.DoubleToInt64Bits(next.Effects[0].Low)}
                """);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static double Readiness(SellerRecord record, DateOnly day) => Assessment.Of(Policy, Sdr, record, day).Score.Value;

    // A family that is new, and each already answered one.
    private static IEnumerable<Knowledge> Afterwards(double[] scores, double score, double guess) =>
        scores.Select((_, i) => Mastery([.. scores.Select((s, j) => j == i ? score : s)], guess)).Append(Mastery([.. scores, score], guess));

    private static Knowledge Mastery(double[] scores, double guess) => Knowledge.Of([.. scores.Select(s => new FamilyScore(s, guess, 1))]);

    private static double Low(Knowledge knowledge) => Math.Max(0, knowledge.Value - 1.281552 * Math.Sqrt(knowledge.Variance));
}
