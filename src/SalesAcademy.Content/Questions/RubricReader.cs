using System.Globalization;
using Markdig.Syntax;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads the line that names the rubric by which people judge an answer: rubric: first-call.</summary>
internal static class RubricReader
{
    public const string Name = "rubric:";

    private static readonly Dictionary<string, (AnswerMedium Medium, int Usual, int Most)> Media = new(StringComparer.Ordinal)
    {
        ["open"] = (AnswerMedium.Text, 4000, 10_000),
        ["audio"] = (AnswerMedium.Audio, 180, 600),
        ["video"] = (AnswerMedium.Video, 180, 600),
    };

    public static bool IsRubric(MarkupContext context, Block block) => block is ParagraphBlock && context.Written(block).StartsWith(Name, StringComparison.Ordinal);

    public static AnswerPart Read(MarkupContext context, int line, IReadOnlyList<Block> blocks, int at, HeadingAttributes? attributes)
    {
        var (problems, own) = (context.Problems, context.Line(blocks[at].Line));
        var rubric = context.Written(blocks[at])[Name.Length..].Trim();
        if (Fields.IsId(rubric))
            context.References.Add(new(ReferenceKind.Rubric, rubric, problems.File, own));
        else
            problems.Error(own, "quiz-rubric");
        var type = attributes?.Values.GetValueOrDefault("type", "open") ?? "open";
        if (!Media.TryGetValue(type, out var medium))
        {
            problems.Error(line, "quiz-type.rubric", type);
            medium = Media["open"];
        }
        return new(
            medium.Medium == AnswerMedium.Text ? QuestionType.Open : QuestionType.Pitch,
            new RubricKey(rubric, medium.Medium, Whole("graders", 1, 1, 2), Whole("most", medium.Usual, 10, medium.Most)),
            new("", QuestionReader.Body(context, blocks.Take(at)), []), [], at + 1);

        int Whole(string name, int usual, int least, int most)
        {
            if (attributes?.Values.GetValueOrDefault(name) is not { } text)
                return usual;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                return number;
            problems.Error(line, "quiz-attributes.whole", name, least, most, usual);
            return usual;
        }
    }
}
