using System.Globalization;
using System.Text;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SalesAcademy.Content.Markup;

/// <summary>Writes paragraphs, headings, lists, quotes, tables, code and our own blocks. Everything else becomes text and is reported.</summary>
internal sealed class BlockWriter(MarkupContext context)
{
    private const int MaximumDepth = 12;
    private readonly StringBuilder html = new();
    private readonly Slugs slugs = new();
    private readonly List<OutlineEntry> outline = [];
    private int depth;

    public string Html => html.ToString();

    public InlineWriter Inlines { get; } = new(context);

    public IReadOnlyList<OutlineEntry> Outline => outline;

    public void Write(IEnumerable<Block> blocks)
    {
        if (++depth > MaximumDepth)
            context.Problems.Error(context.Line(blocks.FirstOrDefault()?.Line ?? 0), "markup-depth.blocks");
        else
            foreach (var block in blocks)
                One(block);
        depth--;
    }

    /// <summary>Emits markup of ours; never a word of the author's.</summary>
    public void Raw(string markup) => html.Append(markup);

    public void Passage(string tag, Flow flow, string attributes = "")
    {
        Open(tag, flow.Text, attributes);
        html.Append(flow.Html).Append("</").Append(tag).Append(">\n");
    }

    private void Open(string tag, string text, string attributes = "")
    {
        html.Append('<').Append(tag);
        if (context.Blocks is not null && !string.IsNullOrWhiteSpace(text))
        {
            var id = context.Blocks.Add(text);
            html.Append(CultureInfo.InvariantCulture, $" id=\"{id}\" data-block=\"{id}\"");
        }
        html.Append(attributes).Append('>');
    }

    private void One(Block block)
    {
        switch (block)
        {
            case ParagraphBlock { Inline: { } inline } when Picture(inline) is { } recording && RecordingWriter.IsRecording(recording.Url):
                new RecordingWriter(context, this).Write(recording);
                break;
            case ParagraphBlock { Inline: { } inline } when Picture(inline) is { } picture:
                Figure(Inlines.Write(inline), picture.Title);
                break;
            case ParagraphBlock paragraph:
                Passage("p", Inlines.Write(paragraph.Inline));
                break;
            case HeadingBlock heading:
                Heading(heading);
                break;
            case AlertBlock alert:
                Callout(alert);
                break;
            case QuoteBlock quote:
                Wrap("<blockquote>", quote, "</blockquote>");
                break;
            case ListBlock list:
                List(list);
                break;
            case CustomContainer { Info: "dialogue" } dialogue:
                new DialogueWriter(context, this).Write(dialogue);
                break;
            case CustomContainer { Info: "case" } container:
                Case(container);
                break;
            case CustomContainer other:
                context.Problems.Error(context.Line(other.Line), "markup-container", other.Info ?? "");
                break;
            case Table table:
                Table(table);
                break;
            case ThematicBreakBlock:
                Raw("<hr>\n");
                break;
            case HtmlBlock code:
                context.Problems.Warn(context.Line(code.Line), "markup-html");
                Code(code);
                break;
            case CodeBlock code:
                Code(code);
                break;
            case LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            default:
                context.Problems.Error(context.Line(block.Line), "markup-unknown", block.GetType().Name);
                break;
        }
    }

    private void Wrap(string open, ContainerBlock content, string close)
    {
        Raw(open + "\n");
        Write(content);
        Raw(close + "\n");
    }

    private static LinkInline? Picture(ContainerInline inline) =>
        inline.FirstChild is LinkInline { IsImage: true } image && ReferenceEquals(image, inline.LastChild) ? image : null;

    private void Figure(Flow image, string? caption)
    {
        Open("figure", image.Text);
        Raw(image.Html);
        Raw(string.IsNullOrWhiteSpace(caption) ? "</figure>\n" : $"<figcaption>{Flow.Escape(caption)}</figcaption></figure>\n");
    }

    private void Heading(HeadingBlock heading)
    {
        var line = context.Line(heading.Line);
        var flow = Inlines.Write(heading.Inline);
        var title = BlockIds.Fold(flow.Text);
        if (context.Blocks is null)
            context.Problems.Error(line, "quiz-heading");
        else if (title.Length == 0)
            context.Problems.Error(line, "heading-empty");
        if (heading.Level == 1)
            context.Problems.Error(line, "heading-level");
        else if (heading.Level > (outline.Count == 0 ? 1 : outline[^1].Level) + 1)
            context.Problems.Warn(line, "heading-skip");
        var level = Math.Clamp(heading.Level, 2, 6);
        var block = context.Blocks?.Add(title) ?? "";
        outline.Add(new(level, slugs.Add(title), title, block));
        html.Append(CultureInfo.InvariantCulture, $"<h{level} id=\"{Flow.Escape(outline[^1].Id)}\" data-block=\"{block}\">{flow.Html}</h{level}>\n");
    }

    private void Callout(AlertBlock alert)
    {
        (string Kind, string Title)? known = alert.Kind.ToString().ToUpperInvariant() switch
        {
            "IMPORTANT" => ("important", context.Say("Key point", "要点")),
            "TIP" => ("tip", context.Say("Try it", "试一试")),
            "WARNING" => ("warning", context.Say("Common mistake", "常见误区")),
            "NOTE" => ("note", context.Say("Note", "说明")),
            _ => null,
        };
        if (known is not { } callout)
            context.Problems.Error(context.Line(alert.Line), "markup-callout");
        else
            Wrap($"<aside class=\"callout callout-{callout.Kind}\" role=\"note\"><p class=\"callout-title\">{callout.Title}</p>", alert, "</aside>");
    }

    private void Case(CustomContainer container)
    {
        var title = BlockIds.Fold(container.Arguments ?? "");
        if (title.Length == 0)
            context.Problems.Error(context.Line(container.Line), "markup-case");
        var flow = new Flow();
        flow.Say(title);
        Raw($"<section class=\"case\" aria-label=\"{context.Say("Worked case", "案例")}{context.Say(": ", "：")}{Flow.Escape(title)}\">");
        Raw($"<p class=\"case-label\">{context.Say("Worked case", "案例")}</p>\n");
        Passage("p", flow, " class=\"case-title\"");
        Wrap("", container, "</section>");
    }

    private void List(ListBlock list)
    {
        var checklist = list.OfType<ListItemBlock>().Any(item => Tasks.Of(item) is not null);
        var start = list.IsOrdered && int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first != 1
            ? string.Create(CultureInfo.InvariantCulture, $" start=\"{first}\"") : "";
        Raw(list.IsOrdered ? $"<ol{start}>\n" : checklist ? "<ul class=\"checklist\">\n" : "<ul>\n");
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var done = Tasks.Of(item) is { Checked: true } ? " class=\"done\"" : "";
            if (!list.IsLoose && item.Count > 0 && item[0] is ParagraphBlock { Inline: { } words } && Picture(words) is null)
            {
                var flow = Inlines.Write(words);
                Open("li", flow.Text, done);
                Raw(flow.Html);
                Write(item.Skip(1));
            }
            else
            {
                Raw($"<li{done}>");
                Write(item);
            }
            Raw("</li>\n");
        }
        Raw(list.IsOrdered ? "</ol>\n" : "</ul>\n");
    }

    private void Table(Table table)
    {
        var rows = table.OfType<TableRow>().Select(row => (row.IsHeader, Cells: row.OfType<TableCell>().Select(Cell).ToArray())).ToArray();
        var text = string.Join('\n', rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
        var header = rows.Length > 0 ? string.Join(context.Say(", ", "、"), rows[0].Cells.Select(cell => BlockIds.Fold(cell.Text)).Where(words => words.Length > 0)) : "";
        Raw($"<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{context.Say("Table: ", "表格：")}{Flow.Escape(header)}\">");
        Open("table", text);
        foreach (var (isHeader, cells) in rows)
        {
            Raw(isHeader ? "<thead><tr>\n" : "<tr>\n");
            for (var column = 0; column < cells.Length; column++)
            {
                var side = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null;
                var align = side switch { TableColumnAlign.Right => " class=\"align-right\"", TableColumnAlign.Center => " class=\"align-center\"", _ => "" };
                Raw(isHeader ? $"<th scope=\"col\"{align}>{cells[column].Html}</th>\n" : $"<td{align}>{cells[column].Html}</td>\n");
            }
            Raw(isHeader ? "</tr></thead><tbody>\n" : "</tr>\n");
        }
        Raw("</tbody></table></div>\n");
    }

    private Flow Cell(TableCell cell) => Inlines.Write((cell.FirstOrDefault() as ParagraphBlock)?.Inline);

    private void Code(LeafBlock code)
    {
        var flow = new Flow();
        flow.Say(code.Lines.ToString());
        Open("pre", flow.Text, " tabindex=\"0\"");
        Raw($"<code>{flow.Html}</code></pre>\n");
    }
}
