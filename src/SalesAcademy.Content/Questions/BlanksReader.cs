using Markdig.Syntax;
using SalesAcademy.Content.Markup;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads what may be written into a blank: lines "= accepted" below a question, or {{accepted|also accepted}} inside its text.</summary>
internal static class BlanksReader
{
    private const int MostBlanks = 12;
    private const int MostAccepted = 20;

    public static bool IsAccepted(MarkupContext context, Block block) => block is ParagraphBlock && Lines(context.Written(block)).Any(row => row.StartsWith('='));

    public static AnswerPart? ReadAccepted(MarkupContext context, int line, IReadOnlyList<Block> blocks, int at, string? type)
    {
        var end = at;
        var accepted = new List<Accepted>();
        for (; end < blocks.Count && IsAccepted(context, blocks[end]); end++)
        {
            var own = context.Line(blocks[end].Line);
            foreach (var row in Lines(context.Written(blocks[end])))
            {
                if (!row.StartsWith('='))
                    context.Problems.Error(own, "quiz-accepted.between");
                else if (Read(context, own, row[1..]) is { } one)
                    accepted.Add(one);
                own++;
            }
        }
        if (Checked(context, line, accepted) is not { } right)
            return null;
        var isNumber = right.All(one => one is AcceptedNumber);
        // A question answered by a number may still be meant as words, such as the name of a form.
        QuestionReader.Agree(context, line, type, isNumber ? "number" : "text");
        return new(
            isNumber ? QuestionType.Number : QuestionType.ShortText, new BlanksKey([right]),
            new("", QuestionReader.Body(context, blocks.Take(at)), []) { Units = [UnitBeside(right)] }, [], end);
    }

    public static AnswerPart? ReadCloze(MarkupContext context, int line, IReadOnlyList<Block> blocks, string? type)
    {
        QuestionReader.Agree(context, line, type, "cloze");
        var end = blocks.Count - (blocks[^1] is QuoteBlock ? 1 : 0);
        var (numbers, body) = BlankMarks.Number(QuestionReader.Body(context, blocks.Take(end)));
        if (numbers.Count > MostBlanks)
            context.Problems.Error(line, "quiz-blank.many", MostBlanks);
        var blanks = numbers.Select(number => Checked(context, line, [.. context.Blanks[number].Split('|').Select(words => Read(context, line, words)).OfType<Accepted>()])).ToArray();
        return blanks.Any(blank => blank is null) || blanks.Length == 0 ? null
            : new(QuestionType.Cloze, new BlanksKey([.. blanks.Select(blank => blank!)]), new("", body, []) { Units = [.. blanks.Select(blank => UnitBeside(blank!))] }, [], end);
    }

    private static Accepted? Read(MarkupContext context, int line, string words)
    {
        var accepted = Accepted.Of(words);
        if (words.Length > BlanksKey.LongestText || accepted is AcceptedText { Wording.IsEmpty: true })
            context.Problems.Error(line, "quiz-accepted.length", BlanksKey.LongestText);
        else if (accepted is AcceptedText && (words.Contains('±', StringComparison.Ordinal) || words.Contains("..", StringComparison.Ordinal)))
            context.Problems.Error(line, "quiz-accepted.number", words.Trim());
        else
            return accepted;
        return null;
    }

    // Where the unit is one and the same it stands beside the blank; where it is part of the answer it has to be said.
    private static IReadOnlyList<Accepted>? Checked(MarkupContext context, int line, List<Accepted> accepted)
    {
        if (accepted.Count > MostAccepted)
            context.Problems.Error(line, "quiz-accepted.many", MostAccepted);
        if (accepted.Count == 0)
            return null; // each has been reported
        var asksForUnit = UnitBeside(accepted) is null;
        return [.. accepted.Select(one => one is AcceptedNumber { Unit: not null } number ? number with { AsksForUnit = asksForUnit } : one)];
    }

    private static string? UnitBeside(IEnumerable<Accepted> accepted) =>
        accepted.Select(one => (one as AcceptedNumber)?.Unit).DistinctBy(unit => unit?.Name).ToArray() is [{ } only] ? only.Written : null;

    private static string[] Lines(string paragraph) => paragraph.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
