namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A grader's comment in its parts: lines that begin with ">" quote the answer, the others are the grader's own.</summary>
internal static class GradeComment
{
    /// <summary>The parts in their order; none is empty.</summary>
    public static IReadOnlyList<(bool IsQuote, string Text)> Of(string comment)
    {
        var parts = new List<(bool IsQuote, string Text)>();
        foreach (var line in comment.ReplaceLineEndings("\n").Split('\n'))
        {
            var isQuote = line.StartsWith('>');
            var text = isQuote ? line[1..].Trim() : line;
            if (parts.Count > 0 && parts[^1].IsQuote == isQuote)
                parts[^1] = (isQuote, $"{parts[^1].Text}\n{text}");
            else
                parts.Add((isQuote, text));
        }
        return [.. parts.Select(part => (part.IsQuote, part.Text.Trim('\n'))).Where(part => !string.IsNullOrWhiteSpace(part.Item2))];
    }
}
