using System.Globalization;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using SalesAcademy.Content.Markup;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Content.Questions;

/// <summary>Reads an image and, below it, the areas one may point at: - [x] The stage column (12, 20, 30, 45), in percent of the image.</summary>
internal static partial class HotspotReader
{
    // What a finger still hits on a phone of 360 px.
    private const int Least = 8;

    public static AnswerPart? Read(MarkupContext context, int line, IReadOnlyList<Block> blocks, int at)
    {
        var problems = context.Problems;
        if (at == 0 || blocks[at - 1] is not ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } image } inline } || !ReferenceEquals(image, inline.LastChild))
        {
            problems.Error(line, "quiz-hotspot.image");
            return null;
        }
        var options = ChoiceReader.Options(context, line, (ListBlock)blocks[at]);
        var areas = options.Select(option => Area(context, option)).ToArray();
        if (areas.Any(area => area is null))
            return null;
        var right = options.Select(option => option.Right).ToArray();
        return new(
            QuestionType.Hotspot, new ChoiceKey(right.Count(isRight => isRight) > 1, right),
            new("", QuestionReader.Body(context, blocks.Take(at - 1)), [.. areas.Select(area => area!.Value.Name)])
            {
                Picture = new InlineWriter(context).Write(inline).Html,
                Areas = [.. areas.Select(area => area!.Value.Area)],
            },
            [.. options.Select(option => option.Feedback)], at + 1);
    }

    private static (string Name, HotspotArea Area)? Area(MarkupContext context, QuizOption option)
    {
        var form = Form().Match(option.Text);
        if (!form.Success)
        {
            context.Problems.Error(option.Line, "quiz-hotspot.place");
            return null;
        }
        var area = new HotspotArea(Number("left"), Number("top"), Number("width"), Number("height"));
        if (area.Width < Least || area.Height < Least || area.Left + area.Width > 100 || area.Top + area.Height > 100)
            context.Problems.Error(option.Line, "quiz-hotspot.bounds", Least);
        return (Flow.Escape(form.Groups["name"].Value), area);

        double Number(string side) => double.Parse(form.Groups[side].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<name>.*\S)\s*[(（]\s*(?<left>\d{1,3}(\.\d{1,2})?)\s*[,，]\s*(?<top>\d{1,3}(\.\d{1,2})?)\s*[,，]\s*(?<width>\d{1,3}(\.\d{1,2})?)\s*[,，]\s*(?<height>\d{1,3}(\.\d{1,2})?)\s*[)）]\s*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
