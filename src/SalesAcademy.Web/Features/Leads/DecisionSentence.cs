using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Leads;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>The verdict in one sentence.</summary>
internal static class DecisionSentence
{
    public static string Sentence(this DecisionPage page, IStringLocalizer<Words> words)
    {
        var (rules, decision) = (page.Checks.Count, page.Decision);
        var missing = page.Checks.Where(c => !c.Passed).ToArray();
        return page.Verdict switch
        {
            Verdict.Given when decision is { Explored: true } && page.SubjectName is { } drawn => words["decision.say-drawn-to", drawn],
            Verdict.Given when decision is { Explored: true } => words["decision.say-drawn"],
            Verdict.NotTheirTurn when decision is { Explored: true } => words["decision.say-not-drawn", rules],
            Verdict.Given when page.SubjectName is { } name => words["decision.say-given-to", name, rules, decision!.Passed], // a given lead was decided
            Verdict.Given when page.Other is { } next => words["decision.say-given", rules, decision!.Passed, Number(page.Own!.Key), Number(next.Key)],
            Verdict.Given => words["decision.say-given-alone", rules, decision!.Compared],
            Verdict.Free => words["decision.say-free"],
            Verdict.NotTheirTurn => words["decision.say-turn", rules],
            Verdict.Refused when missing is [var one] => words["decision.say-one", one.Name, one.Yours, rules - 1],
            Verdict.Refused => words["decision.say-many", missing.Length, rules, missing.Select(m => m.Name).Aggregate((before, next) => words["list.pair", before, next])],
            _ => decision!.Outcome switch
            {
                AssignmentOutcome.Held => words["decision.say-held", decision.Compared],
                AssignmentOutcome.Pool when !decision.Late => words["decision.say-overflow"],
                AssignmentOutcome.Pool => words["decision.say-pool", decision.Compared],
                _ when decision.Explored => words["decision.say-drawn-overview"],
                _ => words["decision.say-overview", decision.Passed, decision.Compared],
            },
        };
    }

    private static string Number(double turn) => turn.ToString("F2", CultureInfo.CurrentCulture);
}
