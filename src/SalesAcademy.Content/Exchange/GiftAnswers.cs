namespace SalesAcademy.Content.Exchange;

/// <summary>Tells the kind of a GIFT question by its answers, in Moodle's order, and reads them.</summary>
internal static class GiftAnswers
{
    public static DraftAnswer? Read(string answers, string format, Findings findings) => answers switch
    {
        "" => Refuse(findings, "answers graded by a person are not taken in yet"),
        ['#', ..] => GiftNumbers.Read(answers[1..], findings),
        _ when answers.Contains('~', StringComparison.Ordinal) => GiftChoice.Read(answers, format, findings),
        _ when answers.Contains('=', StringComparison.Ordinal) && answers.Contains("->", StringComparison.Ordinal) => Pairs(answers, format, findings),
        _ => TrueFalse(answers, format, findings) ?? GiftWords.Read(answers, findings),
    };

    public static DraftAnswer? Refuse(Findings findings, string reason)
    {
        findings.Refuse(reason);
        return null;
    }

    // {T#feedback to those who were wrong#feedback to those who were right}
    private static DraftChoice? TrueFalse(string answers, string format, Findings findings)
    {
        var parts = answers.Split('#', 3, StringSplitOptions.TrimEntries);
        if (parts[0].ToUpperInvariant() is not ("T" or "TRUE" or "F" or "FALSE"))
            return null;
        var isTrue = parts[0][0] is 'T' or 't';
        var (wrong, right) = (Feedback(1), Feedback(2));
        return new(Several: false, [new(isTrue, TrueFalseWords.True, isTrue ? right : wrong), new(!isTrue, TrueFalseWords.False, isTrue ? wrong : right)]);

        IReadOnlyList<Prose> Feedback(int part) => part < parts.Length ? GiftText.Read(parts[part], format, findings) : [];
    }

    private static DraftAnswer? Pairs(string answers, string format, Findings findings)
    {
        var (before, pairs) = GiftAnswer.Split(answers, "=", weighed: "");
        if (before.Length > 0)
            return Refuse(findings, "words stand before the first pair");
        var rows = new List<(IReadOnlyList<Run>, IReadOnlyList<Run>)>();
        foreach (var pair in pairs)
        {
            if (pair.Text.Split("->", 2, StringSplitOptions.TrimEntries) is not [var left, { Length: > 0 } right])
                return Refuse(findings, "a pair has no right-hand side: write =left -> right");
            if (pair.Feedback.Length > 0)
                findings.Lose("the feedback to a single pair is not kept");
            rows.Add((Flat(GiftText.Read(left, format, findings), findings), Flat(PlainProse.Read(GiftEscapes.Show(right)), findings)));
        }
        return new DraftPairs(rows);
    }

    /// <summary>A text for a place that takes one paragraph.</summary>
    public static IReadOnlyList<Run> Flat(IReadOnlyList<Prose> prose, Findings findings)
    {
        var (runs, isSqueezed) = Flattening.Flatten(prose);
        if (isSqueezed)
            findings.Lose("a list, table or quotation inside an option or row is written as lines");
        return runs;
    }
}
