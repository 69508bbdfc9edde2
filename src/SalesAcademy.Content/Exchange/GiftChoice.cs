namespace SalesAcademy.Content.Exchange;

/// <summary>
/// Reads options. Where one is marked with = one is to be chosen; otherwise several, each with its weight: here all right ones count the
/// same, and a wrong tick takes off what a right one earns.
/// </summary>
internal static class GiftChoice
{
    // 33.333 and 33 both stand for a third.
    private const double Tolerance = 1;

    public static DraftAnswer? Read(string written, string format, Findings findings)
    {
        var (before, answers) = GiftAnswer.Split(written, "~=", weighed: "~");
        if (before.Length > 0)
            return GiftAnswers.Refuse(findings, "words stand before the first option");
        if (answers.Any(answer => answer.Weight is < -100 or > 100))
            return GiftAnswers.Refuse(findings, "a weight is not between -100 and 100 percent");
        var isSingle = answers.Any(answer => answer.Mark == '=');
        if (isSingle ? !Single(answers, findings) : !Several(answers, findings))
            return null;
        var right = answers.Count(IsRight);
        return new DraftChoice(!isSingle || right > 1, [.. answers.Select(answer => Option(answer, format, findings))]);

        bool IsRight(GiftAnswer answer) => isSingle ? answer.Mark == '=' : answer.Weight > 0;

        DraftOption Option(GiftAnswer answer, string own, Findings told)
        {
            var words = GiftAnswers.Flat(GiftText.Read(answer.Text, own, told), told);
            if (words.Count == 0)
                told.Refuse("an option is empty");
            return new(IsRight(answer), words, GiftText.Read(answer.Feedback, own, told));
        }
    }

    private static bool Single(IReadOnlyList<GiftAnswer> answers, Findings findings)
    {
        if (answers.Count(answer => answer.Mark == '=') > 1)
            findings.Lose("each of its right options earned all points by itself; here all of them have to be ticked");
        foreach (var answer in answers.Where(answer => answer.Mark == '~' && answer.Weight is not (null or 0)))
            findings.Lose(answer.Weight > 0 ? $"an option worth {GiftAnswer.Percent(answer.Weight ?? 0)} counts as wrong" : $"{GiftAnswer.Percent(answer.Weight ?? 0)} for a wrong option is not kept: it earns nothing");
        return true;
    }

    private static bool Several(IReadOnlyList<GiftAnswer> answers, Findings findings)
    {
        var weights = answers.Select(answer => answer.Weight ?? 0).Where(weight => weight > 0).ToArray();
        if (weights.Length == 0)
            findings.Refuse("no option is marked as right");
        else if (Math.Abs(weights.Sum() - 100) > Tolerance)
            findings.Refuse($"the weights of its right options add up to {GiftAnswer.Percent(weights.Sum())} instead of 100 %");
        else if (weights.Max() - weights.Min() > Tolerance)
            findings.Lose($"right options of different weight ({string.Join(", ", weights.Select(GiftAnswer.Percent))}) count the same");
        var penalty = -100.0 / Math.Max(1, weights.Length);
        if (answers.Where(answer => answer.Weight is null or <= 0).Select(answer => answer.Weight ?? 0).Distinct().ToArray() is { Length: > 0 } negative && negative.Any(weight => Math.Abs(weight - penalty) > Tolerance))
            findings.Lose($"a wrong tick takes off {GiftAnswer.Percent(-penalty)}, as much as a right one earns, instead of {string.Join(", ", negative.Select(weight => GiftAnswer.Percent(weight == 0 ? 0 : -weight)))}");
        return findings.Refusals.Count == 0;
    }
}
