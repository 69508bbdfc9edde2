using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

internal sealed record LessonFile(LessonText Text, string Check, int CheckLine, ArchiveEntry Source, IReadOnlyList<Reference> References, IReadOnlyList<string> Keys)
{
    /// <summary>The day a material change is marked with, and what has changed in this language's words.</summary>
    public (DateOnly On, string What)? Changed { get; init; }

    public int ChangedLine { get; init; }
}

/// <summary>Compiles one lesson in one language.</summary>
internal static class LessonReader
{
    private const int FarMinutes = 5, FarFactor = 3;

    public static LessonFile? Read(CourseScope scope, string path, string locale, Problems problems) =>
        scope.Compile(path, problems, (file, own) => Compile(scope, file, locale, own));

    private static LessonFile? Compile(CourseScope scope, MarkdownFile file, string locale, Problems problems)
    {
        var fields = file.Front;
        var title = fields.Text("title");
        var summary = fields.Text("summary");
        var check = fields.Id("check");
        var minutes = fields.Whole("minutes", 0, 1, 240);
        var changed = ChangeReader.Read(fields);
        fields.Finish();
        if (SafeMarkdown.Parse(file.Body, quiz: false, file.BodyLine, problems) is not { } document)
            return null;
        var context = scope.Markup(file, locale, problems, anchored: true) with { Recordings = [] };
        var writer = new BlockWriter(context);
        writer.Write(document);
        var blocks = context.Blocks!.Blocks; // anchored above
        if (blocks.Count == 0)
            problems.Error(file.BodyLine, "lesson-empty");
        foreach (var (anchor, line) in context.Anchors)
            if (!writer.Outline.Any(heading => heading.Id == Slugs.Prefix + anchor))
                problems.Error(line, writer.Outline.Count == 0 ? new Phrase("link-anchor.none", anchor) : new("link-anchor.others", anchor, Anchors(writer.Outline)));
        CheckMinutes(minutes, blocks, fields.LineOf("minutes"), problems);
        var text = new LessonText
        {
            Title = title,
            Summary = summary,
            Minutes = minutes > 0 ? minutes : ReadingTime.Minutes(blocks),
            Outline = writer.Outline,
            Html = writer.Html,
            Blocks = blocks,
            Recordings = context.Recordings!, // given above
            File = file.Source.Path,
            Hash = file.Source.Hash,
        };
        return new(text, check, fields.LineOf("check"), file.Source.Entry, context.References, [.. fields.Keys]) { Changed = changed, ChangedLine = fields.LineOf(ChangeReader.Day) };
    }

    // Time to think is the author's to judge; what is several times the reading, or cannot even be read in it, is a slip.
    private static void CheckMinutes(int declared, IReadOnlyList<LessonBlock> blocks, int line, Problems problems)
    {
        var computed = ReadingTime.Minutes(blocks);
        var isFar = declared > 0 && Math.Abs(declared - computed) >= FarMinutes && (declared > FarFactor * computed || FarFactor * declared < computed);
        if (isFar)
            problems.Warn(line, "lesson-minutes", declared, computed);
    }

    private static string Anchors(IReadOnlyList<OutlineEntry> outline) =>
        string.Join(" ", outline.Take(8).Select(heading => "#" + heading.Id[Slugs.Prefix.Length..]));
}
