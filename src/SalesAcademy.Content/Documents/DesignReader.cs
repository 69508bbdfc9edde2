using System.Globalization;
using System.Text;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads designs of certificates. One of an organisation begins as a shipped one and gives what it changes; it cannot measure what the arrangement does not have.</summary>
internal static class DesignReader
{
    // Wide enough for any page, narrow enough that a slip of the decimal point is found.
    private const double Least = -1;
    private const double Most = 300;

    /// <summary>A design that is part of the program; one that does not read is a fault of ours.</summary>
    public static CertificateDesign Shipped(string id)
    {
        using var stream = typeof(DesignReader).Assembly.GetManifestResourceStream($"designs/{id}.yml") ?? throw new InvalidOperationException($"The design {id} is not in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var problems = new Problems($"designs/{id}.yml");
        var root = YamlTree.Parse(reader.ReadToEnd(), 1, problems);
        var fields = Fields.Of(root, problems);
        var design = Read(id, fields, problems, null, fields.Text("arrangement"));
        return problems.Found.Count == 0 ? design : throw new InvalidOperationException(problems.Found[0].ToString());
    }

    public static object Design(YamlFile file)
    {
        var fields = file.Fields();
        if (CertificateDesign.Shipped.Any(shipped => shipped.Id == file.Id))
            file.Problems.Error(0, "design-shipped", file.Id);
        var from = fields.Choice("from", CertificateDesign.Shipped[0], [.. CertificateDesign.Shipped.Select(shipped => (shipped.Id, shipped))]);
        if (!fields.Has("from"))
            file.Problems.Error(fields.Line, "field-missing.from", string.Join(", ", CertificateDesign.Shipped.Select(shipped => shipped.Id)));
        return Read(file.Id, fields, file.Problems, from, from.Arrangement);
    }

    private static CertificateDesign Read(string id, Fields fields, Problems problems, CertificateDesign? from, string arrangement)
    {
        var design = new CertificateDesign
        {
            Id = id,
            Name = fields.Words("name"),
            Arrangement = arrangement,
            HasSerifs = fields.Choice("faces", from?.HasSerifs ?? false, ("sans", false), ("serif", true)),
            Colours = Colours(fields.Map("colours", required: from is null), problems, from?.Colours),
            Measures = Measures(fields.Map("measures", required: from is null), problems, from?.Measures),
        };
        fields.Finish();
        return design;
    }

    private static Dictionary<string, uint> Colours(Fields fields, Problems problems, IReadOnlyDictionary<string, uint>? from)
    {
        var colours = new Dictionary<string, uint>(from ?? new Dictionary<string, uint>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var key in fields.Keys)
            if (from?.ContainsKey(key) == false)
                problems.Error(fields.LineOf(key), "design-colour", key, string.Join(", ", from.Keys.Order(StringComparer.Ordinal)));
            else if (Colour.Read(fields, key, isText: key is "ink" or "soft" or "accent") is { } colour)
                colours[key] = colour;
        return colours;
    }

    private static Dictionary<string, DesignMeasure> Measures(Fields fields, Problems problems, IReadOnlyDictionary<string, DesignMeasure>? from)
    {
        var measures = new Dictionary<string, DesignMeasure>(from ?? new Dictionary<string, DesignMeasure>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var element in fields.Keys)
        {
            var properties = fields.Map(element);
            foreach (var property in properties.Keys)
            {
                var name = $"{element}.{property}";
                if (from?.ContainsKey(name) == false)
                    problems.Error(properties.LineOf(property), "design-measure", name, string.Join(", ", Known(from, element)));
                else if (Measure(properties.Take(property)) is { } measure && (property is not ("size" or "least" or "step") || measure is { English: > 0.1, Chinese: > 0.1, Mixed: > 0.1 }))
                    measures[name] = measure;
                else
                    properties.Wrong(property, 0, "expected.measure");
            }
        }

        return measures;
    }

    private static IEnumerable<string> Known(IReadOnlyDictionary<string, DesignMeasure> from, string element)
    {
        var own = from.Keys.Where(key => key.StartsWith($"{element}.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        return own.Length > 0 ? own : from.Keys.Select(key => key.Split('.')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    private static DesignMeasure? Measure(YamlNode? node) => node switch
    {
        YamlText text when Number(text) is { } one => new(one, one, one),
        YamlList { Items: [var english, var chinese, var mixed] } when Number(english) is { } first && Number(chinese) is { } second && Number(mixed) is { } third => new(first, second, third),
        _ => null,
    };

    private static double? Number(YamlNode node) =>
        node is YamlText text && double.TryParse(text.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most ? number : null;
}
