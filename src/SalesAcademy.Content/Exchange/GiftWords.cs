namespace SalesAcademy.Content.Exchange;

/// <summary>Reads accepted words, each behind =.</summary>
internal static class GiftWords
{
    public static DraftAnswer? Read(string written, Findings findings)
    {
        var (before, answers) = GiftAnswer.Split(written, "=", weighed: "=");
        if (answers.Count > 0 && before.Length > 0)
            return GiftAnswers.Refuse(findings, "words stand before the first accepted answer");
        var full = Full(answers.Count > 0 ? answers : [GiftAnswer.Read('=', before)], findings);
        var accepted = new List<string>();
        foreach (var answer in full)
            if (answer.Text == "*")
                findings.Lose("* for any other answer is left out");
            else if (Words(answer.Text, findings) is { } words)
                accepted.Add(words);
            else
                return null;
        return accepted.Count > 0 ? new DraftAccepted([.. accepted.Distinct(StringComparer.Ordinal)]) : GiftAnswers.Refuse(findings, "no answer earns all points");
    }

    /// <summary>Those that earn everything: an answer here is right or wrong.</summary>
    public static IEnumerable<GiftAnswer> Full(IReadOnlyList<GiftAnswer> answers, Findings findings)
    {
        foreach (var answer in answers)
        {
            var isFull = answer.Weight is null or >= 99.99;
            if (!isFull && answer.Weight > 0)
                findings.Lose($"'{Runs.Plain(Runs.Of(GiftEscapes.Show(answer.Text)))}' for {GiftAnswer.Percent(answer.Weight ?? 0)} is left out: an answer is right or wrong");
            if (answer.Feedback.Length > 0)
                findings.Lose("the feedback to single written answers is not kept");
            if (isFull)
                yield return answer;
        }
    }

    private static string? Words(string hidden, Findings findings)
    {
        var words = Runs.Plain(Runs.Of(GiftEscapes.Show(GiftText.Format(hidden, "plain").Text)));
        if (words.Replace("\\*", "", StringComparison.Ordinal).Contains('*', StringComparison.Ordinal))
            findings.Lose("* is compared as a star: it no longer stands for any words");
        words = words.Replace("\\*", "*", StringComparison.Ordinal);
        if (words.Length > 0 && !words.Contains("{{", StringComparison.Ordinal))
            return words;
        findings.Refuse(words.Length == 0 ? "an accepted answer is empty" : "an accepted answer holds {{, which opens a blank");
        return null;
    }
}
