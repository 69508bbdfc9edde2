namespace SalesAcademy.Content.Tests;

/// <summary>A copy of the example academy in a folder of its own, to be changed and compiled.</summary>
internal sealed class ContentBuilder : IDisposable
{
    private static readonly string Fixture = Path.Combine(AppContext.BaseDirectory, "Fixtures", "academy");

    public ContentBuilder()
    {
        foreach (var file in Directory.EnumerateFiles(Fixture, "*", SearchOption.AllDirectories))
            Bytes(Path.GetRelativePath(Fixture, file), File.ReadAllBytes(file));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("content-").FullName;

    public string this[string path] => File.ReadAllText(Full(path));

    public string Full(string path) => Path.Combine(Folder, path);

    public ContentBuilder Bytes(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), bytes);
        return this;
    }

    public ContentBuilder Text(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
        return this;
    }

    public ContentBuilder Replace(string path, string old, string text)
    {
        Assert.Contains(old, this[path], StringComparison.Ordinal);
        return Text(path, this[path].Replace(old, text, StringComparison.Ordinal));
    }

    public ContentBuilder Delete(string path)
    {
        if (Directory.Exists(Full(path)))
            Directory.Delete(Full(path), recursive: true);
        else
            File.Delete(Full(path));
        return this;
    }

    /// <summary>A second course with the words of the first and its own family ids.</summary>
    public ContentBuilder SecondCourse(string id = "second")
    {
        foreach (var file in Directory.EnumerateFiles(Full("courses/first-call"), "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine("courses", id, Path.GetRelativePath(Full("courses/first-call"), file));
            Text(path, File.ReadAllText(file).Replace("{#", $"{{#{id}-", StringComparison.Ordinal).Replace("/courses/first-call", $"/courses/{id}", StringComparison.Ordinal));
        }
        return this;
    }

    /// <summary>The example with this text as the body of the closing lesson in English.</summary>
    public ContentBuilder Lesson(string body) => Unlinked().Text("courses/first-call/en/02-closing.md", $"---\ntitle: T\nsummary: S\ncheck: check-closing\n---\n{body}\n");

    private ContentBuilder Unlinked() => Text("courses/first-call/en/01-opening.md", this["courses/first-call/en/01-opening.md"].Replace("#the-next-step", "", StringComparison.Ordinal));

    public CompileResult Compile(Catalogue? previous = null) => ContentCompiler.Compile(Folder, previous, TestContext.Current.CancellationToken);

    public Catalogue Good()
    {
        var result = Compile();
        Assert.Empty(result.Problems);
        return result.Catalogue!;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
