using System.Globalization;

namespace SalesAcademy.Content.Comparing;

/// <summary>What a question family was changed in: its matter, or its words.</summary>
internal static class QuestionChanges
{
    public static (ChangeWeight Weight, IReadOnlyList<string> Details)? Between(QuestionFamily before, QuestionFamily after)
    {
        var (then, now) = (QuestionMatter.Of(before), QuestionMatter.Of(after));
        if (!QuestionMatter.IsStillAsked(then, now))
            return (ChangeWeight.Material, [.. Matter(before, after)]);
        var details = Words(before, after).ToArray();
        return details.Length == 0 ? null : (ChangeWeight.Minor, details);
    }

    private static IEnumerable<string> Matter(QuestionFamily before, QuestionFamily after)
    {
        if (before.Competency != after.Competency)
            yield return $"competency: {before.Competency} → {after.Competency}";
        if (before.Type != after.Type)
            yield return $"type: {before.Type} → {after.Type}";
        foreach (var variant in before.Variants)
            if (after.FindVariant(variant.Id) is { } same && same.Key.Answer.Matter != variant.Key.Answer.Matter)
                yield return $"variant {variant.Id} has another right answer"; // which one it is stays in the file: a report is passed around
    }

    private static IEnumerable<string> Words(QuestionFamily before, QuestionFamily after)
    {
        foreach (var added in after.Variants.Where(variant => before.FindVariant(variant.Id) is null))
            yield return $"variant {added.Id} is new";
        foreach (var gone in before.Variants.Where(variant => after.FindVariant(variant.Id) is null))
            yield return $"variant {gone.Id} is gone";
        if (before.Variants.Count == after.Variants.Count && before.Hash != after.Hash)
            yield return "wording";
        if ((before.Course, before.Quiz) != (after.Course, after.Quiz))
            yield return $"moved: {before.Course}/{before.Quiz} → {after.Course}/{after.Quiz}";
        if (before.Points != after.Points)
            yield return string.Create(CultureInfo.InvariantCulture, $"points: {before.Points} → {after.Points}");
        if (before.Pool != after.Pool)
            yield return $"pool: {before.Pool} → {after.Pool}";
        if (before.Difficulty != after.Difficulty || !before.Tags.SequenceEqual(after.Tags, StringComparer.Ordinal))
            yield return "tags or difficulty";
    }
}
