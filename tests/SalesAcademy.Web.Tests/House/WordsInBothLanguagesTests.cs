using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SalesAcademy.Web.Tests.House;

public sealed partial class WordsInBothLanguagesTests
{
    // Product names, formats and the names of things that have no Chinese name.
    private static readonly string[] AllowedLatin = ["SalesAcademy", "CSV", "PDF", "ZIP", "CRM", "URL", "HR", "Enter", "Ctrl", "localhost"];

    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/SalesAcademy.Web"));

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Source, "*Words.resx", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Source, f))];

    [Theory, MemberData(nameof(Files))]
    public void Both_languages_have_the_same_keys_and_the_same_places_for_figures(string file)
    {
        var english = Read(Path.Combine(Source, file));
        var chinese = Read(Path.Combine(Source, file.Replace(".resx", ".zh-Hans.resx", StringComparison.Ordinal)));

        Assert.Equal(english.Keys.Order(), chinese.Keys.Order());
        Assert.All(english.Keys, key => Assert.True(
            Places(english[key]).SetEquals(Places(chinese[key])) || key.EndsWith(".one", StringComparison.Ordinal), $"{file}: {key} has other places in Chinese"));
        Assert.All(english.Keys, key => Assert.True(english[key].Length > 0 && chinese[key].Length > 0, $"{file}: {key} is empty"));
    }

    [Theory, MemberData(nameof(Files))]
    public void Chinese_words_hold_no_Latin_word_that_is_not_allowed(string file)
    {
        var latin = Read(Path.Combine(Source, file.Replace(".resx", ".zh-Hans.resx", StringComparison.Ordinal)))
            .SelectMany(w => LatinWord().Matches(Place().Replace(w.Value, "")).Select(m => (w.Key, m.Value)))
            .Where(found => !AllowedLatin.Contains(found.Value));

        Assert.Empty(latin);
    }

    [Fact]
    public void Every_word_a_view_asks_for_exists()
    {
        var missing = new List<string>();
        foreach (var view in Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories))
        {
            var folder = Path.GetDirectoryName(view)!;
            var words = File.Exists(Path.Combine(folder, "Words.resx")) ? Path.Combine(folder, "Words.resx") : Path.Combine(Source, "Shared/HouseWords.resx");
            var known = Read(words).Keys.ToHashSet();
            foreach (Match match in Asked().Matches(File.ReadAllText(view)))
                if (!known.Contains(match.Groups["key"].Value) && !known.Contains(match.Groups["key"].Value + ".other"))
                    missing.Add($"{Path.GetRelativePath(Source, view)}: {match.Groups["key"].Value}");
        }

        Assert.Empty(missing);
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(m => m.Groups["number"].Value)];

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\{(?<number>\d)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();

    [GeneratedRegex("[A-Za-z]{2,}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LatinWord();

    [GeneratedRegex("""\bT(\.Count\(|\[)"(?<key>[^"$]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Asked();
}
