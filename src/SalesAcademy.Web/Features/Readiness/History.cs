using System.Globalization;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Readiness of the last eight weeks, one point a week, each computed from the evidence there was, and where it lies in the drawing.</summary>
internal sealed record History(IReadOnlyList<ReadinessScore> Weeks, IReadOnlyList<double> Thresholds, int AnswersSince, int ObservationsSince)
{
    private const double Left = 26, Right = 352, Top = 16, Bottom = 166;
    private const int WeeksShown = 8;

    public int Middle => Weeks.Count / 2;

    /// <summary>Whether there is a week to look back on.</summary>
    public bool IsDrawn => Weeks.Count > 1;

    public ReadinessScore Now => Weeks[^1];

    /// <summary>A week ago.</summary>
    public ReadinessScore Before => Weeks[^2];

    public decimal Change => Shown(Now) - Shown(Before);

    /// <summary>The highest and lowest share drawn: steps of ten points around what there is.</summary>
    private double Floor => Math.Floor(Weeks.Min(week => week.Low) * 10) / 10;

    private double Ceiling => Math.Max(Floor + 0.2, Math.Ceiling(Weeks.Max(week => week.High) * 10) / 10);

    public string Interval => string.Join(' ', [.. Weeks.Select((week, i) => Point(i, week.High)), .. Weeks.Select((week, i) => Point(i, week.Low)).Reverse()]);

    public string Course => string.Join(' ', Weeks.Select((week, i) => Point(i, week.Value)));

    /// <summary>The tiers whose thresholds lie within what is drawn.</summary>
    public IEnumerable<Tier> Tiers => Enum.GetValues<Tier>().Where(tier => tier > Tier.Shadow && Thresholds[(int)tier] >= Floor && Thresholds[(int)tier] <= Ceiling);

    public IEnumerable<double> Ends => [Floor, Ceiling];

    public static History Of(SellerPicture seller)
    {
        var days = Enumerable.Range(0, WeeksShown + 1).Select(week => seller.Day.AddDays(7 * (week - WeeksShown))).Where(day => day >= seller.Person.HiredOn || day == seller.Day).ToArray();
        var before = days.Length > 1 ? days[^2] : seller.Day;
        return new History(
            [.. days.Select(day => day == seller.Day ? seller.Assessment.Score : seller.On(day).Score)], seller.Role.Thresholds,
            seller.Evidence.Answers.Count(a => a.Day > before && a.Day <= seller.Day), seller.Evidence.Observations.Count(o => o.Day > before && o.Day <= seller.Day));
    }

    public static decimal Shown(ReadinessScore score) => Math.Round((decimal)(100 * score.Value), 1, MidpointRounding.AwayFromZero);

    public string X(int week) => Number(Left + (Right - Left) * week / (Weeks.Count - 1));

    public string Y(double share) => Number(Bottom - (Bottom - Top) * (share - Floor) / (Ceiling - Floor));

    private string Point(int week, double share) => $"{X(week)},{Y(share)}";

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
