using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SalesAcademy.Web.Tests.House;

/// <summary>The compiler refuses what BannedSymbols.txt names: here it is given each offence, with the analyzer and the list of the build.</summary>
public sealed class BannedCallsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    [Fact]
    public Task Domain_has_no_clock_no_chance_no_machine_and_no_culture() => Refuses("SalesAcademy.Domain",
        banned:
        [
            "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow", "System.TimeProvider.System",
            "System.Diagnostics.Stopwatch.GetTimestamp()", "System.TimeZoneInfo.Local", "System.Random.Shared", "System.Guid.NewGuid()", "System.Guid.CreateVersion7()",
            "System.Security.Cryptography.RandomNumberGenerator.GetInt32(6)", "System.IO.File.Exists(\"x\")", "new System.Net.Http.HttpClient()", "System.Threading.Tasks.Task.CompletedTask",
            "System.Environment.MachineName", "System.Console.Out", "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.CurrentUICulture",
        ],
        allowed: ["System.DateOnly.MinValue", "System.Globalization.CultureInfo.InvariantCulture", "new System.Guid(new byte[16])"]);

    [Fact]
    public Task The_site_asks_its_time_provider_and_saves_through_the_ledger() => Refuses("SalesAcademy.Web",
        banned:
        [
            "System.DateTime.Now", "System.DateTime.UtcNow", "System.DateTime.Today", "System.DateTimeOffset.Now", "System.DateTimeOffset.UtcNow",
            "db.SaveChanges()", "db.SaveChanges(true)", "db.SaveChangesAsync()", "db.SaveChangesAsync(true)", "db.Database.EnsureCreated()", "db.Database.EnsureCreatedAsync()",
        ],
        allowed: ["System.TimeProvider.System", "db.Database.CanConnect()"]);

    [Theory, InlineData("SalesAcademy.Domain"), InlineData("SalesAcademy.Web")]
    public void The_list_belongs_to_its_project_and_a_warning_stops_the_build(string project)
    {
        Assert.Contains("<AdditionalFiles Include=\"BannedSymbols.txt\"", File.ReadAllText(Path.Combine(Root, "src", project, $"{project}.csproj")), StringComparison.Ordinal);
        var build = File.ReadAllText(Path.Combine(Root, "Directory.Build.props"));
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", build, StringComparison.Ordinal);
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", build, StringComparison.Ordinal);
        Assert.DoesNotContain("RS0030", File.ReadAllText(Path.Combine(Root, ".editorconfig")), StringComparison.Ordinal);
    }

    // Each call on a line of its own, so that the line tells which one was refused.
    private static async Task Refuses(string project, string[] banned, string[] allowed)
    {
        var source = CSharpSyntaxTree.ParseText($"class Planted {{ object[] Calls(Microsoft.EntityFrameworkCore.DbContext db) => [\n{string.Join(",\n", banned.Concat(allowed))}\n]; }}");
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => (MetadataReference)MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create("Planted", [source], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity == DiagnosticSeverity.Error);

        var list = new AnalyzerOptions([new ListFile(Path.Combine(Root, "src", project, "BannedSymbols.txt"))]);
        var found = await compilation.WithAnalyzers(Analyzers(), list).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["RS0030"], found.Select(diagnostic => diagnostic.Id).Distinct());
        Assert.Equal(banned, found.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line - 1).Distinct().Order().Select(line => banned.Concat(allowed).ElementAt(line)));
    }

    private static ImmutableArray<DiagnosticAnalyzer> Analyzers()
    {
        var folder = Path.Combine(typeof(BannedCallsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "BannedApiAnalyzers").Value!, "analyzers/dotnet/cs");
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.BannedApiAnalyzers.dll"));
        return
        [
            .. Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.BannedApiAnalyzers.dll")).GetTypes()
                .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)) && type.Name.Contains("BannedAnalyzer", StringComparison.Ordinal))
                .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
        ];
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed class ListFile(string path) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(File.ReadAllText(path));
    }
}
