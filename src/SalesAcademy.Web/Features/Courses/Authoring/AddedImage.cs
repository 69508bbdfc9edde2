using System.Text.RegularExpressions;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>An image that an author adds to a page, under a name that is safe in an address and in a file system.</summary>
internal sealed partial record AddedImage(string Path, byte[] Content, string Hash)
{
    /// <summary>Longer than any picture needs.</summary>
    public const int LongestWords = 300;

    private const int LongestName = 60;

    // What a browser calls everything that is pasted; the second one must not be taken for the first.
    private const string Pasted = "image";

    /// <summary>
    /// Refused: image-kind for another kind of file, image-form when the bytes are not such an image or hold a script or a reference to somewhere
    /// else, image-taken when the course has other bytes under that name.
    /// </summary>
    public static Decision<AddedImage> Take(string folder, string course, string name, byte[] bytes)
    {
        var hash = ContentHash.Of(bytes);
        var file = name.Split('/', '\\')[^1];
        var dot = file.LastIndexOf('.');
        var ending = dot < 0 ? "" : file[(dot + 1)..].ToLowerInvariant() switch { "jpeg" => "jpg", var other => other };
        if (ending is not ("png" or "jpg" or "svg" or "webp"))
            return new Refusal("image-kind");
        var plain = Plain(file[..dot]);
        plain = plain is "" or Pasted ? $"{Pasted}-{hash[..8]}" : plain;
        var path = $"courses/{course}/assets/{plain}.{ending}";
        if (ContentEditing.ImageFault(path, bytes) is { } fault)
            return new Refusal("image-form", fault.In(ReaderLanguage.Current).Replace("`", "", StringComparison.Ordinal));
        var full = System.IO.Path.Combine(folder, path);
        return System.IO.Path.Exists(full) && new ReplacedFiles(folder).HashOf(path) != hash ? new Refusal("image-taken", $"{plain}.{ending}") : new AddedImage(path, bytes, hash);
    }

    /// <summary>A text that shows the image: at a place of it, or behind all.</summary>
    public string In(string text, int? at, string words)
    {
        var shown = Shown(words);
        if (at is not { } place || place < 0 || place > text.Length)
            return $"{text.TrimEnd('\n')}\n\n{shown}\n";
        if (place < text.Length && char.IsLowSurrogate(text[place]))
            place++;
        return text.Insert(place, shown);
    }

    /// <summary>A name without what an address or a file system could take amiss.</summary>
    public static string Plain(string name)
    {
        var plain = Other().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return plain[..Math.Min(plain.Length, LongestName)].TrimEnd('-');
    }

    /// <summary>The Markdown that shows it under those words.</summary>
    public string Shown(string words) => $"![{Bracket().Replace(words.ReplaceLineEndings(" ").Trim(), @"\$0")}](../assets/{System.IO.Path.GetFileName(Path)})";

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Other();

    [GeneratedRegex(@"[\[\]\\]", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();
}
