using System.Globalization;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>A rule held against one lead and one seller, for another system: stable keys, with a sentence beside them.</summary>
/// <param name="Rule">R1 to R8.</param>
/// <param name="Key">The rule by name, such as open-cap.</param>
/// <param name="Passed">Whether it passes.</param>
/// <param name="Needed">What is asked, in words.</param>
/// <param name="Has">What is there, in words.</param>
/// <param name="Findings">What was compared.</param>
/// <param name="Remedies">The smallest changes that together would turn a refusal.</param>
public sealed record RuleAnswer(string Rule, string Key, bool Passed, string Needed, string Has, IReadOnlyList<FindingAnswer> Findings, IReadOnlyList<RemedyAnswer> Remedies)
{
    internal static IReadOnlyList<RuleAnswer> Of(IReadOnlyList<RuleVerdict> verdicts, Lead lead, Checks checks) =>
        [.. verdicts.Zip(checks.Say(verdicts, lead), Of)];

    internal static string KeyOf(Rule rule) => rule switch
    {
        Domain.Leads.Rule.OpenCap => "open-cap",
        Domain.Leads.Rule.WeeklyCap => "weekly-cap",
        _ => rule.ToString().ToLowerInvariant(),
    };

    private static RuleAnswer Of(RuleVerdict verdict, CheckLine line) => new(
        $"R{(int)verdict.Rule}", KeyOf(verdict.Rule), verdict.Passed, line.Need, line.Yours,
        [.. verdict.Finding.Select(f => new FindingAnswer(f.Key, f.Subject, Machine(f.Actual), Machine(f.Required)))],
        [.. verdict.Remedies.Zip(line.WaysOut, (remedy, way) => RemedyAnswer.Of(remedy, way.Text))]);

    internal static string? Machine(object? value) => value switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        Gate.Certification gate => gate.Id,
        Gate gate => gate.GetType().Name.ToLowerInvariant(),
        IFormattable figure => figure.ToString(format: null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <summary>An actual value beside the required one, as text: numbers, dates and ids.</summary>
/// <param name="Key">What was compared, such as r7-open-leads.</param>
/// <param name="Subject">What it is about: a tag, a certification, a competency.</param>
/// <param name="Actual">What is there.</param>
/// <param name="Required">What is needed.</param>
public sealed record FindingAnswer(string Key, string? Subject, string? Actual, string? Required);

/// <summary>A change that would turn a refusal.</summary>
/// <param name="Key">The kind of change, such as reach-tier.</param>
/// <param name="Subject">What it is about: a tag's kind, a certification, a competency.</param>
/// <param name="Value">How far: a tier, a level, an instant, a number.</param>
/// <param name="Text">The same in words.</param>
public sealed record RemedyAnswer(string Key, string? Subject, string? Value, string Text)
{
    internal static RemedyAnswer Of(Remedy remedy, string text) => remedy switch
    {
        Remedy.ReachTier(var tier) => new("reach-tier", null, RuleAnswer.Machine(tier), text),
        Remedy.EndLowering(var lowered) => new("end-lowering", RuleAnswer.Machine(lowered.Until), RuleAnswer.Machine(lowered.Earned), text),
        Remedy.MeetGate(var gate) => new("meet-gate", gate.GetType().Name.ToLowerInvariant(), gate is Gate.Certification(var id) ? id : null, text),
        Remedy.AddTag(var tag) => new("add-tag", tag.Kind, tag.Value, text),
        Remedy.EarnCertification(var id) => new("earn-certification", id, null, text),
        Remedy.RaiseCompetency(var id, var level) => new("raise-competency", id, RuleAnswer.Machine(level), text),
        Remedy.JoinPool(var pool) => new("join-pool", null, pool, text),
        Remedy.TransferAccount => new("transfer-account", null, null, text),
        Remedy.AwaitDay(var day) => new("await", null, RuleAnswer.Machine(day), text),
        Remedy.Await(var at) => new("await", null, RuleAnswer.Machine(at), text),
        Remedy.CloseLeads(var count) => new("close-leads", null, RuleAnswer.Machine(count), text),
        _ => new("free-lead", null, null, text),
    };
}
