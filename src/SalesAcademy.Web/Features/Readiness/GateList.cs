using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>One requirement of a tier as shown: what is asked, where the seller is, and in a word whether it is met.</summary>
internal sealed record GateLine(GateState State, string Title, string Detail, string Standing);

/// <summary>Everything a tier asks for, those of the tiers below included; whether it holds is the model's word.</summary>
internal sealed record GateList(Tier Tier, IReadOnlyList<GateLine> Lines)
{
    // Long enough to renew before a certificate ends.
    private const int EndingSoon = 30;

    public int Met => Lines.Count(line => line.State is GateState.Met or GateState.Ending);

    public static GateList Of(SellerPicture seller, Tier tier, IStringLocalizer<Words> words)
    {
        var missing = seller.Assessment.MissingFor(tier, seller.Role);
        var (entry, gates) = (seller.Catalogue.Readiness.Entry, seller.Role.Gates.Take((int)tier + 1).ToArray());
        return new GateList(tier,
        [
            Score(),
            .. missing.Where(gate => gate is Gate.Inactive or Gate.OnHold).Select(gate =>
                new GateLine(GateState.Failed, words[gate is Gate.Inactive ? "line.inactive" : "line.hold"], "", words["standing.open"])),
            .. gates.SelectMany(gate => gate.Certifications).Distinct(StringComparer.Ordinal).Select(Certification),
            .. gates.SelectMany(gate => gate.Courses).Distinct(StringComparer.Ordinal).Select(Course),
            Count<Gate.Families>("line.families", entry.Families, weighed => weighed.Lambda > 0, score => score.Knowledge.Families, gate => gate.Needed - gate.Answered),
            .. tier >= Tier.B ? Observed() : [],
            .. seller.Role.Competencies.Where(weighed => weighed.Critical).Select(Critical),
        ]);

        GateLine Score()
        {
            var gate = missing.OfType<Gate.Score>().SingleOrDefault();
            var (low, needed) = (seller.Assessment.Score.Low, seller.Role.Thresholds[(int)tier]);
            return Line(gate is null, words["line.score", 100 * needed], words["line.score.now", ReadinessWords.Points(low)], ToGo(needed - low));
        }

        GateLine Certification(string id)
        {
            var held = seller.Evidence.Certificates.Where(c => c.Certification == id && c.IsValid(seller.Day)).MaxBy(c => c.Until ?? DateOnly.MaxValue);
            var title = words["line.certification", ReadinessWords.NameOfCertification(seller, id)];
            if (held is null)
                return Line(false, title, Lost(id) ?? words["line.certification.none"], words["standing.open"]);
            var left = held.Until?.DayNumber - seller.Day.DayNumber;
            return left < EndingSoon
                ? new GateLine(GateState.Ending, title, words["line.ends", Moments.LongDay(held.Until!.Value)], words.Count("standing.days", left.Value)) // left has a value, so has Until
                : Line(true, title, held.Until is { } until ? words["line.valid", Moments.LongDay(until)] : words["line.valid.ever"], "");
        }

        // What was held and is not any more says so, and since when.
        string? Lost(string id) => seller.Evidence.Certificates.Where(c => c.Certification == id && c.From <= seller.Day).MaxBy(c => c.From) switch
        {
            { RevokedOn: { } revoked } => words["line.certification.revoked", Moments.LongDay(revoked)].Value,
            { Until: { } until } => words["line.certification.ended", Moments.LongDay(until)].Value,
            _ => null,
        };

        GateLine Course(string id) => Line(
            missing.All(gate => gate is not Gate.Course course || course.Id != id), words["line.course", seller.Catalogue.FindCourse(id) is { } course ? ReadinessWords.In(course.Title) : id], "", words["standing.open"]);

        IEnumerable<GateLine> Observed()
        {
            var recent = seller.Assessment.Observations.Where(o => o.Age(seller.Day) <= entry.ObservationWindow).ToLookup(o => o.Competency);
            yield return Count<Gate.Observations>("line.observations", entry.Observations, w => w.Lambda < 1, s => recent[s.Competency].Count(), gate => gate.Needed - gate.Made);
            yield return Count<Gate.Raters>("line.raters", entry.Raters, w => w.Lambda < 1, s => recent[s.Competency].DistinctBy(o => o.Rater).Count(), gate => gate.Needed - gate.Heard);
        }

        // One line for all competencies: the page lists what each has.
        GateLine Count<TGate>(string key, int needed, Func<CompetencyWeight, bool> asked, Func<CompetencyScore, int> has, Func<TGate, int> lacking)
            where TGate : Gate
        {
            var left = missing.OfType<TGate>().Sum(lacking);
            var each = seller.Role.Competencies.Zip(seller.ScoresInOrder).Where(row => row.First.Weight > 0 && asked(row.First))
                .Select(row => words["line.each", ReadinessWords.In(seller.NameOf(row.First.Competency)), has(row.Second)].Value);
            return Line(left == 0, words[key, needed, entry.ObservationWindow], string.Join(words["line.comma"], each), words["standing.left", left]);
        }

        GateLine Critical(CompetencyWeight weighed)
        {
            var (reached, needed) = (seller.ScoresInOrder.First(s => s.Competency == weighed.Competency).Value, seller.Role.Thresholds[(int)tier] - entry.CriticalSlack);
            var open = missing.Any(gate => gate is Gate.Critical critical && critical.Competency == weighed.Competency);
            return Line(!open, words["line.critical", ReadinessWords.In(seller.NameOf(weighed.Competency)), ReadinessWords.Points(needed)], words["line.now", ReadinessWords.Points(reached)], ToGo(needed - reached));
        }

        GateLine Line(bool met, string title, string detail, string open) => new(met ? GateState.Met : GateState.Open, title, detail, met ? words["standing.met"] : open);

        // Rounded up, so that what is still to go never reads as nothing.
        string ToGo(double share) => words["standing.to-go", Math.Ceiling(1000 * share - 1e-9) / 10];
    }
}
