using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>A Markdown file cut into front matter and body.</summary>
internal sealed record MarkdownFile(TextFile Source, Fields Front, string Body, int BodyLine)
{
    private const string Fence = "---\n";

    public static MarkdownFile? Cut(TextFile source, Problems problems)
    {
        var text = source.Text;
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n---\n", Fence.Length - 1, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            problems.Error(1, "front-matter");
            return null;
        }
        var bodyStart = end + 1 + Fence.Length;
        if (YamlTree.Parse(text[..(end + 1)][Fence.Length..], 2, problems) is not { } node)
            return null;
        return new(source, Fields.Of(node, problems), text[bodyStart..], 1 + text.AsSpan(0, bodyStart).Count('\n'));
    }
}
