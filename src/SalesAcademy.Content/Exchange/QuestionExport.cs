using System.Globalization;
using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>Writes a quiz in the question format GIFT: what GIFT can say, and a report of what it cannot.</summary>
public static class QuestionExport
{
    /// <summary>The quiz in one language, and one line a question, the count last.</summary>
    public static (string Text, IReadOnlyList<string> Report) Write(Quiz quiz, string locale)
    {
        ArgumentNullException.ThrowIfNull(quiz);
        var (text, report, left) = (new StringBuilder(), new List<string>(), 0);
        text.Append(CultureInfo.InvariantCulture, $"// {Characters.Clean(quiz.Title.In(locale).Value).ReplaceLineEndings(" ")}\n$CATEGORY: {quiz.Course}/{quiz.Id}\n");
        foreach (var family in quiz.Families)
            foreach (var variant in family.Variants)
            {
                var (name, findings) = (variant == family.Variants[0] ? family.Id : $"{family.Id}-{variant.Id}", new Findings());
                var written = GiftQuestion.Write(name, family.Type, variant.Key.Answer, variant.Face.In(locale).Value, variant.Key.Feedback.In(locale).Value, findings);
                if (family.Variants.Count > 1)
                    findings.Lose("the variants of a family become questions of their own");
                if (family.Points != 1)
                    findings.Lose(string.Create(CultureInfo.InvariantCulture, $"its {family.Points} points are not kept"));
                if (variant.Face.In(locale).FellBack)
                    findings.Lose("it is there in the other language only");
                if (written is not null)
                    text.Append('\n').Append(written);
                left += written is null ? 1 : 0;
                report.Add($"#{name}: {(written is null ? $"not exported: {string.Join("; ", findings.Refusals)}" : findings.Losses.Count == 0 ? "exported" : $"exported, but {string.Join("; ", findings.Losses)}")}");
            }
        report.Add(string.Create(CultureInfo.InvariantCulture, $"{report.Count - left} of {(report.Count == 1 ? "1 question" : $"{report.Count} questions")} exported"));
        return (text.ToString(), report);
    }
}
