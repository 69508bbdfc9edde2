namespace SalesAcademy.Web.Shared.Commands;

/// <summary>What follows a command's name: words, --name value, and --flags.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> raised = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    public IReadOnlyList<string> Words => words;

    /// <summary>The value of an option that is not missing.</summary>
    public string this[string name] => values[name];

    /// <summary>What cannot be understood, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads the arguments of a command that knows these names and flags, without their dashes.</summary>
    public static Arguments Read(IReadOnlyList<string> arguments, string[] names, string[] flags)
    {
        var read = new Arguments();
        for (var at = 0; at < arguments.Count && read.Fault is null; at++)
        {
            var argument = arguments[at];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
                read.words.Add(argument);
            else if (flags.Contains(argument[2..], StringComparer.Ordinal))
                read.raised.Add(argument[2..]);
            else if (argument[2..].Split('=', 2) is var parts && !names.Contains(parts[0], StringComparer.Ordinal))
                read.Fault = $"There is no option {argument}.";
            else if (parts.Length == 1 && (at + 1 == arguments.Count || arguments[at + 1].StartsWith("--", StringComparison.Ordinal)))
                read.Fault = $"{argument} needs a value.";
            else if (!read.values.TryAdd(parts[0], parts.Length == 2 ? parts[1] : arguments[++at]))
                read.Fault = $"--{parts[0]} stands there twice.";
        }
        return read;
    }

    public string? Value(string name) => values.GetValueOrDefault(name);

    public bool Has(string flag) => raised.Contains(flag);

    /// <summary>Names the first of these that has no value; null when all have one.</summary>
    public string? Missing(params IEnumerable<string> names) => names.FirstOrDefault(name => !values.ContainsKey(name)) is { } missing ? $"--{missing} is missing." : null;
}
