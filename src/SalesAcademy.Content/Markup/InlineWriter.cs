using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SalesAcademy.Content.Markup;

/// <summary>Writes what stands inside a paragraph: text, emphasis, code, checked links and images. Everything else becomes text and is reported.</summary>
internal sealed class InlineWriter(MarkupContext context)
{
    private const int MaximumDepth = 32;
    private readonly Links links = new(context);
    private readonly Images images = new(context);

    public Flow Write(ContainerInline? content)
    {
        var flow = new Flow();
        if (content is not null)
            Children(content, flow, 0);
        return flow;
    }

    private void Children(ContainerInline parent, Flow flow, int depth)
    {
        if (depth > MaximumDepth)
        {
            context.Problems.Error(context.Line(parent.Line), "markup-depth.inlines");
            return;
        }
        foreach (var inline in parent)
            One(inline, flow, depth);
    }

    private void One(Inline inline, Flow flow, int depth)
    {
        switch (inline)
        {
            case LiteralInline literal:
                flow.Say(literal.Content.AsSpan());
                if (literal.Content.AsSpan().Contains("**", StringComparison.Ordinal))
                    context.Problems.Warn(context.Line(literal.Line), "markup-stray-mark");
                break;
            case CodeInline code:
                flow.Tag("<code>");
                flow.Say(code.ContentSpan);
                flow.Tag("</code>");
                break;
            case HtmlEntityInline entity:
                flow.Say(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline { IsHard: true }:
                flow.HardBreak();
                break;
            case LineBreakInline:
                flow.SoftBreak();
                break;
            case TaskList:
                break; // the list item says it
            case EmphasisInline { DelimiterChar: '*' or '_', DelimiterCount: 1 or 2 } emphasis:
                Wrap(emphasis.DelimiterCount == 2 ? "strong" : "em", emphasis, flow, depth);
                break;
            case LinkInline { IsImage: true } image:
                images.Write(image, Write(image).Text, flow);
                break;
            case LinkInline link:
                Link(links.Check(link.Url, context.Line(link.Line)), flow, () => Children(link, flow, depth + 1));
                break;
            case AutolinkInline auto:
                Link(links.Check(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, context.Line(auto.Line)), flow, () => flow.Say(auto.Url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? auto.Url.AsSpan(7) : auto.Url));
                break;
            case HtmlInline html:
                context.Problems.Warn(context.Line(html.Line), "markup-html");
                flow.Say(html.Tag);
                break;
            case ContainerInline container when container.GetType() == typeof(ContainerInline):
                Children(container, flow, depth + 1);
                break;
            default:
                context.Problems.Error(context.Line(inline.Line), "markup-unknown", inline.GetType().Name);
                break;
        }
    }

    private void Wrap(string tag, ContainerInline content, Flow flow, int depth)
    {
        flow.Tag($"<{tag}>");
        Children(content, flow, depth + 1);
        flow.Tag($"</{tag}>");
    }

    private static void Link(string? attributes, Flow flow, Action content)
    {
        if (attributes is not null)
            flow.Tag($"<a {attributes}>");
        content();
        if (attributes is not null)
            flow.Tag("</a>");
    }
}
