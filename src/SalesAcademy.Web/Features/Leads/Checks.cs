using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A rule as a line to read: what is asked, what is there, and what would change it.</summary>
internal sealed record CheckLine(Rule Rule, bool Passed, string Name, string Need, string Yours, IReadOnlyList<WayOut> WaysOut);

/// <summary>A change that would turn a refusal, and where it is made.</summary>
internal sealed record WayOut(string Text, string? Url);

/// <summary>The smallest change that would turn the verdict, to read.</summary>
/// <param name="Steps">Each with its rule and who can do it.</param>
/// <param name="Others">Rules the seller can do nothing about, by name; empty when it is all the seller's.</param>
/// <param name="Barred">Rules that fail whatever anybody does.</param>
/// <param name="IsTimes">Whether it comes by itself.</param>
internal sealed record FlipText(IReadOnlyList<(WayOut Way, string Rule, Hand By)> Steps, string Others, string Barred, bool IsTimes)
{
    public bool IsEmpty => Steps.Count == 0 && Barred.Length == 0;
}

/// <summary>Says verdicts, tags and refusals of the rules in the language being spoken.</summary>
internal sealed class Checks(IStringLocalizer<Words> words, IStringLocalizer<HouseWords> house, Moments moments, Library library, WorkingHours hours)
{
    private const string Readiness = "/readiness";

    public IReadOnlyList<CheckLine> Say(IReadOnlyList<RuleVerdict> verdicts, Lead lead) => [.. verdicts.Select(v => Say(v, lead))];

    public FlipText Say(Flip flip) => new(
        [.. flip.Steps.Select(step => (Say(step.Rule, step.Remedy), NameOf(step.Rule), step.By))],
        flip.IsTimes ? "" : List(flip.OutOfHand.Select(NameOf)), List(flip.Barred.Select(NameOf)), flip.IsTimes);

    public string Say(Refusal refusal) => refusal switch
    {
        { Key: "not-eligible", Arguments: [Rule rule, Finding finding] } => words["refusal.not-eligible", NameOf(rule), Yours(finding)],
        _ => words[$"refusal.{refusal.Key}", [.. refusal.Arguments.Select(Value)]],
    };

    /// <summary>A refusal in a line of a table: the rule at which it failed, where it was a rule.</summary>
    public string Shortly(Refusal refusal) => refusal switch
    {
        { Key: "not-eligible", Arguments: [Rule rule, Finding finding] } => words["batch.rule-finding", NameOf(rule), Yours(finding)],
        { Key: "not-eligible", Arguments: [Rule rule] } => NameOf(rule),
        { Key: "nobody-fits", Arguments: [Rule rule] } => words["health.nobody-mostly", NameOf(rule)],
        _ => Say(refusal),
    };

    public string Say(Because because) => words[because.Key, [.. because.Arguments.Select(Value)]];

    /// <summary>What the next round makes of a lead; one in the public pool is claimed.</summary>
    public string Say(NextOwner next) => next.Name ?? words[next.Outcome switch { null => "simulation.claimed", AssignmentOutcome.Pool => "health.pool", _ => "simulation.waits" }].Value;

    /// <summary>A setting of a policy by the names of its keys; what has none is named by its key.</summary>
    public string NameOf(PolicyChange change) => string.Join(" › ", change.Setting.Split(" › ").Select(key => words[$"setting.{key}"] is { ResourceNotFound: false } named ? named.Value : key));

    public string NameOf(Rule rule) => words[$"rule.{rule}"];

    /// <summary>Rules with what each found, in a row.</summary>
    public string NamesOf(IReadOnlyList<RuleVerdict> verdicts) => List(verdicts.Select(v => words["nearest.rule", NameOf(v.Rule), Yours(v)].Value));

    public string NameOf(Tier tier) => words[$"tier.{tier}"];

    /// <summary>A stage of the playbook; one that is no longer there by its id.</summary>
    public string StageNamed(string id) => (library.Now.Playbook.Find(id) ?? (id.Length == 0 ? library.Now.Playbook.First : null))?.Name.In(ReaderLanguage.Current).Value ?? id;

    /// <summary>Whether a stage is the one every sale begins in.</summary>
    public bool IsFirst(string stage) => library.Now.Playbook.PlaceOf(stage) <= 0;

    /// <summary>A pool of the policy; one that is no longer there by its id.</summary>
    public string PoolNamed(string id) => library.Now.Pools.FirstOrDefault(pool => pool.Id == id)?.Name.In(ReaderLanguage.Current).Value ?? id;

    /// <summary>A currency by its name; one without, by its code.</summary>
    public string CurrencyNamed(string code) => words[$"currency.{code}"] is { ResourceNotFound: false } named ? named.Value : code;

    public string NameOf(OfferKind of) => words[$"offer.{of}"];

    public string NameOf(ReviewBody by) => words[$"review.by.{by}"];

    public string NameOf(Tag tag) => house.Tag(tag.Kind, tag.Value);

    private CheckLine Say(RuleVerdict verdict, Lead lead) => new(
        verdict.Rule, verdict.Passed, NameOf(verdict.Rule), Need(verdict, lead), Yours(verdict), [.. verdict.Remedies.Select(remedy => Say(verdict.Rule, remedy))]);

    private string Need(RuleVerdict verdict, Lead lead) => verdict.Rule switch
    {
        Rule.Tier => words["need.Tier", NameOf(lead.Tier)],
        Rule.Tags => lead.Tags.Count == 0 ? words["need.Tags.none"] : List(lead.Tags.Select(NameOf)),
        Rule.Conflict when lead.Cell.Length > 0 => words["need.Conflict.pool", PoolNamed(lead.Cell)],
        Rule.OpenCap or Rule.WeeklyCap when verdict.Finding[0].Required is 0 => words["need.tier-takes"],
        Rule.OpenCap or Rule.WeeklyCap => words[$"need.{verdict.Rule}", Value(verdict.Finding[0].Required)],
        Rule.Available when hours.IsAlways => words["need.Available.always"],
        _ => words[$"need.{verdict.Rule}"],
    };

    private string Yours(RuleVerdict verdict) => verdict switch
    {
        { Passed: true, Rule: Rule.Tier or Rule.OpenCap or Rule.WeeklyCap } => Yours(verdict.Finding[0]),
        { Passed: true } => words[$"met.{verdict.Rule}"],
        _ => List(verdict.Finding.Select(Yours)),
    };

    // A colleague who keeps the account is not named: the page may be read by anybody who may take the lead.
    private string Yours(Finding finding) => finding switch
    {
        { Key: "r3-gate", Actual: Gate.Certification gate } => words["found.r3-certification", CertificationNamed(gate.Id)],
        { Key: "r4-tag", Subject: { } kind, Required: string value } => words["found.r4-tag", NameOf(new Tag(kind, value))],
        { Key: "r4-certification", Required: string id } => words["found.r4-certification", CertificationNamed(id)],
        { Key: "r4-competency", Subject: { } id, Actual: double level, Required: double needed } => words["found.r4-competency", CompetencyNamed(id), Percent(level), Percent(needed)],
        { Key: "r7-open-leads" or "r8-week", Required: 0 } => words["found.tier-takes-none"],
        { Key: "r5-pool", Subject: { } id } => words["found.r5-pool", PoolNamed(id)],
        _ => words[$"found.{finding.Key}", Value(finding.Actual), Value(finding.Required)],
    };

    private WayOut Say(Rule rule, Remedy remedy) => remedy switch
    {
        Remedy.ReachTier(var tier) => new(words["way.tier", NameOf(tier)], Readiness),
        Remedy.EndLowering(var lowered) => new(words["way.lowered", moments.Day(lowered.Until), NameOf(lowered.Earned)], null),
        Remedy.MeetGate(Gate.Certification(var id)) => new(words["way.certification", CertificationNamed(id)], Readiness),
        Remedy.MeetGate => new(words["way.active"], null),
        Remedy.AddTag(var tag) => new(words["way.tag", NameOf(tag)], null),
        Remedy.EarnCertification(var id) => new(words["way.certification", CertificationNamed(id)], Readiness),
        Remedy.RaiseCompetency(var id, var level) => new(words["way.competency", CompetencyNamed(id), Percent(level)], Readiness),
        Remedy.JoinPool(var id) => new(words["way.pool", PoolNamed(id)], null),
        Remedy.TransferAccount => new(words["way.account"], null),
        Remedy.AwaitDay(var day) => new(words["way.cool-down", moments.Day(day)], null),
        Remedy.Await(var at) => new(words[rule == Rule.WeeklyCap ? "way.week" : "way.back", moments.Day(DayOf(at)), moments.Time(at.UtcDateTime)], null),
        Remedy.CloseLeads(var count) => new(words.Count("way.close", count), "/leads"),
        _ => new(words["way.free"], null),
    };

    private object Value(object? value) => value switch
    {
        Tier tier => NameOf(tier),
        OfferKind of => NameOf(of),
        ReviewBody by => NameOf(by),
        DateOnly day => moments.Day(day),
        DateTimeOffset at => $"{moments.Day(DayOf(at))} {moments.Time(at.UtcDateTime)}",
        int number => number.ToString(CultureInfo.CurrentCulture),
        string text => text,
        _ => "",
    };

    private DateOnly DayOf(DateTimeOffset at) => moments.DayOf(at.UtcDateTime);

    private string CertificationNamed(string id) => library.Now.FindCertification(id)?.Title.In(ReaderLanguage.Current).Value ?? id;

    private string CompetencyNamed(string id) => library.Now.Competencies.FirstOrDefault(c => c.Id == id)?.Name.In(ReaderLanguage.Current).Value ?? id;

    private string List(IEnumerable<string> parts) => parts.DefaultIfEmpty("").Aggregate((before, next) => words["list.pair", before, next]);

    private static string Percent(double share) => (100 * share).ToString("F1", CultureInfo.CurrentCulture);
}
