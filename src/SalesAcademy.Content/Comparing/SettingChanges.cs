namespace SalesAcademy.Content.Comparing;

/// <summary>What files of settings were changed in: words that are only shown, or something that decides.</summary>
internal static class SettingChanges
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "title", "summary", "name", "statement", "owner", "order", Locales.English, Locales.Chinese };

    /// <summary>Null where the settings are the same, however they are written. The setting that only says in which order things stand decides nothing.</summary>
    public static (ChangeWeight Weight, IReadOnlyList<string> Details)? Between(IReadOnlyList<ArchiveEntry> before, IReadOnlyList<ArchiveEntry> after, string? order = null)
    {
        var changes = PolicyChange.Between(before, after);
        return changes.Count == 0 ? null : (changes.All(change => IsWords(change) || change.Setting.Split(" › ")[0] == order) ? ChangeWeight.Minor : ChangeWeight.Material, [.. changes.Select(Sentence).Distinct(StringComparer.Ordinal)]);
    }

    private static bool IsWords(PolicyChange change) => change.Setting.Split(" › ").Any(Words.Contains);

    // An access code is nobody's business, old or new.
    private static string Sentence(PolicyChange change) => change.Setting == "code" ? "code" : $"{(change.Setting.Length == 0 ? "entries" : change.Setting)}: {change.Before ?? "(nothing)"} → {change.After ?? "(nothing)"}";
}
