using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Exchange;

/// <summary>Reads Markdown of anybody's: through the compiler's own writers, so that only what a question may show is left.</summary>
internal static class MarkdownProse
{
    public static IReadOnlyList<Prose> Read(string markdown, Findings findings)
    {
        var problems = new Problems("");
        if (SafeMarkdown.Parse(markdown, quiz: false, 1, problems) is not { } document)
        {
            findings.Refuse($"its Markdown cannot be read: {problems.Found[0].Message}");
            return [];
        }
        var writer = new BlockWriter(new("course", Locales.English, 1, new Dictionary<string, CourseAsset>(StringComparer.Ordinal), problems) { Blocks = new() });
        writer.Write(document);
        foreach (var problem in problems.Found)
            if (problem.Code.StartsWith("image", StringComparison.Ordinal))
                findings.Refuse("it shows an image, which cannot be taken in: put it into the course's assets and write the question by hand");
            else
                findings.Lose(problem.Message);
        return HtmlProse.Read(writer.Html, findings);
    }
}
