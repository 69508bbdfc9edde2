namespace SalesAcademy.Content.Exchange;

/// <summary>What came of one entry of a file.</summary>
internal sealed record ImportedQuestion(int Line, string Name, string Category)
{
    /// <summary>The question without its attributes, or null where there is none.</summary>
    public ImportedContent? Content { get; init; }

    /// <summary>What stands in the way, and what is lost.</summary>
    public Findings Findings { get; } = new();

    /// <summary>Why this is no question at all and is passed over, or null.</summary>
    public string? Skipped { get; init; }
}

/// <summary>A question as its file has it.</summary>
internal sealed record ImportedContent(IReadOnlyList<Prose> Text, DraftAnswer Answer, IReadOnlyList<Prose> General);
