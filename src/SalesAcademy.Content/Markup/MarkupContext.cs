using Markdig.Syntax;
using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Markup;

/// <summary>What the writers need to know about the text they write.</summary>
/// <param name="Course">The id of its course.</param>
/// <param name="Locale">Its language.</param>
/// <param name="FirstLine">The line of the file its body begins on.</param>
/// <param name="Assets">Images by file name.</param>
/// <param name="Problems">Where slips are reported.</param>
internal sealed record MarkupContext(string Course, string Locale, int FirstLine, IReadOnlyDictionary<string, CourseAsset> Assets, Problems Problems)
{
    /// <summary>Ids of blocks, or null where nobody anchors notes (quizzes).</summary>
    public BlockIds? Blocks { get; init; }

    /// <summary>What the blanks of a quiz accept, by their number.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>The text as it was parsed.</summary>
    public string Source { get; init; } = "";

    public List<Reference> References { get; } = [];

    /// <summary>What is played in it, or null where nothing may be (quizzes and battle cards).</summary>
    public List<LessonRecording>? Recordings { get; init; }

    /// <summary>Anchors of this text that were linked to, with their lines.</summary>
    public List<(string Anchor, int Line)> Anchors { get; } = [];

    /// <summary>A block as its author wrote it.</summary>
    public string Written(Block block) => block.Span.IsEmpty ? "" : Source.Substring(block.Span.Start, block.Span.Length);

    public int Line(int zeroBased) => FirstLine + zeroBased;

    public string Say(string english, string chinese) => Locale == Locales.Chinese ? chinese : english;
}
