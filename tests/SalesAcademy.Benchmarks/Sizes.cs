using System.Globalization;

namespace SalesAcademy.Benchmarks;

/// <summary>How large the generated organisation is that a case looks at: --reps N --leads M on the command line.</summary>
/// <param name="Reps">Sellers.</param>
/// <param name="Leads">Leads of four months.</param>
internal sealed record Sizes(int Reps, int Leads)
{
    /// <summary>As asked for; ten thousand sellers and a hundred thousand leads otherwise.</summary>
    public static Sizes Asked => new(Number("--reps", 10_000), Number("--leads", 100_000));

    /// <summary>A folder that demo generate has filled with as many (--data FOLDER); null generates one.</summary>
    public static string? Folder => Text("--data");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reps:N0} sellers, {Leads:N0} leads");

    private static int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string name)
    {
        var arguments = Environment.GetCommandLineArgs();
        var at = Array.IndexOf(arguments, name);
        return at < 0 ? null : arguments[at + 1];
    }
}
