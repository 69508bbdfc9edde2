using System.Text.RegularExpressions;
using SalesAcademy.Content.Courses.Recordings;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses;

/// <summary>Takes in the images of a course, and its recordings: each must be what its name says.</summary>
internal static partial class AssetReader
{
    public static IReadOnlyDictionary<string, CourseAsset> Read(ContentFolder folder, string course, Problems problems)
    {
        var assets = new Dictionary<string, CourseAsset>(StringComparer.Ordinal);
        var path = $"courses/{course}/assets";
        foreach (var name in folder.Names(path, problems))
        {
            var own = new Problems($"{path}/{name}");
            if ((RecordingFiles.IsOne(name) ? RecordingFiles.Take(folder, course, name, own) : Take(folder, course, name, own)) is { } asset)
                assets[name] = asset;
            problems.Take(own.Found);
        }
        return assets;
    }

    public static bool IsName(string name) => NameForm().IsMatch(name);

    public static string MediaType(string name) => Path.GetExtension(name) switch { ".svg" => "image/svg+xml", ".png" => "image/png", ".webp" => "image/webp", _ => "image/jpeg" };

    public static CourseAsset? Take(ContentFolder folder, string course, string name, Problems problems)
    {
        if (!IsName(name))
        {
            problems.Error(0, "asset-name");
            return null;
        }
        if (folder.Read(problems.File, ContentFolder.AssetLimit, problems) is not { } bytes)
            return null;
        var type = MediaType(name);
        var fault = type == "image/svg+xml" ? SvgImage.Fault(bytes) : PixelImage.IsOf(type, bytes) ? null : new Phrase("asset-form.bytes");
        if (fault is not null)
        {
            problems.Error(0, fault);
            return null;
        }
        var (width, height) = (type == "image/svg+xml" ? SvgImage.Size(bytes) : PixelImage.Size(type, bytes)) ?? (null, null);
        var hash = ContentHash.Of(bytes);
        return new()
        {
            Name = name,
            Hash = hash,
            MediaType = type,
            Url = $"/courses/{course}/assets/{hash[..16]}/{name}",
            FullPath = folder.Full(problems.File),
            Width = width,
            Height = height,
            Drawing = type == "image/svg+xml" ? InlineSvg.Write(bytes, $"d{hash[..8]}-") : null,
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(svg|png|jpg|webp)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameForm();
}
