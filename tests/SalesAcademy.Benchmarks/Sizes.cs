using System.Globalization;

namespace SalesAcademy.Benchmarks;

/// <summary>How large the generated organisation is that a case looks at: --reps N --leads M on the command line.</summary>
/// <param name="Reps">Sellers.</param>
/// <param name="Leads">Leads of four months.</param>
internal sealed record Sizes(int Reps, int Leads)
{
    private static readonly int[] Growing = [1_000, 10_000, 100_000];

    /// <summary>As asked for; ten thousand sellers and a hundred thousand leads otherwise.</summary>
    public static Sizes Asked => new(Number("--reps", 10_000), Number("--leads", 100_000));

    /// <summary>Whether a case is to look at a thousand sellers, ten thousand and a hundred thousand in turn, and plot how it grows (--grow).</summary>
    public static bool Grow => Environment.GetCommandLineArgs().Contains("--grow");

    /// <summary>What a case looks at, the smallest first.</summary>
    public static IReadOnlyList<Sizes> InTurn => Grow ? [.. Growing.Select(reps => Asked with { Reps = reps })] : [Asked];

    /// <summary>A folder that demo generate has filled with as many (--data FOLDER); null generates one.</summary>
    public static string? Folder => Grow ? null : Text("--data");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reps:N0} sellers, {Leads:N0} leads");

    private static int Number(string name, int otherwise) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : otherwise;

    private static string? Text(string name)
    {
        var arguments = Environment.GetCommandLineArgs();
        var at = Array.IndexOf(arguments, name);
        return at < 0 ? null : arguments[at + 1];
    }
}
