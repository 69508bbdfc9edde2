using System.Globalization;
using Markdig.Syntax.Inlines;

namespace SalesAcademy.Content.Markup;

/// <summary>Shows images of the course's own assets folder, with alternative text and their size.</summary>
internal sealed class Images(MarkupContext context)
{
    private const string Folder = "../assets/";

    public void Write(LinkInline image, string alternative, Flow flow)
    {
        var line = context.Line(image.Line);
        var words = BlockIds.Fold(alternative);
        if (words.Length == 0)
            context.Problems.Error(line, "image-text.none");
        else if (image.Url?.EndsWith($"/{words}", StringComparison.Ordinal) == true)
            context.Problems.Error(line, "image-text.file");
        if (image.Url is not { } url || !url.StartsWith(Folder, StringComparison.Ordinal) || !context.Assets.TryGetValue(url[Folder.Length..], out var asset))
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
