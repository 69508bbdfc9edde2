using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SalesAcademy.Content.Markup;

/// <summary>Writes a conversation: a bold name is our seller, a quote under a line is the coach's remark.</summary>
internal sealed class DialogueWriter(MarkupContext context, BlockWriter blocks)
{
    private static readonly char[] Colons = [':', '：'];

    public void Write(CustomContainer dialogue)
    {
        if (dialogue.Count != 1 || dialogue[0] is not ListBlock { IsOrdered: false } list)
        {
            context.Problems.Error(context.Line(dialogue.Line), "dialogue-form");
            return;
        }
        blocks.Raw("<dl class=\"dialogue\">\n");
        foreach (var item in list.OfType<ListItemBlock>())
            Turn(item);
        blocks.Raw("</dl>\n");
    }

    private void Turn(ListItemBlock item)
    {
        var first = item.Count > 0 ? (item[0] as ParagraphBlock)?.Inline : null;
        if (first is null || Speaker(first) is not { } speaker)
        {
            context.Problems.Error(context.Line(item.Line), "dialogue-speaker");
            return;
        }
        blocks.Raw($"<div class=\"turn {(speaker.Seller ? "seller" : "customer")}\"><dt>{Flow.Escape(speaker.Name)}</dt>\n<dd>");
        blocks.Write(item.Where(block => block is not QuoteBlock));
        blocks.Raw("</dd>\n");
        foreach (var remark in item.OfType<QuoteBlock>())
        {
            blocks.Raw($"<dd class=\"coach\"><span class=\"coach-label\">{context.Say("Coach", "教练点评")}</span>\n");
            blocks.Write(remark);
            blocks.Raw("</dd>\n");
        }
        blocks.Raw("</div>\n");
    }

    // Takes the name off the line, so that what is left is what was said.
    private (string Name, bool Seller)? Speaker(ContainerInline line)
    {
        if (line.FirstChild is EmphasisInline { DelimiterCount: 2 } bold)
        {
            var name = blocks.Inlines.Write(bold).Text.Trim();
            var rest = bold.NextSibling as LiteralInline;
            if (name.IndexOfAny(Colons) == name.Length - 1)
                name = name[..^1];
            else if (rest is not null && rest.Content.AsSpan().IndexOfAny(Colons) == 0)
                rest.Content.Start++;
            else
                return null;
            bold.Remove();
            rest?.Content.TrimStart();
            return name.Length > 0 ? (name.Trim(), true) : null;
        }
        if (line.FirstChild is not LiteralInline words)
            return null;
        var colon = words.Content.AsSpan().IndexOfAny(Colons);
        if (colon is <= 0 or > 40)
            return null;
        var speaker = words.Content.AsSpan()[..colon].ToString().Trim();
        words.Content.Start += colon + 1;
        words.Content.TrimStart();
        return speaker.Length > 0 ? (speaker, false) : null;
    }
}
