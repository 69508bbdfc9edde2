using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Tests.House;

/// <summary>Something no line of the sources may hold, but in the files that are there for it.</summary>
/// <param name="Pattern">What is forbidden.</param>
/// <param name="Home">Files that may hold it: a regular expression over their path.</param>
/// <param name="Files">Which files are read.</param>
/// <param name="Offences">Lines that must be found.</param>
internal sealed record SourceRule(string Pattern, string Home, string Files, params string[] Offences)
{
    /// <summary>The folder whose files are read.</summary>
    public string Below { get; init; } = "src/SalesAcademy.Web";

    private static readonly string[] NotOurs = ["/obj/", "/bin/", "/Migrations/", "/node_modules/", "/wwwroot/lib/"];

    /// <summary>Files under a folder that break the rule; lines of comment are passed over.</summary>
    public IEnumerable<string> BrokenIn(string folder)
    {
        var rule = new Regex(Pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return Directory.EnumerateFiles(folder, Files, SearchOption.AllDirectories)
            .Where(file => !NotOurs.Any(part => file.Contains(part, StringComparison.Ordinal)) && !(Home.Length > 0 && Regex.IsMatch(file, Home, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))))
            .Where(file => File.ReadLines(file).Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && rule.IsMatch(line)))
            .Select(file => Path.GetRelativePath(folder, file));
    }
}
