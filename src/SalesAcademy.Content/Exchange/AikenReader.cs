using System.Text.RegularExpressions;

namespace SalesAcademy.Content.Exchange;

/// <summary>Reads the question format Aiken: the question, options A. or A), and ANSWER: with the letter of the right one.</summary>
internal static partial class AikenReader
{
    public static IEnumerable<ImportedQuestion> Read(string text)
    {
        var (open, number) = (new OpenQuestion(), 0);
        foreach (var row in text.Split('\n').Append(""))
        {
            number++;
            var line = row.Trim();
            if (AnswerForm().Match(line) is { Success: true } answer)
            {
                yield return open.End(number, answer.Groups["letters"].Value);
                open = new();
            }
            else if (line.Length > 0 && open.HasOptions && !OptionForm().IsMatch(line) && open.WasInterrupted)
            {
                yield return open.End(number, letters: null);
                (open = new()).Add(number, line);
            }
            else
                open.Add(number, line);
        }
        if (!open.IsEmpty)
            yield return open.End(number, letters: null);
    }

    [GeneratedRegex(@"^(?<letter>[A-Za-z])[.)](\s+(?<text>.*))?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OptionForm();

    [GeneratedRegex(@"^ANSWER\s*[:：](?<letters>.*)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex AnswerForm();

    /// <summary>The lines of a question so far.</summary>
    private sealed class OpenQuestion
    {
        private readonly List<string> asked = [];
        private readonly List<(char Letter, string Text)> options = [];
        private int line;

        public bool IsEmpty => line == 0;

        public bool HasOptions => options.Count > 0;

        /// <summary>Whether an empty line stood behind the options: what follows is the next question.</summary>
        public bool WasInterrupted { get; private set; }

        public void Add(int number, string text)
        {
            WasInterrupted = text.Length == 0;
            if (text.Length == 0)
                return;
            line = line == 0 ? number : line;
            if (OptionForm().Match(text) is { Success: true } option && asked.Count > 0)
                options.Add((char.ToUpperInvariant(option.Groups["letter"].Value[0]), option.Groups["text"].Value));
            else if (options.Count > 0)
                options[^1] = options[^1] with { Text = $"{options[^1].Text} {text}" };
            else
                asked.Add(text);
        }

        public ImportedQuestion End(int number, string? letters)
        {
            var question = new ImportedQuestion(line == 0 ? number : line, "", "");
            var findings = question.Findings;
            var right = letters?.Trim().TrimEnd('.', ')').ToUpperInvariant();
            if (asked.Count == 0)
                findings.Refuse("no question stands above the answer");
            if (right is null)
                findings.Refuse("it does not end in ANSWER: and a letter");
            else if (right.Length != 1 || !char.IsAsciiLetter(right[0]))
                findings.Refuse("ANSWER: names no letter, or several: Aiken has one right option");
            else if (!options.Exists(option => option.Letter == right[0]))
                findings.Refuse($"ANSWER: names {right}, which is no option");
            if (options.GroupBy(option => option.Letter).Any(same => same.Count() > 1))
                findings.Refuse("a letter stands before two options");
            if (options.Exists(option => string.IsNullOrWhiteSpace(option.Text)))
                findings.Refuse("an option is empty");
            if (findings.Refusals.Count > 0)
                return question;
            var answer = new DraftChoice(Several: false, [.. options.Select(option => new DraftOption(option.Letter == right![0], Runs.Of(option.Text), []))]); // null was refused
            return question with { Content = new(PlainProse.Read(string.Join(' ', asked)), answer, []) };
        }
    }
}
