using SalesAcademy.Content.Assembling;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Documents;

/// <summary>A YAML document while it is being read.</summary>
internal sealed record YamlFile(TextFile Source, YamlNode Root, Problems Problems)
{
    public string Hash => Source.Hash;

    /// <summary>The file's name without folder and extension.</summary>
    public string Id => Path.GetFileNameWithoutExtension(Source.Path);

    public List<Reference> References { get; } = [];

    public Fields Fields() => Reading.Fields.Of(Root, Problems);

    public void Refer(ReferenceKind kind, string id, int line)
    {
        if (id.Length > 0)
            References.Add(new(kind, id, Source.Path, line));
    }

    /// <summary>Reads the document as a part; null when it had errors.</summary>
    public static Part? Read(ContentFolder folder, string path, Problems problems, Func<YamlFile, object> read)
    {
        var own = new Problems(path);
        Part? part = null;
        if (TextFile.Read(folder, path, own) is { } source && YamlTree.Parse(source.Text, 1, own) is { } root)
        {
            var file = new YamlFile(source, root, own);
            part = new(path, read(file), [source.Entry], file.References);
        }
        problems.Take(own.Found);
        return own.HasErrors ? null : part;
    }
}
