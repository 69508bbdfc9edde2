namespace SalesAcademy.Content.Exchange;

/// <summary>How a stretch of text looks and where it leads.</summary>
internal readonly record struct Style(bool Strong = false, bool Emphasis = false, bool Code = false, string? Link = null)
{
    /// <summary>A link to a web address, without the signs that Markdown would claim.</summary>
    public static Style LinkTo(Uri address) => new(Link: address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
        .Replace("|", "%7C", StringComparison.Ordinal).Replace("*", "%2A", StringComparison.Ordinal).Replace("{", "%7B", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal));

    /// <summary>What two neighbours have in common: the look of the space between them.</summary>
    public Style Shared(Style other) => new(Strong && other.Strong, Emphasis && other.Emphasis, Code && other.Code, Link == other.Link ? Link : null);
}

/// <summary>A stretch of text in one style; a blank to be filled in; or a line break.</summary>
internal sealed record Run(string Text, Style Style = default)
{
    public static Run Break { get; } = new("\n");

    /// <summary>What the blank accepts; null for text.</summary>
    public IReadOnlyList<string>? Blank { get; init; }

    public bool IsBreak => Text == "\n";

    public static Run BlankOf(IReadOnlyList<string> accepted) => new("") { Blank = accepted };
}
