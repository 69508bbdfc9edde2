using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Markup;

/// <summary>
/// CommonMark with tables, callouts, task lists and containers, parsed to a syntax tree. Nothing of Markdig's own rendering is used:
/// the writers of this folder emit what they know and report the rest, so what is not on their list cannot reach a page.
/// </summary>
internal static class SafeMarkdown
{
    private const string AttributesKey = "attributes";

    // More in one paragraph is no prose, and unmatched marks cost the parser quadratic time (32 KB of "[a](" take seconds).
    private const int MarksPerParagraph = 1500;

    // Nested lists and quotes opened on one line cost the parser quadratic time as well.
    private const int NestingMarks = 100;

    private static readonly MarkdownPipeline Lessons = Build(headingAttributes: false);
    private static readonly MarkdownPipeline Quizzes = Build(headingAttributes: true);

    public static MarkdownDocument? Parse(string text, bool quiz, int firstLine, Problems problems)
    {
        if (Flood(text) is { } line)
        {
            problems.Error(firstLine + line, "markup-flood");
            return null;
        }
        try
        {
            return Markdown.Parse(text, quiz ? Quizzes : Lessons);
        }
        catch (ArgumentException)
        {
            problems.Error(firstLine, "markup-depth.text");
            return null;
        }
    }

    public static string? AttributesOf(HeadingBlock heading) => heading.GetData(AttributesKey) as string;

    private static MarkdownPipeline Build(bool headingAttributes)
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables().UseAlertBlocks().UseTaskLists().UseCjkFriendlyEmphasis();
        builder.BlockParsers.Insert(0, new CustomContainerParser());
        if (headingAttributes)
            builder.BlockParsers.FindExact<HeadingBlockParser>()!.TryParseAttributes = CutAttributes; // a standard parser, always there
        return builder.Build();
    }

    // Only cuts {…} off the heading's end; HeadingAttributes reads it. Markdig's generic attributes would accept {onclick=…} anywhere.
    private static bool CutAttributes(BlockProcessor processor, ref StringSlice slice, IBlock block)
    {
        var line = slice.AsSpan().TrimEnd();
        var open = line.EndsWith("}") ? line.LastIndexOf('{') : -1;
        if (open < 0)
            return false;
        block.SetData(AttributesKey, line[open..].ToString());
        slice.End = slice.Start + open - 1;
        return true;
    }

    private static int? Flood(string text)
    {
        var (marks, line) = (0, 0);
        var start = 0;
        foreach (var row in text.AsSpan().EnumerateLines())
        {
            if (row.IsWhiteSpace())
                (marks, start) = (0, line + 1);
            foreach (var c in row)
                marks += c is '[' or '*' or '_' or '`' or '<' or '!' or '|' ? 1 : 0;
            if (marks > MarksPerParagraph || Nesting(row) > NestingMarks)
                return start;
            line++;
        }
        return null;
    }

    private static int Nesting(ReadOnlySpan<char> row)
    {
        var marks = 0;
        foreach (var c in row)
            if (c is '>' or '-' or '+' or '*')
                marks++;
            else if (c != ' ')
                break;
        return marks;
    }
}
