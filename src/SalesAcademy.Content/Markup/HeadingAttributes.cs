using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Markup;

/// <summary>The attributes of a question's heading, {#id competency=x variant=b}; nothing else may stand there.</summary>
internal sealed record HeadingAttributes(string Id, IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] Known = ["competency", "variant", "points", "type", "tags", "difficulty", "graders", "most"];

    public static HeadingAttributes? Read(string? source, int line, Problems problems)
    {
        if (source is null)
            return Fault(line, problems, "quiz-attributes.none");
        string? id = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in source.Trim('{', '}').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = word.Split('=', 2);
            if (word.StartsWith('#') && id is null && Fields.IsId(word[1..]))
                id = word[1..];
            else if (word.StartsWith('#') && id is null)
                return Fault(line, problems, "quiz-attributes.id-form", word);
            else if (parts.Length < 2 || !Known.Contains(parts[0], StringComparer.Ordinal))
                return Fault(line, problems, "quiz-attributes.unknown", word);
            else if (parts[1].Length == 0 || !values.TryAdd(parts[0], parts[1].Trim('"')))
                return Fault(line, problems, "quiz-attributes.value", parts[0]);
        }
        if (id is null || !values.TryGetValue("competency", out var competency) || !Fields.IsId(competency))
            return Fault(line, problems, "quiz-attributes.id");
        return new(id, values);
    }

    private static HeadingAttributes? Fault(int line, Problems problems, string key, params object[] arguments)
    {
        problems.Error(line, key, arguments);
        return null;
    }
}
