using Markdig.Syntax;
using SalesAcademy.Content.Markup;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads a numbered list, written in the right order.</summary>
internal static class OrderReader
{
    public static AnswerPart Read(MarkupContext context, int line, IReadOnlyList<Block> blocks, int at, string? type)
    {
        QuestionReader.Agree(context, line, type, "ordering");
        var items = ((ListBlock)blocks[at]).OfType<ListItemBlock>().Select(item => Item(context, item)).ToArray();
        if (items.Length is < 2 or > 10)
            context.Problems.Error(line, "quiz-order.count");
        foreach (var twin in items.GroupBy(item => item.Html, StringComparer.Ordinal).Where(group => group.Count() > 1))
            context.Problems.Error(twin.Last().Line, "quiz-order.twin");
        return new(QuestionType.Ordering, new OrderKey(items.Length), new("", QuestionReader.Body(context, blocks.Take(at)), [.. items.Select(item => item.Html)]), [], at + 1);
    }

    private static (int Line, string Html) Item(MarkupContext context, ListItemBlock item)
    {
        var line = context.Line(item.Line);
        if (item.Count == 1 && item[0] is ParagraphBlock paragraph && new InlineWriter(context).Write(paragraph.Inline).Html is { Length: > 0 } html)
            return (line, html);
        context.Problems.Error(line, "quiz-order.paragraph");
        return (line, "");
    }
}
