using System.Globalization;
using Markdig.Syntax.Inlines;
using SalesAcademy.Content.Courses.Recordings;

namespace SalesAcademy.Content.Markup;

/// <summary>Shows images of the course's own assets folder, with alternative text and their size.</summary>
internal sealed class Images(MarkupContext context)
{
    private const string Folder = "../assets/";

    /// <summary>The file in the assets folder an address names; null when it names another place.</summary>
    public static string? NameOf(string? url) => url?.StartsWith(Folder, StringComparison.Ordinal) == true ? url[Folder.Length..] : null;

    public void Write(LinkInline image, string alternative, Flow flow)
    {
        var line = context.Line(image.Line);
        if (RecordingWriter.IsRecording(image.Url))
        {
            context.Problems.Error(line, "recording-place");
            flow.Say(alternative);
            return;
        }
        var words = BlockIds.Fold(alternative);
        if (words.Length == 0)
            context.Problems.Error(line, "image-text.none");
        else if (image.Url?.EndsWith($"/{words}", StringComparison.Ordinal) == true)
            context.Problems.Error(line, "image-text.file");
        if (NameOf(image.Url) is not { } name || !context.Assets.TryGetValue(name, out var asset) || RecordingFiles.IsOne(name))
        {
            context.Problems.Error(line, "image-missing");
            flow.Say(words);
            return;
        }
        var size = asset is { Width: { } width, Height: { } height } ? string.Create(CultureInfo.InvariantCulture, $" width=\"{width}\" height=\"{height}\"") : "";
        flow.Tag(asset.Drawing is { } drawing
            ? $"<svg class=\"drawing\" role=\"img\" aria-label=\"{Flow.Escape(words)}\"{size}{drawing}</svg>"
            : $"<img src=\"{Flow.Escape(asset.Url)}\" alt=\"{Flow.Escape(words)}\"{size} loading=\"lazy\" decoding=\"async\">");
        flow.Instead(words);
    }
}
