using System.Globalization;

namespace SalesAcademy.Benchmarks;

/// <summary>How large the generated organisation is that a case looks at: --reps N --leads M on the command line.</summary>
/// <param name="Reps">Sellers.</param>
/// <param name="Leads">Leads of four months.</param>
internal sealed record Sizes(int Reps, int Leads)
{
    /// <summary>As asked for; ten thousand sellers and a hundred thousand leads otherwise.</summary>
    public static Sizes Asked => new(Number("--reps", 10_000), Number("--leads", 100_000));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reps:N0} sellers, {Leads:N0} leads");

    private static int Number(string name, int otherwise)
    {
        var arguments = Environment.GetCommandLineArgs();
        var at = Array.IndexOf(arguments, name);
        return at < 0 ? otherwise : int.Parse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
