using System.Globalization;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>Reads one question: heading, body, options with their feedback, feedback for everybody.</summary>
internal static class QuestionReader
{
    private static readonly HashSet<string> TrueFalseWords = new(["True", "False", "对", "错"], StringComparer.Ordinal);

    public static QuizQuestion? Read(MarkupContext context, HeadingBlock heading, IReadOnlyList<Block> blocks)
    {
        var (line, problems) = (context.Line(heading.Line), context.Problems);
        var title = new InlineWriter(context).Write(heading.Inline);
        if (string.IsNullOrWhiteSpace(title.Text))
            problems.Error(line, "quiz-question", "The question is empty", "Write it in the heading");
        var attributes = HeadingAttributes.Read(SafeMarkdown.AttributesOf(heading), line, problems);
        blocks = [.. blocks.SelectMany(Parted)];
        var optionsAt = blocks.ToList().FindIndex(HasTasks);
        if (optionsAt < 0)
        {
            Unanswerable(context, line, blocks);
            return null;
        }
        var body = new BlockWriter(context);
        body.Write(blocks.Take(optionsAt));
        var options = ((ListBlock)blocks[optionsAt]).OfType<ListItemBlock>().Select(item => Option(context, item)).ToList();
        var general = General(context, blocks.Skip(optionsAt + 1));
        var right = options.Select(option => option.Right).ToArray();
        if (options.Count is < 2 or > 10)
            problems.Error(line, "quiz-options", "A question has 2 to 10 options", "Add or remove lines - [ ] …");
        else if (!right.Contains(true))
            problems.Error(line, "quiz-no-key", "No option is marked as right", "Mark it with - [x]");
        foreach (var twin in options.GroupBy(option => option.Html, StringComparer.Ordinal).Where(group => group.Count() > 1))
            problems.Error(twin.Last().Line, "quiz-option-twice", "Two options say the same", "Change or delete one");
        if (attributes is null)
            return null;
        var type = Type(attributes, line, [.. options.Select(option => option.Text)], right, problems);
        return new(
            line, attributes.Id, Variant(attributes, line, problems), attributes.Values["competency"], Points(attributes, line, problems), type, right,
            new(title.Html, body.Html, [.. options.Select(option => option.Html)]),
            new([.. options.Select(option => option.Feedback)], general));
    }

    private static bool HasTasks(Block block) => block is ListBlock list && list.OfType<ListItemBlock>().Any(item => Tasks.Of(item) is not null);

    // In CommonMark a list of facts and the options below it are one list: what stands before the first box belongs to the question.
    private static IEnumerable<Block> Parted(Block block)
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
            context.Problems.Error(line, "quiz-option-form", "The line has no box", "Begin it with - [ ] or - [x]");
            return new(line, false, "", "", null);
        }
        var words = new InlineWriter(context).Write(((ParagraphBlock)item[0]).Inline); // a task always stands in a paragraph
        if (string.IsNullOrWhiteSpace(words.Html))
            context.Problems.Error(line, "quiz-option-form", "The option is empty", "Write what can be chosen");
        if (item.Skip(1).FirstOrDefault(block => block is not QuoteBlock) is { } stray)
            context.Problems.Error(context.Line(stray.Line), "quiz-option-form", "An option is one paragraph, with its feedback as an indented quote", "Put what belongs to the question above the options");
        var feedback = new BlockWriter(context);
        foreach (var quote in item.OfType<QuoteBlock>())
            feedback.Write(quote);
        return new(line, task.Checked, words.Html, BlockIds.Fold(words.Text), feedback.Html.Length == 0 ? null : feedback.Html);
    }

    private static string? General(MarkupContext context, IEnumerable<Block> blocks)
    {
        string? general = null;
        foreach (var block in blocks.Where(block => block is not LinkReferenceDefinitionGroup))
            if (block is QuoteBlock and not AlertBlock && general is null)
            {
                var writer = new BlockWriter(context);
                writer.Write((QuoteBlock)block);
                general = writer.Html;
            }
            else
                context.Problems.Error(context.Line(block.Line), "quiz-after-options", "Only one quote, the feedback for everybody, may follow the options", "Move the text above the options or into that quote");
        return general;
    }

    private static QuestionType Type(HeadingAttributes attributes, int line, string[] options, bool[] right, Problems problems)
    {
        var several = right.Count(isRight => isRight) > 1;
        var isTrueFalse = options.Length == 2 && !several && options.All(TrueFalseWords.Contains);
        var natural = isTrueFalse ? QuestionType.TrueFalse : several ? QuestionType.Multiple : QuestionType.Single;
        switch (attributes.Values.GetValueOrDefault("type"))
        {
            case null:
                return natural;
            case "multiple" when !isTrueFalse:
                return QuestionType.Multiple;
            case "single" when natural == QuestionType.Single:
            case "true-false" when isTrueFalse:
                return natural;
            default:
                problems.Error(line, "quiz-type", "type= does not fit the options", "Leave it out, or write type=multiple where one of several may be right");
                return natural;
        }
    }

    private static string Variant(HeadingAttributes attributes, int line, Problems problems)
    {
        var variant = attributes.Values.GetValueOrDefault("variant", "a");
        if (!Fields.IsId(variant))
            problems.Error(line, "quiz-attributes", "The variant is not a letter or id", "Write variant=b");
        return variant;
    }

    private static double Points(HeadingAttributes attributes, int line, Problems problems)
    {
        if (!attributes.Values.TryGetValue("points", out var text))
            return 1;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points is > 0 and <= 100)
            return points;
        problems.Error(line, "quiz-attributes", "points= is not a number above 0 and up to 100", "Write points=2");
        return 1;
    }

    private static void Unanswerable(MarkupContext context, int line, IReadOnlyList<Block> blocks)
    {
        var source = blocks.OfType<ParagraphBlock>().Select(paragraph => new InlineWriter(context).Write(paragraph.Inline).Text).ToList();
        var later = source.Any(text => text.StartsWith("= ", StringComparison.Ordinal)) ? "short answers and numbers (= …)"
            : source.Any(text => text.StartsWith("rubric:", StringComparison.Ordinal)) ? "answers graded by a rubric"
            : source.Any(text => text.Contains("{{", StringComparison.Ordinal)) ? "blanks ({{…}})"
            : blocks.OfType<ListBlock>().Any(list => list.IsOrdered) ? "putting a list in order"
            : blocks.OfType<Table>().Any() ? "matching tables" : null;
        if (later is null)
            context.Problems.Error(line, "quiz-no-options", "The question has no options", "Write a task list: - [x] right, - [ ] wrong");
        else
            context.Problems.Error(line, "quiz-not-yet", $"Not yet: {later} cannot be graded so far", "Write a task list: - [x] right, - [ ] wrong");
    }

    private sealed record QuizOption(int Line, bool Right, string Html, string Text, string? Feedback);
}
