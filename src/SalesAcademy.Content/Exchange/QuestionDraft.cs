namespace SalesAcademy.Content.Exchange;

/// <summary>A question on its way into a quiz file.</summary>
internal sealed record QuestionDraft
{
    /// <summary>The question itself.</summary>
    public required IReadOnlyList<Run> Title { get; init; }

    /// <summary>What belongs to it; holds the blanks of a cloze.</summary>
    public IReadOnlyList<Prose> Body { get; init; } = [];

    public required DraftAnswer Answer { get; init; }

    /// <summary>Feedback for everybody who answered.</summary>
    public IReadOnlyList<Prose> General { get; init; } = [];

    /// <summary>What stands in the heading behind it.</summary>
    public required DraftAttributes Attributes { get; init; }
}

/// <summary>The attributes of a question.</summary>
internal sealed record DraftAttributes(string Id, string Competency)
{
    public string? Variant { get; init; }

    public string? Points { get; init; }
}

/// <summary>How a question is answered, and what is right.</summary>
internal abstract record DraftAnswer;

/// <summary>Options to choose from; Several where any number may be right.</summary>
internal sealed record DraftChoice(bool Several, IReadOnlyList<DraftOption> Options) : DraftAnswer;

/// <summary>One option; of an area on an image also its place.</summary>
internal sealed record DraftOption(bool IsRight, IReadOnlyList<Run> Text, IReadOnlyList<Prose> Feedback)
{
    public HotspotArea? Area { get; init; }
}

/// <summary>Areas of an image of the course.</summary>
internal sealed record DraftAreas(string Picture, string Asset, IReadOnlyList<DraftOption> Options) : DraftAnswer;

/// <summary>What may be written, as it is compared.</summary>
internal sealed record DraftAccepted(IReadOnlyList<string> Accepted) : DraftAnswer;

/// <summary>Rows and what belongs to each; an empty left side fits none.</summary>
internal sealed record DraftPairs(IReadOnlyList<(IReadOnlyList<Run> Left, IReadOnlyList<Run> Right)> Rows) : DraftAnswer;

/// <summary>Items in the right order.</summary>
internal sealed record DraftOrder(IReadOnlyList<IReadOnlyList<Run>> Items) : DraftAnswer;

/// <summary>The blanks in the body.</summary>
internal sealed record DraftBlanks : DraftAnswer;
