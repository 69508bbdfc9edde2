using System.Globalization;
using System.Text;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Load;

/// <summary>How something grows with the number of sellers: a CSV and a plot with logarithmic axes, in artifacts/benchmarks.</summary>
/// <param name="Name">Of the files.</param>
/// <param name="Title">What is plotted, with its unit.</param>
/// <param name="Unit">Of the points.</param>
internal sealed record Growth(string Name, string Title, string Unit)
{
    private const int Width = 640;
    private const int Height = 400;
    private const int Left = 80;
    private const int Bottom = 340;

    private readonly List<(int Sellers, double Value)> points = [];

    public void Add(int sellers, double value) => points.Add((sellers, value));

    /// <summary>Writes both; where they are.</summary>
    public async Task<string> Write()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts/benchmarks")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, $"{Name}.csv"), [$"sellers,{Unit}", .. points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Sellers},{p.Value:0.###}"))]);
        var plot = Path.Combine(folder, $"{Name}.svg");
        await File.WriteAllTextAsync(plot, Draw());
        return plot;
    }

    private string Draw()
    {
        var (lowX, highX) = (Math.Log10(points.Min(p => p.Sellers)), Math.Log10(points.Max(p => p.Sellers)));
        var (lowY, highY) = (Math.Floor(Math.Log10(points.Min(p => p.Value))), Math.Ceiling(Math.Log10(points.Max(p => p.Value)) + 1e-9));
        var svg = new StringBuilder();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"13\">");
        Line($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/><text x=\"{Left}\" y=\"24\" font-size=\"15\">{Title}</text>");
        for (var power = (int)lowY; power <= highY; power++)
            Line($"<line x1=\"{Left}\" x2=\"{Width - 20}\" y1=\"{Y(power):0.#}\" y2=\"{Y(power):0.#}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(power) + 4:0.#}\" text-anchor=\"end\">{Math.Pow(10, power):0.###} {Unit}</text>");
        foreach (var (sellers, value) in points)
            Line($"<text x=\"{X(Math.Log10(sellers)):0.#}\" y=\"{Bottom + 22}\" text-anchor=\"middle\">{sellers:N0}</text><circle cx=\"{X(Math.Log10(sellers)):0.#}\" cy=\"{Y(Math.Log10(value)):0.#}\" r=\"4\" fill=\"#0b6\"/><text x=\"{X(Math.Log10(sellers)):0.#}\" y=\"{Y(Math.Log10(value)) - 10:0.#}\" text-anchor=\"middle\">{value:0.##}</text>");
        Line($"<polyline fill=\"none\" stroke=\"#0b6\" points=\"{string.Join(' ', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{X(Math.Log10(p.Sellers)):0.#},{Y(Math.Log10(p.Value)):0.#}")))}\"/>");
        Line($"<text x=\"{(Left + Width) / 2}\" y=\"{Height - 8}\" text-anchor=\"middle\">sellers</text></svg>");
        return svg.ToString();

        double X(double power) => Left + 30 + (highX > lowX ? (power - lowX) / (highX - lowX) * (Width - Left - 100) : 0);

        double Y(double power) => Bottom - ((power - lowY) / Math.Max(1, highY - lowY) * (Bottom - 50));

        void Line(FormattableString line) => svg.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
