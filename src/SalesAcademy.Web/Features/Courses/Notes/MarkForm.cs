namespace SalesAcademy.Web.Features.Courses.Notes;

/// <summary>What a reader sends to mark something for themselves.</summary>
internal sealed record MarkForm
{
    /// <summary>Their own words; none for a highlight alone.</summary>
    public string? Text { get; init; }

    /// <summary>The passage; none for a note on the lesson as a whole.</summary>
    public string? Block { get; init; }

    /// <summary>The words chosen in it; none for the whole passage.</summary>
    public string? Quote { get; init; }

    /// <summary>Where they start in the passage.</summary>
    public int Offset { get; init; }

    /// <summary>The language the lesson was read in.</summary>
    public string? Locale { get; init; }
}
