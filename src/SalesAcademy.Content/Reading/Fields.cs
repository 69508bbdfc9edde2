using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesAcademy.Content.Reading;

/// <summary>Reads the keys of a map by name and type; every slip is reported, and so is every key nobody asked for.</summary>
internal sealed partial class Fields(YamlMap map, Problems problems)
{
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public int Line => map.Line;

    public Problems Problems => problems;

    public IEnumerable<string> Keys => map.Entries.Keys;

    public static Fields Of(YamlNode? node, Problems problems)
    {
        if (node is YamlMap map)
            return new(map, problems);
        if (node is not null)
            problems.Error(node.Line, "field-form.map");
        return new(new(node?.Line ?? 1, new Dictionary<string, YamlEntry>(StringComparer.Ordinal)), problems);
    }

    public bool Has(string key) => map.Entries.ContainsKey(key);

    public int LineOf(string key) => map.Entries.TryGetValue(key, out var entry) ? entry.Line : map.Line;

    public YamlNode? Take(string key, bool required = false)
    {
        asked.Add(key);
        if (map.Entries.TryGetValue(key, out var entry))
            return entry.Value;
        if (required)
            problems.Error(map.Line, "field-missing.key", key);
        return null;
    }

    public string Text(string key, bool required = true) => Take(key, required) switch
    {
        null => "",
        YamlText { Value.Length: > 0 } text => text.Value.Trim(),
        _ => Wrong(key, "", "expected.text"),
    };

    public string Id(string key, bool required = true)
    {
        var id = Text(key, required);
        return id.Length == 0 || IsId(id) ? id : Wrong(key, "", "expected.id");
    }

    public IReadOnlyList<string> Ids(string key, bool required = true)
    {
        var node = Take(key, required);
        if (node is null)
            return [];
        if (node is YamlList list && list.Items.All(item => item is YamlText text && IsId(text.Value)))
            return [.. list.Items.Cast<YamlText>().Select(item => item.Value)];
        return Wrong<IReadOnlyList<string>>(key, [], "expected.ids");
    }

    /// <summary>Different words; none without the key. An empty list is a slip: it would fit nobody and nothing, which nobody means.</summary>
    public string[] Texts(string key) => Take(key) switch
    {
        null => [],
        YamlList { Items.Count: > 0 } list when list.Items.All(item => item is YamlText { Value.Length: > 0 }) => [.. list.Items.Cast<YamlText>().Select(item => item.Value.Trim()).Distinct(StringComparer.Ordinal)],
        _ => Wrong<string[]>(key, [], "expected.some-words"),
    };

    public IReadOnlyList<YamlNode> List(string key)
    {
        var node = Take(key, required: true);
        return node switch { null => [], YamlList { Items.Count: > 0 } list => list.Items, _ => Wrong<IReadOnlyList<YamlNode>>(key, [], "expected.list") };
    }

    public Fields Map(string key, bool required = false)
    {
        var node = Take(key, required);
        return node is YamlMap or null ? Of(node, problems) : new(new(node.Line, new Dictionary<string, YamlEntry>(StringComparer.Ordinal)), Complain(key, "expected.map"));
    }

    public Localised<string> Words(string key) => Words(Take(key, required: true), problems);

    public static Localised<string> Words(YamlNode? node, Problems problems)
    {
        if (node is null)
            return new("", "");
        if (node is not YamlMap)
        {
            problems.Error(node.Line, "field-languages");
            return new("", "");
        }
        var fields = Of(node, problems);
        var words = new Localised<string>(fields.Text(Locales.English), fields.Text(Locales.Chinese));
        fields.Finish();
        return words;
    }

    public int Whole(string key, int standard, int from, int to) => Take(key) switch
    {
        null => standard,
        YamlText text when int.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to => number,
        _ => Wrong(key, standard, "expected.whole", from, to),
    };

    public double Number(string key, double standard, double from, double to) => Take(key) switch
    {
        null => standard,
        YamlText text when double.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to => number,
        _ => Wrong(key, standard, "expected.number", from, to),
    };

    public double Percent(string key, double standard) => Take(key) switch
    {
        null => standard,
        YamlText text when text.Value.TrimEnd() is [.. var digits, '%'] && double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 100 => number / 100,
        _ => Wrong(key, standard, "expected.percent"),
    };

    public T Choice<T>(string key, T standard, params (string Word, T Value)[] choices)
    {
        var node = Take(key);
        if (node is null)
            return standard;
        foreach (var (word, value) in choices)
            if (node is YamlText text && text.Value == word)
                return value;
        return Wrong(key, standard, "expected.choice", string.Join(", ", choices.Select(choice => choice.Word)));
    }

    /// <summary>A length of time such as 20 min, 24 h or 7 d.</summary>
    public TimeSpan? Duration(string key)
    {
        if (Take(key) is not { } node)
            return null;
        var match = DurationForm().Match((node as YamlText)?.Value ?? "");
        var number = match.Success ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        return number == 0 ? Wrong<TimeSpan?>(key, null, "expected.duration") : match.Groups["unit"].Value switch
        {
            "min" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    public int Days(string key, int standard) => WholeOf(key, standard, span => span.TotalDays, "expected.whole-days");

    public int Hours(string key, int standard) => WholeOf(key, standard, span => span.TotalHours, "expected.whole-hours");

    public T Wrong<T>(string key, T standard, string expected, params object[] arguments)
    {
        Complain(key, expected, arguments);
        return standard;
    }

    /// <summary>Reports the keys that nobody asked for; call last.</summary>
    public void Finish()
    {
        foreach (var (key, entry) in map.Entries.Where(entry => !asked.Contains(entry.Key)))
            problems.Error(entry.Line, "field-unknown", key, string.Join(", ", asked.Order(StringComparer.Ordinal)));
    }

    public static bool IsId(string id) => id.Length is > 0 and <= 80 && IdForm().IsMatch(id);

    private int WholeOf(string key, int standard, Func<TimeSpan, double> unit, string expected)
    {
        if (!Has(key) || Duration(key) is not { } span)
        {
            asked.Add(key);
            return standard;
        }
        return unit(span) is var value && value == Math.Floor(value) ? (int)value : Wrong(key, standard, expected);
    }

    private Problems Complain(string key, string expected, params object[] arguments)
    {
        problems.Error(LineOf(key), "field-value", key, new Phrase(expected, arguments));
        return problems;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^(?<number>[0-9]{1,5}) ?(?<unit>min|h|d)\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex DurationForm();
}
