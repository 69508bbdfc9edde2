namespace SalesAcademy.Content.Exchange;

/// <summary>Lines of a GIFT file up to the next empty one, without comments; and the category that they stand in.</summary>
internal sealed record GiftEntry(int Line, string Text, string Category)
{
    private const string CategoryMark = "$CATEGORY:";

    public static IEnumerable<GiftEntry> Of(string text)
    {
        var (category, start, lines) = ("", 0, new List<string>());
        var number = 0;
        foreach (var row in text.Split('\n').Append(""))
        {
            number++;
            var line = row.Trim();
            if (line.StartsWith("//", StringComparison.Ordinal))
                line = lines.Count > 0 ? " " : ""; // a comment inside a question does not end it
            if (line.StartsWith(CategoryMark, StringComparison.Ordinal) && lines.Count == 0)
                category = Named(line[CategoryMark.Length..]);
            else if (line.Length > 0)
            {
                start = lines.Count == 0 ? number : start;
                lines.Add(line);
            }
            else if (lines.Count > 0)
            {
                yield return new(start, string.Join('\n', lines), category);
                lines.Clear();
            }
        }
    }

    // Moodle puts in front where the category lives, which says nothing elsewhere.
    private static string Named(string category) =>
        string.Join('/', Characters.Clean(category).Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(part => part is not ("top" or "$course$" or "$system$" or "$module$" or "$cat1$")));
}
