using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>Puts a text together from tags that come in any order, well nested or not.</summary>
internal sealed class ProseBuilder(Findings findings)
{
    // The compiler takes twelve, and a question that needs more is no question.
    private const int Deepest = 6;

    private readonly List<Frame> frames = [new("")];
    private int strong;
    private int emphasis;
    private int code;
    private string? link;

    private Frame Top => frames[^1];

    public void Strong(bool ends) => strong = Math.Max(0, strong + (ends ? -1 : 1));

    public void Emphasis(bool ends) => emphasis = Math.Max(0, emphasis + (ends ? -1 : 1));

    public void Code(bool ends) => code = Math.Max(0, code + (ends ? -1 : 1));

    public void Link(string? address) => link = address;

    public void Say(string words)
    {
        if (Top.Tag == "pre")
            Top.Verbatim.Append(words);
        else
            Top.Runs.Add(new(words, new(strong > 0, emphasis > 0, code > 0, link)));
    }

    public void Break()
    {
        if (Top.Tag == "pre")
            Top.Verbatim.Append('\n');
        else
            Top.Runs.Add(Run.Break);
    }

    public void EndParagraph()
    {
        var runs = Runs.Tidy(Top.Runs);
        Top.Runs.Clear();
        if (runs.Count > 0)
            Top.Blocks.Add(new Paragraph(runs));
    }

    public void Container(string tag, bool closes)
    {
        if (closes)
            Close(tag);
        else if (tag is "li")
            OpenInside(tag, ["ul", "ol"]);
        else if (tag is "tr")
            OpenInside(tag, ["table"]);
        else if (tag is "td" or "th")
        {
            if (frames.FindLastIndex(frame => frame.Tag is "tr" or "table") is var row && (row < 0 || frames[row].Tag == "table"))
                OpenInside("tr", ["table"]);
            OpenInside("td", ["tr"]);
        }
        else
            Open(tag);
    }

    public IReadOnlyList<Prose> Finish()
    {
        while (frames.Count > 1)
            Pop();
        EndParagraph();
        return Top.Blocks;
    }

    // An item closes the one before it; outside its list it is a paragraph.
    private void OpenInside(string tag, string[] parents)
    {
        if (frames.FindLastIndex(frame => parents.Contains(frame.Tag, StringComparer.Ordinal)) is var parent and > 0)
        {
            PopTo(parent + 1);
            Open(tag);
        }
        else
            EndParagraph();
    }

    private void Open(string tag)
    {
        EndParagraph();
        if (frames.Count > Deepest)
            findings.Refuse("its lists, tables or quotations are nested too deeply");
        else
            frames.Add(new(tag));
    }

    private void Close(string tag)
    {
        var at = frames.FindLastIndex(frame => frame.Tag == (tag == "th" ? "td" : tag));
        if (at > 0)
            PopTo(at);
        else
            EndParagraph();
    }

    private void PopTo(int count)
    {
        while (frames.Count > count)
            Pop();
    }

    private void Pop()
    {
        EndParagraph();
        var frame = Top;
        frames.RemoveAt(frames.Count - 1);
        var (content, above) = (frame.Blocks, Top);
        switch (frame.Tag)
        {
            case "li" when content.Count > 0:
                above.Items.Add(content);
                break;
            case "td":
                above.Cells.Add(Flattening.Flatten(content).Runs);
                break;
            case "tr" when frame.Cells.Count > 0:
                above.Rows.Add(frame.Cells);
                break;
            case "pre" when frame.Verbatim.ToString().ReplaceLineEndings("\n").Trim('\n') is { Length: > 0 } verbatim:
                above.Blocks.Add(new Verbatim(verbatim));
                break;
            case "blockquote" when content.Count > 0:
                above.Blocks.Add(new Quotation(content));
                break;
            case "ul" or "ol" or "table":
                if (frame.Items.Count > 0)
                    above.Blocks.Add(new Listing(frame.Tag == "ol", frame.Items));
                if (frame.Rows.Count > 0)
                    above.Blocks.Add(new Grid(frame.Rows));
                above.Blocks.AddRange(content); // words between the items
                break;
        }
    }

    /// <summary>An element that is open.</summary>
    private sealed record Frame(string Tag)
    {
        public List<Run> Runs { get; } = [];

        public List<Prose> Blocks { get; } = [];

        public List<IReadOnlyList<Prose>> Items { get; } = [];

        public List<IReadOnlyList<Run>> Cells { get; } = [];

        public List<IReadOnlyList<IReadOnlyList<Run>>> Rows { get; } = [];

        public StringBuilder Verbatim { get; } = new();
    }
}
