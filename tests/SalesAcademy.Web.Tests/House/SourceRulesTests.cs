using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Rules of the house that a compiler does not know.</summary>
public sealed partial class SourceRulesTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    [Fact]
    public void Only_push_files_hold_the_hub()
        => Assert.Empty(Offenders("IHubContext<", file => file.EndsWith("Push.cs", StringComparison.Ordinal)));

    [Fact]
    public void Raw_sql_stands_only_in_named_files()
        => Assert.Empty(Offenders(@"\b(FromSql|SqlQuery|ExecuteSql)\w*\(|new Statement\(", file => file.EndsWith("Statements.cs", StringComparison.Ordinal)
            || file.EndsWith("DatabaseSetup.cs", StringComparison.Ordinal) || file.Contains("Shared/Ledger/", StringComparison.Ordinal)));

    [Fact]
    public void Raw_html_stands_only_where_the_compiler_of_content_made_it_safe()
        => Assert.Empty(Offenders(@"Html\.Raw\(|new (HtmlString|Markup)\(", file => file.EndsWith("CompiledHtml.cs", StringComparison.Ordinal) || file.Contains("Shared/Look/", StringComparison.Ordinal)));

    [Fact]
    public void No_view_holds_an_inline_script_or_style()
        => Assert.Empty(Offenders(@"<script(?![^>]*\bsrc=)|<style|\sstyle=""|\son[a-z]+=""|asp-validation-summary", _ => false, "*.cshtml"));

    [Fact]
    public void Domain_uses_no_package_and_no_framework()
    {
        var project = File.ReadAllText(Path.Combine(Root, "src/SalesAcademy.Domain/SalesAcademy.Domain.csproj"));

        Assert.DoesNotContain("PackageReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", project, StringComparison.Ordinal);
        Assert.DoesNotContain("FrameworkReference", project, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_event_has_its_line_in_the_documents_and_every_line_its_event()
    {
        var written = EventLine().Matches(File.ReadAllText(Path.Combine(Root, "src/docs/events.md"))).Select(m => m.Groups["name"].Value).Order();

        Assert.Equal(EventTrunk.Types.Keys.Order(), written);
    }

    [Fact]
    public void No_event_can_hold_words_of_a_person()
    {
        string[] speaking = ["Name", "Text", "Words", "Comment", "Reason", "Body", "Quote", "Title", "Email", "Message"];
        var offenders = EventTrunk.Types.Values.SelectMany(t => t.GetProperties().Where(p => p.PropertyType == typeof(string) && speaking.Contains(p.Name)).Select(p => $"{t.Name}.{p.Name}"));

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData(@"Html\.Raw\(", "@Html.Raw(Model.Body)")]
    [InlineData(@"Html\.Raw\(|new (HtmlString|Markup)\(", "new Markup(note.Text)")]
    [InlineData(@"<script(?![^>]*\bsrc=)|<style|\sstyle=""|\son[a-z]+=""", "<p onclick=\"x()\">")]
    public void A_planted_offence_is_found(string rule, string offence)
        => Assert.Matches(new Regex(rule, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), offence);

    private static IEnumerable<string> Offenders(string pattern, Func<string, bool> allowed, string files = "*.cs*")
    {
        var rule = new Regex(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return Directory.EnumerateFiles(Path.Combine(Root, "src/SalesAcademy.Web"), files, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("node_modules", StringComparison.Ordinal) && !allowed(f))
            .Where(f => File.ReadLines(f).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && rule.IsMatch(line)))
            .Select(f => Path.GetRelativePath(Root, f));
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| `(?<name>[a-z-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EventLine();
}
