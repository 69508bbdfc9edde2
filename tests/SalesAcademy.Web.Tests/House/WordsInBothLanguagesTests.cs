using System.Runtime.CompilerServices;

namespace SalesAcademy.Web.Tests.House;

public sealed class WordsInBothLanguagesTests
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../../src/SalesAcademy.Web"));

    private static readonly string Content = Path.Combine(Source, "../SalesAcademy.Content");

    private static readonly Lazy<string> Sources = new(() => $"{Read(Source)}\n{Read(Content)}");

    // What stands inside a sentence of the content check, or around it.
    private static readonly string[] PartsOfSentences = ["as-written", "either", "expected", "fitting", "kind", "question", "report", "yaml-open"];

    private static readonly Vocabulary Planted = new(
        new Dictionary<string, string> { ["kept"] = "Kept {0}", ["days.one"] = "{0} day", ["days.other"] = "{0} days", ["only-english"] = "Only", ["empty"] = " ", ["figures"] = "{0} of {1}", ["state.open"] = "Open", ["idle"] = "Idle", ["twice.remedy"] = "Keep one" },
        new Dictionary<string, string> { ["kept"] = "保留 {0}", ["days.one"] = "一天", ["days.other"] = "{0} 天", ["only-chinese"] = "仅", ["empty"] = "空", ["figures"] = "{0}", ["state.open"] = "open 开放", ["idle"] = "CSV 与 N", ["twice.remedy"] = "保留 `key`" });

    public static TheoryData<string> Files => [.. new[] { Source, Content }.SelectMany(folder => Directory.EnumerateFiles(folder, "*Words.resx", SearchOption.AllDirectories))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(f => Path.GetRelativePath(Source, f))];

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
    public void Every_mistake_the_content_check_reports_has_a_sentence_and_a_remedy()
    {
        var words = Vocabulary.Read(Path.Combine(Content, "Words.resx"));

        Assert.Empty(words.UnsaidIn(Read(Content)));
        Assert.DoesNotContain(words.English.Keys, key => !key.EndsWith(".remedy", StringComparison.Ordinal) && !words.English.ContainsKey($"{key}.remedy") && !PartsOfSentences.Contains(key.Split('.')[0]));
    }

    [Fact]
    public void Planted_mistakes_are_found()
    {
        Assert.Equal(["only-english has no Chinese", "only-chinese has no English", "empty is empty", "figures has other figures in Chinese"], Planted.Unequal());
        Assert.Equal(["state.open: open"], Planted.Latin());
        Assert.Equal(["gone", "also-gone"], Planted.MissingFor("""@T["kept", 1] @T["gone"] @T.Count("days", 2) @T.Count("also-gone", 2) @T[$"state.{s}"]"""));
        Assert.Equal(["only-english", "idle"], Planted.UnusedBy("""T["kept"] T.Count("days", 1) words[$"state.{x}"] "empty" "figures" idle "twice" """));
        Assert.Equal(["problems.Error(line, \"unsaid\", id);", "fields.Wrong<int?>(\"day\", null, \"unsaid\");"], Planted.UnsaidIn("problems.Error(line, \"kept\", id);\nproblems.Error(line, \"unsaid\", id);\nfields.Wrong<int?>(\"day\", null, \"unsaid\");"));
    }

    private static string Read(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*.cs*", SearchOption.AllDirectories)
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".cshtml").Select(File.ReadAllText));

    private static Vocabulary Of(string file) => Vocabulary.Read(Path.Combine(Source, file));

    private static string Here([CallerFilePath] string path = "") => path;
}
