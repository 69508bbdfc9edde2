using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Exchange;

/// <summary>Writes one question as GIFT, in plain text where that says everything and as [html] otherwise.</summary>
internal sealed class GiftQuestion
{
    private const string Arrow = "->";

    private readonly Findings findings;
    private readonly QuestionFace face;
    private readonly QuestionFeedback feedback;
    private readonly bool isHtml;

    private GiftQuestion(QuestionFace face, QuestionFeedback feedback, Findings findings)
    {
        (this.face, this.feedback, this.findings) = (face, feedback, findings);
        string?[] texts = [face.Title, face.Body, .. face.Rows, .. feedback.Options, feedback.General, .. face.Rows.Count == 0 ? face.Options : []];
        isHtml = texts.Any(text => text is not null && !IsPlain(text)) || face.Rows.Any(row => row.Contains("-&gt;", StringComparison.Ordinal));
    }

    /// <summary>The question, or null when GIFT cannot say it.</summary>
    public static string? Write(string name, QuestionType type, AnswerKey key, QuestionFace face, QuestionFeedback feedback, Findings findings)
    {
        var question = new GiftQuestion(face, feedback, findings);
        var answers = (type, key) switch
        {
            (QuestionType.Ordering, _) => question.Refuse("GIFT has no items to put in order"),
            (QuestionType.Cloze, _) => question.Refuse("GIFT has no more than one blank, and none with words behind several"),
            (QuestionType.Hotspot, _) => question.Refuse("GIFT has no areas of an image"),
            (QuestionType.Open or QuestionType.Pitch, _) => question.Refuse("GIFT has no rubric to judge by"),
            (QuestionType.TrueFalse, ChoiceKey choice) when face.Options[0] is "True" or "对" => question.TrueFalse(choice),
            (_, ChoiceKey choice) => question.Choice(choice),
            (QuestionType.Number, BlanksKey numbers) => question.Numbers(numbers),
            (_, BlanksKey) => question.Words(),
            (_, PairsKey pairs) => question.Pairs(pairs),
            _ => question.Refuse("GIFT has no such question"),
        };
        var text = $"::{GiftEscapes.Write(name)}::{(question.isHtml ? "[html]" : "")}{question.Asked()} {{{answers}{question.General()}\n}}\n";
        return findings.Refusals.Count == 0 ? text : null;
    }

    private string Refuse(string reason)
    {
        findings.Refuse(reason);
        return "";
    }

    private string Asked() => face.Body.Length == 0 ? Said(face.Title) : Said($"<p>{face.Title}</p>{face.Body}");

    private string General() => feedback.General is { } general ? $"\n\t####{Said(general)}" : "";

    private string TrueFalse(ChoiceKey key)
    {
        var right = key.Right[0] ? 0 : 1;
        var (ifRight, ifWrong) = (Feedback(right), Feedback(1 - right));
        return (right == 0 ? "TRUE" : "FALSE") + (ifRight.Length > 0 ? $"{Mark(ifWrong)}{ifRight}" : ifWrong);

        static string Mark(string feedback) => feedback.Length > 0 ? feedback : "#";
    }

    private string Choice(ChoiceKey key)
    {
        var share = 100.0 / key.Right.Count(right => right);
        return string.Concat(face.Options.Select((option, place) => $"\n\t{Weight(key, place, share, option)}{Said(option)}{Feedback(place)}"));
    }

    // A text that begins with a percentage would be read as a weight.
    private static string Weight(ChoiceKey key, int place, double share, string option) => (key.Several, key.Right[place]) switch
    {
        (true, var right) => string.Create(CultureInfo.InvariantCulture, $"~%{(right ? share : -share):0.#####}%"),
        (false, true) => "=",
        (false, false) => option.StartsWith('%') ? "~%0%" : "~",
    };

    private string Numbers(BlanksKey key)
    {
        var numbers = key.Blanks[0].OfType<AcceptedNumber>().ToArray();
        if (numbers.FirstOrDefault(number => number.Unit is not null) is { Unit: { } unit })
            findings.Lose($"its unit ({unit.Written}) is not kept");
        var written = numbers.Select(number => number.Least == number.Most ? Plain(number.Least) : $"{Plain(number.Least)}..{Plain(number.Most)}").Distinct(StringComparer.Ordinal).ToArray();
        return written is [var only] ? $"#{only}" : $"#{string.Concat(written.Select(number => $"\n\t={number}"))}";

        static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
    }

    private string Words()
    {
        var accepted = feedback.Accepted[0];
        if (accepted.Any(words => words.Contains(Arrow, StringComparison.Ordinal)))
            findings.Refuse("an accepted answer holds ->, which GIFT reads as a pair");
        return string.Concat(accepted.Select(words => $"\n\t={(words.StartsWith('%') ? "%100%" : "")}{GiftEscapes.Write(words.Replace("*", "\\*", StringComparison.Ordinal))}"));
    }

    private string Pairs(PairsKey key)
    {
        var (written, next) = (new StringBuilder(), 0);
        if (face.Options.Select(Plain).Distinct(StringComparer.Ordinal).Count() < key.Sides)
            findings.Refuse("right-hand sides that differ in their emphasis only would become one");
        for (var row = 0; row <= key.Partners.Count; row++)
        {
            // A side that belongs to no row stands where it stood, so that the sides keep their order.
            var partner = row < key.Partners.Count ? key.Partners[row] : key.Sides;
            for (; next < partner; next++)
                if (!key.Partners.Contains(next))
                    written.Append("\n\t= ").Append(Arrow).Append(' ').Append(Side(next));
            if (row < key.Partners.Count)
                written.Append("\n\t=").Append(Said(face.Rows[row])).Append(' ').Append(Arrow).Append(' ').Append(Side(partner));
        }
        return written.ToString();
    }

    // The right-hand side of a pair is plain text in Moodle.
    private string Side(int place)
    {
        if (!IsPlain(face.Options[place], allowSigns: true))
            findings.Lose("the emphasis of a right-hand side is not kept");
        return GiftEscapes.Write(Plain(face.Options[place]));
    }

    private string Plain(string html) => Runs.Plain(Flattening.Flatten(HtmlProse.Read(html, findings)).Runs);

    private string Feedback(int place) => place < feedback.Options.Count && feedback.Options[place] is { } words ? $"#{Said(words)}" : "";

    private string Said(string html)
    {
        var prose = HtmlProse.Read(html, findings);
        return GiftEscapes.Write(!isHtml ? string.Join("\n\n", prose.OfType<Paragraph>().Select(paragraph => string.Concat(paragraph.Runs.Select(run => run.Text))))
            : prose is [Paragraph only] ? ProseHtml.Inline(only.Runs) : ProseHtml.Of(prose));
    }

    // Signs that HTML or a format would claim are left to HTML, where they can be escaped.
    private static bool IsPlain(string html, bool allowSigns = false) => HtmlProse.Read(html, new()).All(block => block is Paragraph { Runs: var runs }
        && runs.All(run => run.Style == default && (allowSigns || run.Text.AsSpan().IndexOfAny('<', '&', '[') < 0)));
}
