using Markdig.Syntax;
using SalesAcademy.Content.Markup;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads a task list: - [x] right, - [ ] wrong, each with its feedback as an indented quote.</summary>
internal static class ChoiceReader
{
    private static readonly HashSet<string> TrueFalseWords = new(["True", "False", "对", "错"], StringComparer.Ordinal);

    public static bool HasTasks(Block block) => block is ListBlock list && list.OfType<ListItemBlock>().Any(item => Tasks.Of(item) is not null);

    public static AnswerPart Read(MarkupContext context, int line, IReadOnlyList<Block> blocks, int at, string? type)
    {
        var body = QuestionReader.Body(context, blocks.Take(at));
        var options = Options(context, line, (ListBlock)blocks[at]);
        var right = options.Select(option => option.Right).ToArray();
        var kind = Type(context, line, [.. options.Select(option => option.Text)], right, type);
        return new(kind, new ChoiceKey(kind == QuestionType.Multiple, right), new("", body, [.. options.Select(option => option.Html)]), [.. options.Select(option => option.Feedback)], at + 1);
    }

    public static List<QuizOption> Options(MarkupContext context, int line, ListBlock list)
    {
        var problems = context.Problems;
        var options = list.OfType<ListItemBlock>().Select(item => Option(context, item)).ToList();
        if (options.Count is < 2 or > 10)
            problems.Error(line, "quiz-options");
        else if (!options.Exists(option => option.Right))
            problems.Error(line, "quiz-no-key");
        foreach (var twin in options.GroupBy(option => option.Html, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Error(twin.Last().Line, "quiz-option-twice");
        return options;
    }

    // In CommonMark a list of facts and the options below it are one list: what stands before the first box belongs to the question.
    public static IEnumerable<Block> Parted(Block block)
    {
        var facts = HasTasks(block) ? ((ListBlock)block).OfType<ListItemBlock>().TakeWhile(item => Tasks.Of(item) is null).ToArray() : [];
        if (facts.Length == 0)
            return [block];
        var before = new ListBlock(parser: null!) { BulletType = '-', Line = block.Line }; // made after parsing, when no parser asks for it
        foreach (var fact in facts)
        {
            ((ListBlock)block).Remove(fact);
            before.Add(fact);
        }
        return [before, block];
    }

    private static QuizOption Option(MarkupContext context, ListItemBlock item)
    {
        var line = context.Line(item.Line);
        if (Tasks.Of(item) is not { } task)
        {
            context.Problems.Error(line, "quiz-option-form.box");
            return new(line, false, "", "", null);
        }
        var words = new InlineWriter(context).Write(((ParagraphBlock)item[0]).Inline); // a task always stands in a paragraph
        if (string.IsNullOrWhiteSpace(words.Html))
            context.Problems.Error(line, "quiz-option-form.empty");
        if (item.Skip(1).FirstOrDefault(block => block is not QuoteBlock) is { } stray)
            context.Problems.Error(context.Line(stray.Line), "quiz-option-form.paragraph");
        var feedback = QuestionReader.Body(context, item.OfType<QuoteBlock>().SelectMany(quote => quote));
        return new(line, task.Checked, words.Html, BlockIds.Fold(words.Text), feedback.Length == 0 ? null : feedback);
    }

    private static QuestionType Type(MarkupContext context, int line, string[] options, bool[] right, string? type)
    {
        var several = right.Count(isRight => isRight) > 1;
        var isTrueFalse = options.Length == 2 && !several && options.All(TrueFalseWords.Contains);
        var natural = isTrueFalse ? QuestionType.TrueFalse : several ? QuestionType.Multiple : QuestionType.Single;
        switch (type)
        {
            case null:
                return natural;
            case "multiple" when !isTrueFalse:
                return QuestionType.Multiple;
            case "single" when natural == QuestionType.Single:
            case "true-false" when isTrueFalse:
                return natural;
            default:
                context.Problems.Error(line, "quiz-type.options");
                return natural;
        }
    }
}

/// <summary>An option as it is written.</summary>
internal sealed record QuizOption(int Line, bool Right, string Html, string Text, string? Feedback);
