using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SalesAcademy.Content.Markup;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads a table of two columns: each row is a pair. Rows may share a right-hand side; one with an empty left side fits no row.</summary>
internal static class PairsReader
{
    public static AnswerPart? Read(MarkupContext context, int line, IReadOnlyList<Block> blocks, int at, string? type)
    {
        QuestionReader.Agree(context, line, type, "matching");
        var (problems, table) = (context.Problems, (Table)blocks[at]);
        var rows = table.OfType<TableRow>().Select(row => (Line: context.Line(row.Line), row.IsHeader, Cells: row.OfType<TableCell>().Select(cell => Words(context, cell)).ToArray())).ToArray();
        if (rows.FirstOrDefault(row => row.Cells.Length != 2) is { Cells: not null } odd)
        {
            problems.Error(odd.Line, "quiz-pairs.columns");
            return null;
        }
        var pairs = rows.Where(row => !row.IsHeader).ToArray();
        foreach (var row in pairs.Where(row => row.Cells[1].Length == 0))
            problems.Error(row.Line, "quiz-pairs.empty");
        var asked = pairs.Where(row => row.Cells[0].Length > 0).ToArray();
        var sides = pairs.Select(row => row.Cells[1]).Distinct(StringComparer.Ordinal).ToArray();
        if (asked.Length is < 2 or > 10 || sides.Length is < 2 or > 12)
            problems.Error(line, "quiz-pairs.count");
        foreach (var twin in asked.GroupBy(row => row.Cells[0], StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Error(twin.Last().Line, "quiz-pairs.twin");
        return new(
            QuestionType.Matching, new PairsKey([.. asked.Select(row => Array.IndexOf(sides, row.Cells[1]))], sides.Length),
            new("", QuestionReader.Body(context, blocks.Take(at)), sides) { Rows = [.. asked.Select(row => row.Cells[0])] }, [], at + 1);
    }

    private static string Words(MarkupContext context, TableCell cell) => new InlineWriter(context).Write((cell.FirstOrDefault() as ParagraphBlock)?.Inline).Html;
}
