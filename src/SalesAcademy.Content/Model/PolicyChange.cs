using System.Text;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content;

/// <summary>A setting that two editions of a policy differ in.</summary>
/// <param name="File">The file's path.</param>
/// <param name="Setting">The keys that lead to it, such as weekly-cap › C.</param>
/// <param name="Before">As it was; null when it was not there.</param>
/// <param name="After">As it is; null when it is gone.</param>
public sealed record PolicyChange(string File, string Setting, string? Before, string? After)
{
    /// <summary>What differs between policies, in the order of the files; settings are compared, not lines, so that a comment is no change.</summary>
    public static IReadOnlyList<PolicyChange> Between(IReadOnlyList<ArchiveEntry> before, IReadOnlyList<ArchiveEntry> after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (then, now) = (Settings(before), Settings(after));
        return
        [
            .. from key in then.Keys.Union(now.Keys)
               let change = new PolicyChange(key.File, key.Setting, then.GetValueOrDefault(key), now.GetValueOrDefault(key))
               where change.Before != change.After
               orderby change.File
               select change,
        ];
    }

    private static Dictionary<(string File, string Setting), string> Settings(IReadOnlyList<ArchiveEntry> policies)
    {
        var settings = new Dictionary<(string, string), string>();
        foreach (var policy in policies)
            if (YamlTree.Parse(Encoding.UTF8.GetString(policy.Bytes.Span), 1, new("")) is { } root)
                Flatten(policy.Path, "", root, settings);
        return settings;
    }

    private static void Flatten(string file, string setting, YamlNode node, Dictionary<(string, string), string> settings)
    {
        if (node is YamlMap map)
            foreach (var (key, entry) in map.Entries)
                Flatten(file, setting.Length == 0 ? key : $"{setting} › {key}", entry.Value, settings);
        else if (node is YamlList { Items: [YamlMap, ..] } entries)
            FlattenEntries(file, setting, entries, settings);
        else if (node is YamlList list)
            settings[(file, setting)] = string.Join(", ", list.Items.OfType<YamlText>().Select(item => item.Value));
        else if (node is YamlText text)
            settings[(file, setting)] = text.Value;
    }

    // Entries are told apart by their ids, and their order is a setting too.
    private static void FlattenEntries(string file, string setting, YamlList entries, Dictionary<(string, string), string> settings)
    {
        var ids = entries.Items.Select((entry, place) => entry is YamlMap map && map.Entries.GetValueOrDefault("id") is { Value: YamlText id } ? id.Value : $"{place + 1}").ToArray();
        settings[(file, setting)] = string.Join(", ", ids);
        foreach (var (id, entry) in ids.Zip(entries.Items))
            Flatten(file, $"{setting} › {id}", entry, settings);
    }
}
