using System.Runtime.CompilerServices;

namespace SalesAcademy.Web.Tests.House;

public sealed class WordsInBothLanguagesTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/SalesAcademy.Web"));

    private static readonly Lazy<string> Sources = new(() => string.Join('\n', Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".cshtml").Select(File.ReadAllText)));

    private static readonly Vocabulary Planted = new(
        new Dictionary<string, string> { ["kept"] = "Kept {0}", ["days.one"] = "{0} day", ["days.other"] = "{0} days", ["only-english"] = "Only", ["empty"] = " ", ["figures"] = "{0} of {1}", ["state.open"] = "Open", ["idle"] = "Idle" },
        new Dictionary<string, string> { ["kept"] = "保留 {0}", ["days.one"] = "一天", ["days.other"] = "{0} 天", ["only-chinese"] = "仅", ["empty"] = "空", ["figures"] = "{0}", ["state.open"] = "open 开放", ["idle"] = "CSV 与 N" });

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Source, "*Words.resx", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Source, f))];

    [Theory, MemberData(nameof(Files))]
    public void Both_languages_have_the_same_keys_and_the_same_places_for_figures(string file) => Assert.Empty(Of(file).Unequal());

    [Theory, MemberData(nameof(Files))]
    public void Chinese_words_hold_no_Latin_word_that_is_not_allowed(string file) => Assert.Empty(Of(file).Latin());

    [Theory, MemberData(nameof(Files))]
    public void No_word_is_kept_that_nobody_says(string file) => Assert.Empty(Of(file).UnusedBy(Sources.Value));

    [Fact]
    public void Every_word_a_view_asks_for_exists()
    {
        var missing =
            from view in Directory.EnumerateFiles(Source, "*.cshtml", SearchOption.AllDirectories)
            let own = Path.Combine(Path.GetDirectoryName(view)!, "Words.resx")
            let words = Vocabulary.Read(File.Exists(own) ? own : Path.Combine(Source, "Shared/HouseWords.resx"))
            from key in words.MissingFor(File.ReadAllText(view))
            select $"{Path.GetRelativePath(Source, view)}: {key}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Planted_mistakes_are_found()
    {
        Assert.Equal(["only-english has no Chinese", "only-chinese has no English", "empty is empty", "figures has other figures in Chinese"], Planted.Unequal());
        Assert.Equal(["state.open: open"], Planted.Latin());
        Assert.Equal(["gone", "also-gone"], Planted.MissingFor("""@T["kept", 1] @T["gone"] @T.Count("days", 2) @T.Count("also-gone", 2) @T[$"state.{s}"]"""));
        Assert.Equal(["only-english", "idle"], Planted.UnusedBy("""T["kept"] T.Count("days", 1) words[$"state.{x}"] "empty" "figures" idle"""));
    }

    private static Vocabulary Of(string file) => Vocabulary.Read(Path.Combine(Source, file));

    private static string Here([CallerFilePath] string path = "") => path;
}
