using System.Globalization;
using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>Gathers the questions that are taken, and says of each what came of it.</summary>
internal sealed class ImportedQuiz(ImportRequest request, Catalogue catalogue)
{
    // The other language of the same quiz asks the same questions under the same ids.
    private readonly QuestionNames names = new(request.Quiz, catalogue.Families.Values.Where(family => (family.Course, family.Quiz) != (request.Course, request.Quiz)).Select(family => family.Id));
    private readonly Dictionary<string, int> asked = new(StringComparer.Ordinal);
    private readonly StringBuilder written = new();
    private string category = "";
    private int taken;
    private int warned;
    private int refused;
    private int skipped;

    /// <summary>Why nothing may be written, or null.</summary>
    public string? Refusal => taken + warned == 0 ? "no question is taken"
        : refused > 0 && !request.SkipRefused ? $"{Counted(refused)} {(refused == 1 ? "was" : "were")} refused (--skip-refused leaves such questions out)" : null;

    public string Text(string front) => front + written;

    public string Count() => string.Create(CultureInfo.InvariantCulture, $"{Counted(taken + warned + refused)}: {taken} taken, {warned} taken with a warning, {refused} refused{(skipped > 0 ? $"; {skipped} skipped" : "")}");

    public IEnumerable<string> Take(ImportedQuestion question)
    {
        if (question.Category != category)
            yield return QuestionImport.Line(request, question.Line, $"category {(category = question.Category)}: not kept; --category takes in one alone");
        yield return QuestionImport.Line(request, question.Line, Verdict(question));
    }

    private string Verdict(ImportedQuestion question)
    {
        if (question.Skipped is { } reason)
        {
            skipped++;
            return $"skipped: {reason}";
        }
        var findings = question.Findings;
        var id = findings.Refusals.Count == 0 && question.Content is { } content ? Write(question, content) : null;
        if (id is null)
        {
            refused++;
            return $"refused: {string.Join("; ", findings.Refusals)}";
        }
        _ = findings.Losses.Count == 0 ? taken++ : warned++;
        return findings.Losses.Count == 0 ? $"taken as #{id}" : $"taken as #{id}, but {string.Join("; ", findings.Losses)}";
    }

    private string? Write(ImportedQuestion question, ImportedContent content)
    {
        var findings = question.Findings;
        var (title, body) = Headed(question.Name, content.Text, findings);
        var draft = new QuestionDraft
        {
            Title = title,
            Body = body,
            Answer = TrueFalseWords.In(request.Locale, content.Answer),
            General = content.General,
            Attributes = new("x", request.Competency),
        };
        if (findings.Refusals.Count > 0)
            return null;
        var markdown = QuestionMarkdown.Write(draft, request.Locale, findings);
        WrittenQuestion.Check(markdown, draft, request.Locale, findings);
        if (findings.Refusals.Count > 0)
            return null;
        if (!asked.TryAdd(markdown, question.Line))
            findings.Lose(string.Create(CultureInfo.InvariantCulture, $"line {asked[markdown]} asks the same"));
        var (id, wanted) = names.Of(question.Name, Runs.Plain(title));
        if (id != wanted)
            findings.Lose($"#{wanted} is another question's id");
        written.Append('\n').Append(QuestionMarkdown.Write(draft with { Attributes = draft.Attributes with { Id = id } }, request.Locale, new()));
        return id;
    }

    // The first line is the question's heading, as in a quiz that a person writes.
    private static (IReadOnlyList<Run> Title, IReadOnlyList<Prose> Body) Headed(string name, IReadOnlyList<Prose> text, Findings findings)
    {
        if (text is [Paragraph { Runs: var runs }, ..])
        {
            var rest = text.Skip(1);
            var lines = Runs.Lines(runs).ToArray();
            var below = Runs.Tidy(lines.Skip(1).SelectMany(line => line.Append(Run.Break)));
            return (lines[0], below.Count > 0 ? [new Paragraph(below), .. rest] : [.. rest]);
        }
        if (text.Count == 0 || name.Length == 0)
            findings.Refuse(text.Count == 0 ? "it asks nothing" : "it has no sentence and no name to head it");
        else
            findings.Lose("its text has no first sentence, so its name stands in the heading");
        return (Runs.Of(name), text);
    }

    private static string Counted(int count) => count == 1 ? "1 question" : string.Create(CultureInfo.InvariantCulture, $"{count} questions");
}
