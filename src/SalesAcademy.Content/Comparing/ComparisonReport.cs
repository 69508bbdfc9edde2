using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesAcademy.Content.Comparing;

/// <summary>Prints what two editions differ in, for people or for programs.</summary>
public static class ComparisonReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes one line for each change, <c>weight thing id: details</c>, and a closing count; or, with <paramref name="json"/>, the comparison as an object.</summary>
    public static void Write(ComparedEditions compared, TextWriter writer, bool json)
    {
        ArgumentNullException.ThrowIfNull(compared);
        ArgumentNullException.ThrowIfNull(writer);
        if (json)
        {
            writer.WriteLine(JsonSerializer.Serialize(compared, Json));
            return;
        }
        foreach (var change in compared.Changes)
            writer.WriteLine(Line(change));
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Count(ChangeWeight.Added)} added, {Count(ChangeWeight.Removed)} removed, {Count(ChangeWeight.Minor)} minor, {Count(ChangeWeight.Material)} material"));
        if (compared.Losing is { } losing)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{losing} {(losing == 1 ? "person holds" : "people hold")} answers that would no longer count"));

        int Count(ChangeWeight weight) => compared.Changes.Count(change => change.Weight == weight);
    }

    private static string Line(ContentChange change)
    {
        var sentences = change.Details.Append(change.People switch
        {
            null => null,
            { Losing: { } losing } => string.Create(CultureInfo.InvariantCulture, $"people with answers that would no longer count: {losing}"),
            { Asked: { } asked } people => string.Create(CultureInfo.InvariantCulture, $"people on it now: {people.OnIt}, completed: {people.Completed}, asked to read what is new: {asked}"),
            var people => string.Create(CultureInfo.InvariantCulture, $"people on it now: {people.OnIt}, completed: {people.Completed}"),
        }).OfType<string>().ToArray();
        var name = $"{Lower(change.Weight)} {Lower(change.Thing)} {change.Id}";
        return sentences.Length == 0 ? name : $"{name}: {string.Join("; ", sentences)}";
    }

    private static string Lower<T>(T word) where T : struct, Enum => word.ToString().ToLowerInvariant();
}

/// <summary>Two editions and what they differ in.</summary>
/// <param name="Before">The hash of the one.</param>
/// <param name="After">The hash of the other.</param>
/// <param name="Changes">What they differ in.</param>
public sealed record ComparedEditions(string Before, string After, IReadOnlyList<ContentChange> Changes)
{
    /// <summary>How many people hold any answer that would no longer count; null where nobody was asked for.</summary>
    public int? Losing { get; init; }
}
