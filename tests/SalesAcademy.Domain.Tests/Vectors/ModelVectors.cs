using System.Text.Json;
using Xunit;

namespace SalesAcademy.Domain.Tests.Vectors;

/// <summary>The vectors of model.md v1; ACADEMY_MODEL_VECTORS may name another file of the same form.</summary>
internal static class ModelVectors
{
    private const double Tolerance = 1e-9;

    private static readonly JsonDocument File = JsonDocument.Parse(System.IO.File.ReadAllBytes(
        Environment.GetEnvironmentVariable("ACADEMY_MODEL_VECTORS")
        ?? Path.Combine(AppContext.BaseDirectory, "Vectors", "model-vectors.json")));

    /// <summary>The cases of one part. A part must be there, or its test would pass by looking at nothing.</summary>
    public static IEnumerable<JsonElement> Part(string name) => File.RootElement.GetProperty(name).EnumerateArray();

    public static void Near(JsonElement expected, double actual, string where) =>
        Assert.True(
            expected.ValueKind == JsonValueKind.Null ? double.IsInfinity(actual) : Math.Abs(expected.GetDouble() - actual) <= Tolerance,
            $"{where}: expected {expected}, got {actual:R}");

    public static double Real(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    public static int Whole(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!; // vectors name every field

    public static IEnumerable<JsonElement> List(this JsonElement element, string name) => element.GetProperty(name).EnumerateArray();
}
