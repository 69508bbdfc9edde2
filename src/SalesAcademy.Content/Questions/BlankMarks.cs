using System.Globalization;
using System.Text;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Questions;

/// <summary>
/// Takes the blanks {{…}} of a quiz out before its Markdown is read, since what is accepted may hold marks of Markdown, and leaves a sign of
/// the private use area with the blank's number in their place.
/// </summary>
internal static class BlankMarks
{
    private const char Opening = '\uE000';
    private const char Closing = '\uE001';

    public static bool In(string text) => text.Contains(Opening, StringComparison.Ordinal);

    /// <summary>What stands in the place of a blank.</summary>
    public static string Sign(int blank) => string.Create(CultureInfo.InvariantCulture, $"{Opening}{blank}{Closing}");

    /// <summary>The body without its blanks, and what they accept.</summary>
    public static (string Body, IReadOnlyList<string> Blanks) Cut(string body, int firstLine, Problems problems)
    {
        if (body.AsSpan().ContainsAnyInRange(Opening, Closing))
            problems.Error(firstLine, "quiz-blank.characters");
        var (cut, blanks) = (new StringBuilder(body.Length), new List<string>());
        var at = 0;
        while (body.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            var (isShown, end) = (open > 0 && body[open - 1] == '\\', open + 2);
            cut.Append(body, at, (isShown ? end : open) - at);
            if (!isShown)
            {
                var length = body.AsSpan(end).IndexOfAny('}', '\n');
                if (length > 0 && body.AsSpan(end + length).StartsWith("}}"))
                {
                    blanks.Add(body.Substring(end, length));
                    end += length + 2;
                    cut.Append(Sign(blanks.Count - 1));
                }
                else
                    problems.Error(firstLine + body.AsSpan(0, open).Count('\n'), "quiz-blank.open");
            }
            at = end;
        }
        cut.Append(body, at, body.Length - at);
        return (cut.ToString(), blanks);
    }

    /// <summary>The numbers of the blanks in the order in which a text shows them, and the text with a plain sign for each.</summary>
    public static (IReadOnlyList<int> Numbers, string Text) Number(string text)
    {
        var numbers = new List<int>();
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            plain.Append(text[at]);
            if (text[at] != Opening || text.IndexOf(Closing, at) is var end && (end < 0 || !int.TryParse(text.AsSpan(at + 1, end - at - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)))
                continue;
            numbers.Add(number);
            at = end;
        }
        return (numbers, plain.ToString());
    }
}
