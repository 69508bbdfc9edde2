using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Rules of the house that a compiler does not know.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    // Patterns and planted offences are text here and never run: no markup is made, no ban lifted and nothing waited for in this file. The proofs
    // and the benchmarks, programs of their own, wait for other processes, each with its reason beside it.
    private static readonly Dictionary<string, SourceRule> Rules = new()
    {
        ["the hub is held by pushes alone"] = new("IHubContext<", "Push\\.cs$", "*.cs", "internal sealed class Teller(IHubContext<LiveHub> hub)"),
        ["raw SQL stands in named files"] = new(@"\b(FromSql|SqlQuery|ExecuteSql)\w*\(|new Statement\(|CommandText", @"Statements\.cs$|DatabaseSetup\.cs$|(BackupCommand|BackupCheck|SqliteReads|PreparedConnection|OverwritesWhatIsDeleted)\.cs$|/Shared/Ledger/", "*.cs",
            "db.Database.ExecuteSqlRaw(\"DELETE\")", "db.Set<Row>().FromSqlInterpolated($\"\")", "new Statement(\"UPDATE\")", "command.CommandText = \"\""),
        ["nothing is written past the ledger"] = new(@"\bExecute(Update|Delete)(Async)?\(|BeginTransaction", @"/SessionStore\.cs$|/ReadAsOneExtensions\.cs$|/Shared/Ledger/", "*.cs", "await db.Set<Row>().ExecuteDeleteAsync(x)", "db.Database.BeginTransaction()"),
        ["raw HTML stands where the compiler of content made it safe"] = new(@"Html\.Raw\(|new (HtmlString|Markup)\(|\.AsHtml\(", @"/CompiledHtml\.cs$|/Shared/Look/(Icons|KeptParts|Rings)\.cs$|/Features/(Courses|Quizzes)/(Authoring/)?\w+\.cshtml$", "*.cs*",
            "@Html.Raw(Model.Body)", "return new HtmlString(text);", "return new Markup(text);", "<p>@Model.Note.AsHtml()</p>"),
        ["no view holds an inline script or style"] = new(@"<script(?![^>]*\bsrc=)|<style|\sstyle=""|\son[a-z]+=""|asp-validation-summary", "", "*.cshtml",
            "<script>go()</script>", "<style>p{}</style>", "<p style=\"color:red\">", "<p onclick=\"x()\">", "<div asp-validation-summary=\"All\">"),
        ["no script makes code or markup of words"] = new(@"\beval\(|new Function\(|\.(inner|outer)HTML\s*=|insertAdjacentHTML|document\.write", "", "*.js", "box.innerHTML = note;", "eval(words)"),
        ["a room styles its own classes and no element of every page"] = new(@"^\s*(?!from|to|body)[a-z][a-z0-9]*(?![\w.#-])[^{]*\{", @"/Styles/\w+\.css$", "*.css", "details { margin: 0; }", "summary:hover { color: red; }"),
        ["a ban is lifted for sign-in and for the gate of the ledger alone"] = new("pragma warning disable RS0030", @"/(SessionStore|AcademyDb)\.cs$", "*.cs", "#pragma warning disable RS0030"),
        ["a test waits for the machine's clock in one place"] = new(@"Task\.Delay\(|Thread\.Sleep\(", @"/(Eventually|SourceRulesTests)\.cs$|/SalesAcademy\.(Reliability|Benchmarks)/", "*.cs", "await Task.Delay(50, cancellation);", "Thread.Sleep(50);") { Below = "tests" },
    };

    public static TheoryData<string> Names => [.. Rules.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_sources_keep_the_rule(string rule) => Assert.Empty(Rules[rule].BrokenIn(Path.Combine(Root, Rules[rule].Below)));

    [Theory, MemberData(nameof(Names))]
    public void A_planted_offence_is_found_and_a_comment_is_not(string rule)
    {
        var folder = Directory.CreateTempSubdirectory("academy-planted-").FullName;
        try
        {
            var ending = Path.GetExtension(Rules[rule].Files).TrimEnd('*');
            foreach (var (i, offence) in Rules[rule].Offences.Index())
                File.WriteAllText(Path.Combine(folder, $"planted-{i}{ending}"), $"// first line\n  {offence}\n");
            File.WriteAllText(Path.Combine(folder, $"comment{ending}"), $"// {Rules[rule].Offences[0]}\n");

            Assert.Equal(Rules[rule].Offences.Select((_, i) => $"planted-{i}{ending}"), Rules[rule].BrokenIn(folder).Order(StringComparer.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Domain_uses_no_package_and_no_framework()
    {
        var project = File.ReadAllText(Path.Combine(Root, "src/SalesAcademy.Domain/SalesAcademy.Domain.csproj"));
        var used = typeof(IEvent).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!);

        Assert.DoesNotContain("Reference", project, StringComparison.Ordinal);
        Assert.All(used, name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_has_its_line_in_the_documents_and_every_line_its_event() =>
        Assert.Equal(EventTrunk.Types.Keys.Order(), NamedIn(File.ReadAllText(Path.Combine(Root, "src/docs/events.md"))));

    [Fact]
    public void A_planted_event_without_a_line_is_found() =>
        Assert.Equal(["lead-lost", "planted"], NamedIn("| `planted` | Leads | lead | was planted |\ntext with `a-word` in it\n| `lead-lost` | Leads | lead | was lost |"));

    [Fact]
    public void No_event_can_hold_words_of_a_person() => Assert.Empty(EventTrunk.Types.Values.SelectMany(Speaking));

    [Fact]
    public void A_planted_event_that_speaks_is_found() => Assert.Equal(["PlantedRemark.Comment"], Speaking(typeof(PlantedRemark)));

    [Fact]
    public void The_program_is_a_list_of_rooms_and_no_file_is_too_long_to_be_read_at_once()
    {
        var tooLong = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(Root, "src/SalesAcademy.Web/wwwroot/js"), "*.js", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => File.ReadLines(file).Count() > (file.EndsWith(".js", StringComparison.Ordinal) ? 100 : file.EndsWith("/Program.cs", StringComparison.Ordinal) ? 40 : 250));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_top_level_holds_what_the_architecture_lists_and_nothing_else()
    {
        string[] listed =
        [
            "SalesAcademy.sln", "README.md", "playwright.config.json", "content", "src", "tests", ".editorconfig", ".gitattributes", ".gitignore", ".config", ".ci",
            "Directory.Build.props", "Directory.Packages.props", "global.json", "LICENSE",
        ];
        string[] ignored = [".git", "data", ".vs", ".idea", "node_modules", "TestResults", "artifacts"];

        var there = Directory.EnumerateFileSystemEntries(Root).Select(Path.GetFileName).Except(ignored);

        Assert.Equal(listed.Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> NamedIn(string document) => EventLine().Matches(document).Select(line => line.Groups["name"].Value).Order();

    private static IEnumerable<string> Speaking(Type type)
    {
        string[] speaking = ["Name", "Text", "Words", "Comment", "Reason", "Body", "Quote", "Title", "Email", "Message", "Phone", "Contact", "Company", "Note"];
        return type.GetProperties().Where(property => property.PropertyType == typeof(string) && speaking.Contains(property.Name)).Select(property => $"{type.Name}.{property.Name}");
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EventLine();

    private sealed record PlantedRemark(Guid Subject, string Comment) : IEvent;
}
