using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Languages;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A recording that an author adds to a lesson, with what is said in it; under names by which a lesson finds them.</summary>
/// <param name="Recording">The recording; its bytes lie on the shelf.</param>
/// <param name="Words">Captions, or of a sound perhaps a transcript, in one language or both.</param>
internal sealed record AddedRecording(AddedImage Recording, IReadOnlyList<AddedImage> Words)
{
    /// <summary>What a file of a recording ends in.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["webm", "mp4", "mp3", "ogg", "opus"];

    public IReadOnlyList<AddedImage> All => [Recording, .. Words];

    /// <summary>
    /// Refused: recording-form for other bytes than the name says, recording-words for words that a lesson could not show, recording-captions without those in the
    /// language of the page, image-taken when the course has other bytes under one of the names.
    /// </summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="place">The page it comes into.</param>
    /// <param name="name">What the file was called; it ends as a recording does.</param>
    /// <param name="lies">Where it lies, and the hash of what lies there.</param>
    /// <param name="words">What is said, by language, with what that file was called.</param>
    public static Decision<AddedRecording> Take(string folder, EditedPlace place, string name, (string At, string Hash) lies, IReadOnlyDictionary<string, (string Name, byte[] Bytes)> words)
    {
        var ending = EndingOf(name);
        var plain = AddedImage.Plain(Path.GetFileNameWithoutExtension(name)) is { Length: > 0 } said ? said : $"recording-{lies.Hash[..8]}";
        var recording = new AddedImage($"courses/{place.Course}/assets/{plain}.{ending}", [], lies.Hash);
        if (ContentEditing.RecordingFault(new(recording.Path, default) { At = lies.At }) is { } fault)
            return new Refusal("recording-form", Said(fault));
        var taken = words.Select(one => new AddedImage($"courses/{place.Course}/assets/{plain}.{one.Key}.{(EndingOf(one.Value.Name) == "txt" ? "txt" : "vtt")}", one.Value.Bytes, ContentHash.Of(one.Value.Bytes))).ToArray();
        foreach (var one in taken)
            if (ContentEditing.RecordingFault(new(one.Path, one.Content)) is { } wrong)
                return new Refusal("recording-words", Path.GetFileName(one.Path), wrong.Line, Said(wrong));
        if (!taken.Any(one => one.Path.EndsWith($".{place.Locale}.vtt", StringComparison.Ordinal) || (ContentEditing.IsHeard(recording.Path) && one.Path.EndsWith($".{place.Locale}.txt", StringComparison.Ordinal))))
            return new Refusal("recording-captions");
        var standing = new ReplacedFiles(folder);
        return taken.Prepend(recording).FirstOrDefault(one => Path.Exists(Path.Combine(folder, one.Path)) && standing.HashOf(one.Path) != one.Hash) is { } other
            ? new Refusal("image-taken", Path.GetFileName(other.Path))
            : new AddedRecording(recording, taken);
    }

    /// <summary>What a name ends in, in small letters; empty where it ends in nothing.</summary>
    public static string EndingOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    /// <summary>A text that plays the recording in a paragraph of its own: behind the paragraph of a place, or behind all.</summary>
    public string In(string text, int? at, string name)
    {
        var end = at is { } place && place >= 0 && place < text.Length ? text.IndexOf("\n\n", place, StringComparison.Ordinal) : -1;
        var before = (end < 0 ? text : text[..end]).TrimEnd('\n');
        return $"{before}\n\n{Recording.Shown(name)}\n{(end < 0 ? "" : text[(end + 1)..])}";
    }

    private static string Said(ContentProblem fault) => fault.MessageIn(ReaderLanguage.Current).Replace("`", "", StringComparison.Ordinal);
}
