using System.Text;
using System.Text.RegularExpressions;
using SalesAcademy.Content.Courses;
using SalesAcademy.Content.Courses.Recordings;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Editing;

/// <summary>What may be edited in the content folder without git, and how it would be read there.</summary>
public static partial class ContentEditing
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file of terms in both languages.</summary>
    public const string Glossary = "glossary.yml";

    /// <summary>The file that says of a course what it is called and what it is evidence for.</summary>
    public static string CourseFile(string course) => $"courses/{course}/course.yml";

    /// <summary>The file of the stages of a sale.</summary>
    public const string Playbook = "playbook.yml";

    /// <summary>The file of a learning path.</summary>
    public static string PathFile(string path) => $"paths/{path}.yml";

    /// <summary>Whether it is the file of a learning path.</summary>
    public static bool IsPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/') is ["paths", var name] && name.EndsWith(".yml", StringComparison.Ordinal) && Fields.IsId(name[..^4]);
    }

    /// <summary>Whether it is the address of a lesson, quiz, battle card, the file of a course or a path, the glossary or the playbook: never of a policy, another folder or anything outside.</summary>
    public static bool IsText(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path is Glossary or Playbook || IsPath(path) || path.Split('/') is ["courses", var of, "course.yml"] && Fields.IsId(of) || path.Split('/') is ["courses", var course, Locales.English or Locales.Chinese, var name] && Fields.IsId(course) && name.EndsWith(".md", StringComparison.Ordinal) && Fields.IsId(name[..^3]);
    }

    /// <summary>Whether it is the address of an image of a course.</summary>
    public static bool IsImage(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/') is ["courses", var course, "assets", var name] && Fields.IsId(course) && AssetReader.IsName(name) && !name.Contains("..", StringComparison.Ordinal);
    }

    /// <summary>Whether it is the address of a recording of a course, or of its captions or transcript.</summary>
    public static bool IsRecording(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Split('/') is ["courses", var course, "assets", var name] && Fields.IsId(course) && RecordingFiles.IsOne(name) && !name.Contains("..", StringComparison.Ordinal);
    }

    /// <summary>Whether it is one that is played, and no words of one.</summary>
    public static bool IsPlayed(string path) => IsRecording(path) && RecordingFiles.IsPlayed(path);

    /// <summary>Whether it is heard and not seen.</summary>
    public static bool IsHeard(string path) => IsRecording(path) && RecordingFiles.IsHeard(path);

    /// <summary>As many bytes as a recording may have.</summary>
    public const int LargestRecording = RecordingFiles.Largest;

    /// <summary>What keeps a file that lies somewhere from being a recording of that name, or bytes from being its words, as content check says it, with the line; null when nothing does.</summary>
    public static ContentProblem? RecordingFault(EditedFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var problems = new Problems(file.Path);
        if (!IsRecording(file.Path))
            problems.Error(0, "asset-name");
        else
            _ = RecordingFiles.Take(Folder(".", [file]), file.Path.Split('/')[1], Path.GetFileName(file.Path), problems);
        return problems.Found.FirstOrDefault(problem => problem.Severity == ProblemSeverity.Error);
    }

    /// <summary>The text as it stands. Null where it may not be edited, is not there, leads out of the folder, is too large or is no text.</summary>
    public static StandingText? Read(string folder, string path)
    {
        if (!IsText(path) || new ContentFolder(folder).Read(path, ContentFolder.TextLimit, new(path)) is not { } bytes)
            return null;
        try
        {
            return new(Strict.GetString(bytes).TrimStart('\uFEFF'), ContentHash.Of(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>As many bytes as an image may have.</summary>
    public const int LargestImage = ContentFolder.AssetLimit;

    /// <summary>The media type that the name of an image or recording says.</summary>
    public static string MediaTypeOf(string name) => RecordingFiles.IsOne(name) ? RecordingFiles.MediaType(name) : AssetReader.MediaType(name);

    /// <summary>Whether a text may be written there and nothing stands there yet.</summary>
    public static bool IsFree(string folder, string path) => IsText(path) && !Path.Exists(Path.Combine(folder, path));

    /// <summary>What keeps bytes from being an image of that name, as content check says it; null when nothing does.</summary>
    public static Phrase? ImageFault(string path, byte[] bytes)
    {
        if (!IsImage(path))
            return new("asset-name");
        var (folder, problems) = (new ContentFolder(".", new Dictionary<string, byte[]>(StringComparer.Ordinal) { [path] = bytes }), new Problems(path));
        _ = AssetReader.Take(folder, path.Split('/')[1], Path.GetFileName(path), problems);
        return problems.Found is [var first, ..] ? first.What : null;
    }

    /// <summary>
    /// The content with these files in their places, by the rules of `content check`; nothing is written. With a previous catalogue only what differs from it
    /// is read, which is quick enough to ask while somebody types.
    /// </summary>
    public static CompileResult Check(string folder, IReadOnlyList<EditedFile> files, Catalogue? previous = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.FirstOrDefault(file => !IsText(file.Path) && !IsImage(file.Path) && !IsRecording(file.Path)) is { } stranger)
            throw new ArgumentException($"{stranger.Path} is not edited here", nameof(files));
        return ContentCompiler.Compile(Folder(folder, files), previous, CompileLimits.Standard, cancellation);
    }

    /// <summary>
    /// The bytes of an edited text: lines that were not touched come out as they went in, ended by the same characters, so that a comparison shows what was
    /// meant and nothing else. New lines end like the first one of the file.
    /// </summary>
    /// <param name="before">The bytes it began from; empty for a new file.</param>
    /// <param name="text">The edited text; a browser sends each line ended by carriage return and line feed.</param>
    public static byte[] Write(ReadOnlySpan<byte> before, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var old = Encoding.UTF8.GetString(before);
        var mark = old.StartsWith('\uFEFF') ? "\uFEFF" : "";
        var endings = LineEnding().Matches(old).Select(match => match.Value).ToArray();
        var usual = endings.FirstOrDefault("\n");
        var written = new StringBuilder(mark);
        var lines = LineDifference.Of(old[mark.Length..], text).Where(line => line.After is not null).ToArray();
        foreach (var line in lines)
            written.Append(line.Text).Append(line == lines[^1] ? "" : line.Before is { } place && place <= endings.Length ? endings[place - 1] : usual);
        return Encoding.UTF8.GetBytes(written.ToString());
    }

    private static ContentFolder Folder(string folder, IReadOnlyList<EditedFile> files) => new(
        folder,
        files.Where(file => file.At is null).ToDictionary(file => file.Path, file => file.Bytes.ToArray(), StringComparer.Ordinal),
        files.Where(file => file.At is not null).ToDictionary(file => file.Path, file => file.At!, StringComparer.Ordinal)); // only those

    [GeneratedRegex(@"\r\n|\n|\r", RegexOptions.NonBacktracking)]
    private static partial Regex LineEnding();
}
