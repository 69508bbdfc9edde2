using System.Text;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Exchange;

/// <summary>The front matter of a quiz that is to be made; where it exists in the other language, its settings are the same.</summary>
internal static class QuizFront
{
    private const string Fence = "---\n";

    public static string Of(ContentFolder content, ImportRequest request)
    {
        var title = $"title: \"{char.ToUpperInvariant(request.Quiz[0])}{request.Quiz[1..].Replace('-', ' ')}\"\n";
        var other = $"courses/{request.Course}/{(request.Locale == Locales.English ? Locales.Chinese : Locales.English)}/quiz-{request.Quiz}.md";
        var settings = content.Exists(other) ? Settings(content, other) : request.Pool is null ? "kind: practice\n" : $"kind: practice\npool: {request.Pool}\n";
        return $"{Fence}{title}{settings}{Fence}";
    }

    private static string Settings(ContentFolder content, string other)
    {
        var text = TextFile.Read(content, other, new Problems(other))?.Text ?? "";
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var (kept, isTitle) = (new StringBuilder(), false);
        foreach (var line in end < 0 ? [] : text[Fence.Length..(end + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            isTitle = char.IsWhiteSpace(line[0]) ? isTitle : line.StartsWith("title:", StringComparison.Ordinal); // an indented line belongs to the key above
            if (!isTitle)
                kept.Append(line).Append('\n');
        }
        return kept.ToString();
    }
}
