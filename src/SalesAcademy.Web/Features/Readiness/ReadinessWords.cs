using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Says tiers, gates and steps in the language being spoken. A sentence never promises a tier while a gate for it is missing.</summary>
internal sealed class ReadinessWords(IStringLocalizer<Words> words)
{
    /// <summary>61.9 of a share of 0..1.</summary>
    public static string Points(double share) => (100 * share).ToString("F1", CultureInfo.CurrentCulture);

    /// <summary>+3.2.</summary>
    public static string Signed(decimal points) => points.ToString("+0.0;−0.0;0.0", CultureInfo.CurrentCulture);

    /// <summary>28 Sep; 9 月 28 日.</summary>
    public static string ShortDay(DateOnly day) => day.ToString(ReaderLanguage.Current == ReaderLanguage.Chinese ? "M 月 d 日" : "d MMM", CultureInfo.CurrentCulture);

    public static string In(Localised<string> name) => name.In(ReaderLanguage.Current).Value;

    public string Name(Tier tier) => words[$"tier.{tier}"];

    /// <summary>Answer the 9 drill questions due today.</summary>
    public string Do(Way way) => way.Event switch
    {
        Hypothesis.Drill => words.Count("do.drill", way.Questions),
        Hypothesis.LessonCheck => words[way.IsAgain ? "do.check" : "do.lesson", In(way.About)],
        Hypothesis.Certified => words[way.IsAgain ? "do.certification-again" : "do.certification", In(way.About)],
        Hypothesis.Observed => words["do.observation", In(way.About)],
        _ => words["do.course", In(way.About)],
    };

    /// <summary>What the effect supposes: when all 9 are right.</summary>
    public string Condition(Way way) => way.Event switch
    {
        Hypothesis.Observed observed => words["condition.observed", observed.Level, observed.Levels],
        _ => words.Count("condition.right", way.Questions),
    };

    public string Action(Way way) => words[way.Event switch
    {
        Hypothesis.Drill => "action.drill",
        Hypothesis.Certified => "action.certification",
        _ => way.IsAgain ? "action.check" : "action.open",
    }];

    public static string Icon(Way way) => way.Event switch
    {
        Hypothesis.Drill => "repeat",
        Hypothesis.LessonCheck => "book",
        Hypothesis.Certified => "certificate",
        _ => "eye",
    };

    /// <summary>The whole of it in one sentence: what, how much, what for.</summary>
    public string Sentence(SellerPicture seller, NextStep next, Step step) =>
        words[step.Points == 0 ? "sentence.gate" : "sentence", Do(step.Way), Signed(step.Points), Consequence(seller, next, step.Effect)];

    /// <summary>What a step leads to: it opens B leads; or which gates still stand before B.</summary>
    public string Consequence(SellerPicture seller, NextStep next, Effect effect) => effect switch
    {
        { Opens: { } tier } => words[seller.Effective < seller.Stepped ? "opens.after" : "opens", Name(tier)],
        _ when next.NextTier is null => words["keeps", Name(seller.Stepped)],
        { Missing: [var first, ..] } => Lines(effect.Missing) == 1
            ? words["remains.one", Name(next.NextTier.Value), Say(seller, first)]
            : words["remains.more", Name(next.NextTier.Value), Say(seller, first), Lines(effect.Missing) - 1],
        _ => words["remains.day", Name(next.NextTier.Value)],
    };

    /// <summary>The same for a row of a table, which needs not name gates that stand before and after; it brings no tier nearer whose gates ask for something else.</summary>
    public string ShortConsequence(SellerPicture seller, NextStep next, Effect effect) =>
        effect.Opens is not null || next.NextTier is not { } tier || effect.Missing.Count != next.Missing.Count ? Consequence(seller, next, effect)
        : next.Missing.Any(gate => gate is Gate.Score or Gate.Critical or Gate.Families) ? words["towards", Name(tier)]
        : words["raises"];

    // Counted as the list of gates shows them: what every competency lacks stands there in one line.
    private static int Lines(IReadOnlyList<Gate> missing) =>
        missing.DistinctBy(gate => gate is Gate.Families or Gate.Observations or Gate.Raters ? (object)gate.GetType() : gate).Count();

    /// <summary>What is missing: 4 more questions in Discovery.</summary>
    public string Say(SellerPicture seller, Gate gate) => gate switch
    {
        Gate.Inactive => words["gate.inactive"],
        Gate.OnHold => words["gate.hold"],
        Gate.Certification { Id: var id } => words["gate.certification", NameOfCertification(seller, id)],
        Gate.Course { Id: var id } => words["gate.course", seller.Catalogue.FindCourse(id) is { } course ? In(course.Title) : id],
        Gate.Families f => words.Count("gate.families", f.Needed - f.Answered, In(seller.NameOf(f.Competency))),
        Gate.Observations o => words.Count("gate.observations", o.Needed - o.Made, In(seller.NameOf(o.Competency))),
        Gate.Raters r => words.Count("gate.raters", r.Needed - r.Heard, In(seller.NameOf(r.Competency))),
        Gate.Critical c => words["gate.critical", In(seller.NameOf(c.Competency)), Points(c.Needed)],
        Gate.Score s => words["gate.score", Points(s.Needed)],
        _ => throw new ArgumentOutOfRangeException(nameof(gate), gate, "A gate nobody has words for."),
    };

    public static string NameOfCertification(SellerPicture seller, string id) => seller.Catalogue.FindCertification(id) is { } certification ? In(certification.Title) : id;
}
