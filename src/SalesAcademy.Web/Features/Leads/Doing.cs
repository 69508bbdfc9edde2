using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Readiness;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Says what is to be done to open leads, and what it opens.</summary>
internal static class Doing
{
    private const int MostMinutes = 90;

    public static string Do(this IStringLocalizer<Words> words, UnlockLine line) =>
        line.Course is { } course ? words.Count("do.lessons", line.Lessons, course.In(ReaderLanguage.Current).Value) : words.Do(line.First);

    public static string Do(this IStringLocalizer<Words> words, Doable way)
    {
        var about = way.About.In(ReaderLanguage.Current).Value;
        return way.Effort.Event switch
        {
            Hypothesis.Drill => words.Count("do.drill", way.Questions),
            Hypothesis.LessonCheck => words[way.IsAgain ? "do.check" : "do.lesson", about],
            Hypothesis.Certified => words[way.IsAgain ? "do.certification-again" : "do.certification", about],
            Hypothesis.Observed => words["do.observation", about],
            _ => words["do.course", about],
        };
    }

    /// <summary>The first thing of a way, and how many more there are.</summary>
    public static string Way(this IStringLocalizer<Words> words, IReadOnlyList<Doable> steps) =>
        steps.Count == 1 ? words.Do(steps[0]) : words.Count("do.and-more", steps.Count - 1, words.Do(steps[0]));

    /// <summary>What is missing for a tier: “Discovery” certification; 4 more questions answered in Discovery.</summary>
    public static string Say(this IStringLocalizer<Words> words, Gate gate, Catalogue catalogue) => gate switch
    {
        Gate.Certification { Id: var id } => words["gap.certification", catalogue.FindCertification(id)?.Title.In(ReaderLanguage.Current).Value ?? id],
        Gate.Course { Id: var id } => words["gap.course", catalogue.FindCourse(id)?.Title.In(ReaderLanguage.Current).Value ?? id],
        Gate.Families f => words.Count("gap.families", f.Needed - f.Answered, CompetencyOf(f.Competency, catalogue)),
        Gate.Observations o => words.Count("gap.observations", o.Needed - o.Made, CompetencyOf(o.Competency, catalogue)),
        Gate.Raters r => words.Count("gap.raters", r.Needed - r.Heard, CompetencyOf(r.Competency, catalogue)),
        Gate.Critical c => words["gap.critical", CompetencyOf(c.Competency, catalogue), Points(c.Needed - c.Reached)],
        Gate.Score s => words["gap.score", Points(s.Needed - s.Low)],
        Gate.OnHold => words["gap.hold"],
        _ => words["gap.inactive"],
    };

    private static string CompetencyOf(string id, Catalogue catalogue) => catalogue.Competencies.FirstOrDefault(c => c.Id == id)?.Name.In(ReaderLanguage.Current).Value ?? id;

    // Rounded up, so that what is still to go never reads as nothing.
    private static string Points(double share) => (Math.Ceiling(1000 * share - 1e-9) / 10).ToString("F1", CultureInfo.CurrentCulture);

    /// <summary>30 minutes; 4.5 hours where they are many.</summary>
    public static string Time(this IStringLocalizer<Words> words, int minutes) =>
        minutes < MostMinutes ? words.Count("time.minutes", minutes) : words["time.hours", Number(Math.Round(minutes / 30m, MidpointRounding.AwayFromZero) / 2)];

    /// <summary>B; C, B.</summary>
    public static string Tiers(this IStringLocalizer<Words> words, Unlock unlock, Checks say) =>
        unlock.Opens.Select(opened => say.NameOf(opened.Tier)).Aggregate((before, next) => words["list.pair", before, next]);

    /// <summary>Tenths, and no tenths where there are none.</summary>
    public static string Number(decimal leads) => leads.ToString("0.#", CultureInfo.CurrentCulture);
}
