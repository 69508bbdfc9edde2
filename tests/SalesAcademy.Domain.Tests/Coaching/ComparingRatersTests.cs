using CsCheck;
using SalesAcademy.Domain.Coaching;

namespace SalesAcademy.Domain.Tests.Coaching;

public sealed class ComparingRatersTests
{
    private static readonly Guid Aisha = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Mei = new("00000000-0000-0000-0000-000000000002");
    private static readonly Gen<int[]> Levels = Gen.Int[1, 4].Array[5, 40];

    [Fact]
    public void Raters_who_always_say_the_same_agree_wholly() => Levels.Where(levels => levels.Distinct().Count() > 1).Sample(levels =>
    {
        var agreement = Calibration.AgreementOf([.. Of(Aisha, levels), .. Of(Mei, levels)]);

        Assert.Equal((levels.Length, 1, 1), (agreement.Pairs, agreement.Exact, agreement.WithinOne));
        Assert.Equal(1, agreement.Kappa!.Value, 12);
    });

    [Fact]
    public void It_does_not_matter_which_of_two_raters_is_which() => Gen.Select(Levels, Levels).Sample((one, other) =>
        Assert.Equal(Rounded(Calibration.AgreementOf([.. Of(Aisha, one), .. Of(Mei, other)])), Rounded(Calibration.AgreementOf([.. Of(Mei, one), .. Of(Aisha, other)]))));

    [Fact]
    public void Whoever_is_always_so_much_stricter_is_said_to_be_so() => Gen.Select(Levels, Gen.Int[-3, 3]).Sample((levels, shift) =>
    {
        var severity = Calibration.SeverityOf([.. Of(Aisha, levels), .. Of(Mei, [.. levels.Select(level => level + shift)])]);

        Assert.Equal([(Aisha, levels.Length), (Mei, levels.Length)], severity.Select(s => (s.Rater, s.Samples)));
        Assert.Equal(-shift, severity[0].Difference!.Value, 12);
        Assert.Equal(shift, severity[1].Difference!.Value, 12);
    });

    [Fact]
    public void Kappa_never_passes_one_and_shares_stay_shares() => Gen.Select(Levels, Levels).Sample((one, other) =>
    {
        var agreement = Calibration.AgreementOf([.. Of(Aisha, one), .. Of(Mei, other)]);

        Assert.InRange(agreement.Kappa ?? 0, -1.0000001, 1.0000001);
        Assert.InRange(agreement.Exact!.Value, 0, agreement.WithinOne!.Value);
        Assert.InRange(agreement.WithinOne!.Value, 0, 1);
    });

    [Fact]
    public void A_worked_example_gives_the_figures_of_the_formula()
    {
        // Differences 0 0 1 1 2: their mean square is 1.2. The ten levels 1 2 3 3 2 1 2 2 4 4... have mean 2.4 and variance 1.04.
        var agreement = Calibration.AgreementOf([.. Of(Aisha, [1, 2, 3, 3, 2]), .. Of(Mei, [1, 2, 2, 4, 4])]);

        Assert.Equal((5, 0.4, 0.8), (agreement.Pairs, agreement.Exact, agreement.WithinOne));
        Assert.Equal(1 - 1.2 / (2 * 1.04), agreement.Kappa!.Value, 12);
    }

    [Fact]
    public void Few_samples_and_samples_of_one_rater_give_no_figure()
    {
        SampledLevel[] few = [.. Of(Aisha, [1, 2, 3, 4]), .. Of(Mei, [1, 2, 3, 4, 4])];

        Assert.Equal(new Agreement(4, null, null, null), Calibration.AgreementOf(few));
        Assert.All(Calibration.SeverityOf(few), severity => Assert.Equal((4, null), (severity.Samples, severity.Difference)));
        Assert.Empty(Calibration.SeverityOf(Of(Aisha, [1, 2, 3, 4, 1, 2])));
    }

    private static (int, double?, double?, double?) Rounded(Agreement agreement) =>
        (agreement.Pairs, agreement.Exact, agreement.WithinOne, agreement.Kappa is { } kappa ? Math.Round(kappa, 12) : null);

    private static SampledLevel[] Of(Guid rater, int[] levels) => [.. levels.Select((level, i) => new SampledLevel((new Guid(i + 1, 0, 0, new byte[8]), "row"), rater, level))];
}
