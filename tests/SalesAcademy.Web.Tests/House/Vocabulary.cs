using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SalesAcademy.Web.Tests.House;

/// <summary>The words of a room in both languages, and what can be wrong with them.</summary>
internal sealed partial record Vocabulary(IReadOnlyDictionary<string, string> English, IReadOnlyDictionary<string, string> Chinese)
{
    // Product names, formats and the names of things that have no Chinese name.
    private static readonly string[] AllowedLatin = ["SalesAcademy", "CSV", "XLSX", "PDF", "ZIP", "CRM", "URL", "HR", "Enter", "Ctrl", "Alt", "localhost", "Markdown", "YAML", "UTF"];

    public static Vocabulary Read(string file) => new(Words(file), Words(file.Replace(".resx", ".zh-Hans.resx", StringComparison.Ordinal)));

    /// <summary>Keys of one language alone, empty words, and figures that stand in one language alone.</summary>
    public IEnumerable<string> Unequal() =>
    [
        .. English.Keys.Except(Chinese.Keys).Select(key => $"{key} has no Chinese"),
        .. Chinese.Keys.Except(English.Keys).Select(key => $"{key} has no English"),
        .. English.Concat(Chinese).Where(word => string.IsNullOrWhiteSpace(word.Value)).Select(word => $"{word.Key} is empty"),
        .. English.Keys.Intersect(Chinese.Keys).Where(key => !key.EndsWith(".one", StringComparison.Ordinal) && !Places(English[key]).SetEquals(Places(Chinese[key]))).Select(key => $"{key} has other figures in Chinese"),
    ];

    /// <summary>Latin words in the Chinese, but for what is written so in a file.</summary>
    public IEnumerable<string> Latin() =>
        from word in Chinese
        from match in LatinWord().Matches(Place().Replace(AsWritten().Replace(word.Value, ""), ""))
        where !AllowedLatin.Contains(match.Value)
        select $"{word.Key}: {match.Value}";

    /// <summary>What a view asks for and the words do not hold.</summary>
    public IEnumerable<string> MissingFor(string view) => Asked().Matches(view).Select(match => match.Groups["key"].Value)
        .Where(key => !English.ContainsKey(key) && !English.ContainsKey(key + ".other"));

    /// <summary>Keys that no source names, whole or by the beginning of an interpolated one.</summary>
    public IEnumerable<string> UnusedBy(string sources)
    {
        var beginnings = Begun().Matches(sources).Select(match => match.Groups["beginning"].Value).ToHashSet();
        return English.Keys.Where(key => !Names(key) && !Names(Form().Replace(key, "")) && !Names(Remedy().Replace(key, "")) && !beginnings.Any(beginning => key.StartsWith(beginning, StringComparison.Ordinal)));

        bool Names(string key) => sources.Contains($"\"{key}\"", StringComparison.Ordinal);
    }

    /// <summary>Lines of sources that report something and name no sentence.</summary>
    public IEnumerable<string> UnsaidIn(string sources) => sources.Split('\n')
        .Where(line => Reporting().IsMatch(line) && !Literal().Matches(line).Any(literal => English.ContainsKey(literal.Groups["words"].Value))).Select(line => line.Trim());

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>\d)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinWord();

    [GeneratedRegex("""\bT(\.Count\(|\[)"(?<key>[^"$]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();

    [GeneratedRegex("""\$"(?<beginning>[a-z][A-Za-z0-9.-]*[.-])\{""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Begun();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AsWritten();

    // What is wrong has a second sentence that says what to do.
    [GeneratedRegex(@"\.remedy$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Remedy();

    [GeneratedRegex(@"\b(Error|Warn|Warning|Wrong|Complain|Named|Fault|Refusal|Phrase)(<[^(]*>)?\([^)\n]*""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reporting();

    [GeneratedRegex("\"(?<words>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Literal();

    // A count has two forms, an item of the bottom bar a short name.
    [GeneratedRegex(@"\.(one|other|short)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
