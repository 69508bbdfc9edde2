using System.Globalization;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads one question: heading, body, the answer in whichever form it is written, feedback for everybody.</summary>
internal static class QuestionReader
{
    public static QuizQuestion? Read(MarkupContext context, HeadingBlock heading, IReadOnlyList<Block> blocks)
    {
        var (line, problems) = (context.Line(heading.Line), context.Problems);
        var title = new InlineWriter(context).Write(heading.Inline);
        if (string.IsNullOrWhiteSpace(title.Text))
            problems.Error(line, "quiz-question");
        if (BlankMarks.In(title.Html) || blocks.OfType<ListBlock>().Any(list => BlankMarks.In(context.Written(list))))
            problems.Error(line, "quiz-blank.place");
        var attributes = HeadingAttributes.Read(SafeMarkdown.AttributesOf(heading), line, problems);
        blocks = [.. blocks.SelectMany(ChoiceReader.Parted)];
        if (Answer(context, line, blocks, attributes) is not { } answer || attributes is null)
            return null;
        return new(
            line, attributes.Id, Variant(attributes, line, problems), attributes.Values["competency"], Points(attributes, line, problems),
            answer.Type, answer.Key, answer.Face with { Title = title.Html }, new(answer.Feedback, General(context, blocks.Skip(answer.End))) { Accepted = Accepted(answer.Key) })
        {
            Tags = Tags(attributes, line, problems),
            Difficulty = DifficultyOf(attributes, line, problems),
        };
    }

    // What is written most deliberately decides: a rubric, then boxes, then "=", then blanks; a list or a table may also belong to one of those.
    private static AnswerPart? Answer(MarkupContext context, int line, IReadOnlyList<Block> blocks, HeadingAttributes? attributes)
    {
        var type = attributes?.Values.GetValueOrDefault("type");
        var all = blocks.ToList();
        if (all.FindIndex(block => RubricReader.IsRubric(context, block)) is var rubric and >= 0)
            return RubricReader.Read(context, line, blocks, rubric, attributes);
        if (all.FindIndex(ChoiceReader.HasTasks) is var tasks and >= 0)
            return type == "hotspot" ? HotspotReader.Read(context, line, blocks, tasks) : ChoiceReader.Read(context, line, blocks, tasks, type);
        if (all.FindIndex(block => BlanksReader.IsAccepted(context, block)) is var accepted and >= 0)
            return BlanksReader.ReadAccepted(context, line, blocks, accepted, type);
        if (all.Exists(block => block is ParagraphBlock or Table && BlankMarks.In(context.Written(block))))
            return BlanksReader.ReadCloze(context, line, blocks, type);
        if (all.FindLastIndex(block => block is ListBlock { IsOrdered: true }) is var order and >= 0)
            return OrderReader.Read(context, line, blocks, order, type);
        if (all.FindLastIndex(block => block is Table) is var table and >= 0)
            return PairsReader.Read(context, line, blocks, table, type);
        context.Problems.Error(line, "quiz-no-options");
        return null;
    }

    /// <summary>What stands above the answer, as it is shown.</summary>
    public static string Body(MarkupContext context, IEnumerable<Block> blocks)
    {
        var body = new BlockWriter(context);
        body.Write(blocks);
        return body.Html;
    }

    /// <summary>The type that the author names must be the one that the answer has.</summary>
    public static void Agree(MarkupContext context, int line, string? type, string natural)
    {
        if (type is not null && type != natural)
            context.Problems.Error(line, "quiz-type.answer", type, natural);
    }

    private static IReadOnlyList<string>[] Accepted(AnswerKey key) => key is BlanksKey { Blanks: var blanks } ? [.. blanks.Select(blank => blank.Select(accepted => accepted.Shown).ToArray())] : [];

    private static string? General(MarkupContext context, IEnumerable<Block> blocks)
    {
        string? general = null;
        foreach (var block in blocks.Where(block => block is not LinkReferenceDefinitionGroup))
            if (block is QuoteBlock and not AlertBlock && general is null)
                general = Body(context, (QuoteBlock)block);
            else
                context.Problems.Error(context.Line(block.Line), "quiz-after-options");
        return general;
    }

    private static string Variant(HeadingAttributes attributes, int line, Problems problems)
    {
        var variant = attributes.Values.GetValueOrDefault("variant", "a");
        if (!Fields.IsId(variant))
            problems.Error(line, "quiz-attributes.variant");
        return variant;
    }

    private static string[] Tags(HeadingAttributes attributes, int line, Problems problems)
    {
        if (!attributes.Values.TryGetValue("tags", out var text))
            return [];
        var tags = text.Split(',');
        if (!tags.All(Fields.IsId) || tags.Distinct(StringComparer.Ordinal).Count() < tags.Length)
            problems.Error(line, "quiz-attributes.tags");
        return [.. tags.Order(StringComparer.Ordinal)];
    }

    private static Difficulty DifficultyOf(HeadingAttributes attributes, int line, Problems problems)
    {
        var difficulty = Difficulty.Medium;
        if (attributes.Values.TryGetValue("difficulty", out var word) && !Difficulties.Words.TryGetValue(word, out difficulty))
            problems.Error(line, "quiz-attributes.difficulty", string.Join(" or difficulty=", Difficulties.Words.Keys));
        return difficulty;
    }

    private static double Points(HeadingAttributes attributes, int line, Problems problems)
    {
        if (!attributes.Values.TryGetValue("points", out var text))
            return 1;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points is > 0 and <= 100)
            return points;
        problems.Error(line, "quiz-attributes.points");
        return 1;
    }
}
