using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Documents;

/// <summary>Reads academy.yml, competencies.yml and glossary.yml.</summary>
internal static class AcademyReader
{
    public static object Academy(YamlFile file)
    {
        var fields = file.Fields();
        var academy = new Academy
        {
            Name = fields.Words("name"),
            Unit = fields.Words("unit"),
            PrintsOnLetter = fields.Choice("paper", standard: false, ("a4", false), ("letter", true)),
            Accent = Colour.Read(fields, "accent", isText: true),
            Logo = Logo(fields, file),
            TimeZone = fields.Text("time-zone"),
            Verification = fields.Text("verification"),
            Hash = file.Hash,
            Signatories = [.. fields.List("signatories").Select(node => Signatory(Fields.Of(node, file.Problems)))],
        };
        fields.Finish();
        if (academy.TimeZone.Length > 0 && !TimeZoneInfo.TryFindSystemTimeZoneById(academy.TimeZone, out _))
            file.Problems.Error(fields.LineOf("time-zone"), "academy-time-zone", academy.TimeZone);
        if (academy.Verification.Length > 0 && !(Uri.TryCreate(academy.Verification, UriKind.Absolute, out var address) && address.Scheme == "https"))
            file.Problems.Error(fields.LineOf("verification"), "academy-verification");
        if (academy.Signatories.Count > 2)
            file.Problems.Error(fields.LineOf("signatories"), "academy-signatories");
        return academy;
    }

    public static object Competencies(YamlFile file)
    {
        var items = Items(file, fields => new Competency(fields.Id("id"), fields.Words("name"), fields.Words("summary")));
        foreach (var (item, line) in items.GroupBy(pair => pair.Item.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
            file.Problems.Error(line, "competency-twice", item.Id);
        return (IReadOnlyList<Competency>)[.. items.Select(pair => pair.Item)];
    }

    public static object Glossary(YamlFile file)
    {
        var items = Items(file, Term);
        foreach (var (item, line) in items.GroupBy(pair => pair.Item.Id, StringComparer.Ordinal).SelectMany(group => group.Skip(1)))
            file.Problems.Error(line, "term-twice", item.Id);
        return (IReadOnlyList<GlossaryTerm>)[.. items.Select(pair => pair.Item)];
    }

    private static GlossaryTerm Term(Fields fields)
    {
        var (id, english, chinese) = (fields.Id("id"), Called(fields, Locales.English), Called(fields, Locales.Chinese));
        return new(id, new(english.Term, chinese.Term), new(english.Meaning, chinese.Meaning), new(english.Also, chinese.Also));
    }

    private static (string Term, string Meaning, IReadOnlyList<string> Also) Called(Fields fields, string locale)
    {
        var own = fields.Map(locale, required: true);
        if (!fields.Has(locale))
            return ("", "", []);
        var called = (own.Text("term"), own.Text("meaning"), own.Texts("also"));
        own.Finish();
        return called;
    }

    private static string? Logo(Fields fields, YamlFile file)
    {
        var name = fields.Text("logo", required: false);
        if (name.Length == 0)
            return null;
        if (!LogoReader.IsName(name))
            return fields.Wrong<string?>("logo", null, "expected.logo");
        file.Refer(ReferenceKind.Logo, name, fields.LineOf("logo"));
        return name;
    }

    private static Signatory Signatory(Fields fields)
    {
        var signatory = new Signatory(fields.Words("name"), fields.Words("role"));
        fields.Finish();
        return signatory;
    }

    private static List<(T Item, int Line)> Items<T>(YamlFile file, Func<Fields, T> read)
    {
        if (file.Root is not YamlList list)
        {
            file.Problems.Error(file.Root.Line, "field-form.list");
            return [];
        }
        var items = new List<(T, int)>();
        foreach (var node in list.Items)
        {
            var fields = Fields.Of(node, file.Problems);
            items.Add((read(fields), node.Line));
            fields.Finish();
        }
        return items;
    }
}
