using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks;

/// <summary>Baseline and product in turn, so that whatever else the machine does falls on both; the median of five counts.</summary>
internal static class Rounds
{
    private const int Count = 5;

    /// <summary>Measures both sides in turn, baseline first, and prints every round; the medians.</summary>
    public static async Task<(double Bare, double Product)> Interleave(string unit, Func<Task<double>> bare, Func<Task<double>> product)
    {
        var (ofBare, ofProduct) = (new List<double>(), new List<double>());
        for (var round = 1; round <= Count; round++)
        {
            ofBare.Add(await bare());
            ofProduct.Add(await product());
            Console.WriteLine($"  {unit}, round {round}: bare {ofBare[^1]:0.0}, product {ofProduct[^1]:0.0} (machine load {Machine.Load})");
        }

        return (Median(ofBare), Median(ofProduct));
    }

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(Count / 2);
}
