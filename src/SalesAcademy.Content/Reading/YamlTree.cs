using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SalesAcademy.Content.Reading;

internal abstract record YamlNode(int Line);

internal sealed record YamlText(int Line, string Value) : YamlNode(Line);

internal sealed record YamlList(int Line, IReadOnlyList<YamlNode> Items) : YamlNode(Line);

internal sealed record YamlMap(int Line, IReadOnlyDictionary<string, YamlEntry> Entries) : YamlNode(Line);

internal sealed record YamlEntry(int Line, YamlNode Value);

/// <summary>Reads the plain part of YAML, maps, lists and text: no anchors, aliases or tags, so no bomb and no type can be smuggled in.</summary>
internal static class YamlTree
{
    private const int MaximumDepth = 16;

    public static YamlNode? Parse(string text, int firstLine, Problems problems)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return new YamlMap(firstLine, new Dictionary<string, YamlEntry>(StringComparer.Ordinal));
            parser.Consume<DocumentStart>();
            var node = Read(parser, firstLine - 1, 0);
            parser.Consume<DocumentEnd>();
            if (parser.Accept<StreamEnd>(out _))
                return node;
            problems.Error(firstLine, "yaml-several");
        }
        catch (Refusal refusal)
        {
            problems.Error(refusal.Line, refusal.What);
        }
        catch (Exception problem) // the scanner throws InvalidOperationException as well, for a bracket left open
        {
            var line = problem is YamlException at ? at.Start.Line : parser.Current?.End.Line ?? 1;
            object message = problem is YamlException ? (problem.InnerException ?? problem).Message : new Phrase("yaml-open");
            problems.Error(firstLine - 1 + (int)Math.Max(1, line), "yaml-syntax", message);
        }
        return null;
    }

    private static YamlNode Read(Parser parser, int offset, int depth)
    {
        var line = offset + (int)(parser.Current?.Start.Line ?? 1);
        if (depth > MaximumDepth)
            throw new Refusal(line, "yaml-depth", MaximumDepth);
        if (parser.Accept<AnchorAlias>(out _))
            throw new Refusal(line, "yaml-alias");
        if (parser.Current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            throw new Refusal(line, "yaml-tag");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(line, scalar.Value);
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<YamlNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Read(parser, offset, depth + 1));
            return new YamlList(line, items);
        }
        parser.Consume<MappingStart>();
        var entries = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Read(parser, offset, depth + 1) as YamlText ?? throw new Refusal(line, "yaml-key");
            var value = Read(parser, offset, depth + 1);
            if (!entries.TryAdd(key.Value, new(key.Line, value)))
                throw new Refusal(key.Line, "yaml-twice", key.Value);
        }
        return new YamlMap(line, entries);
    }

    private sealed class Refusal(int line, string key, params object[] arguments) : Exception(key)
    {
        public int Line => line;

        public Phrase What { get; } = new(key, arguments);
    }
}
