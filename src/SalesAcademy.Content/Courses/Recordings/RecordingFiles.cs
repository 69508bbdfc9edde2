using System.Text.RegularExpressions;
using SalesAcademy.Content.Reading;

namespace SalesAcademy.Content.Courses.Recordings;

/// <summary>Takes in what a course has to be heard and seen: recordings, their captions and their transcripts, each what its name says.</summary>
internal static partial class RecordingFiles
{
    // About five minutes of a screen at 1 Mbit/s: longer ones are several lessons.
    public const int Largest = 40 * 1024 * 1024;

    public static bool IsOne(string name) => NameForm().IsMatch(name);

    public static bool IsPlayed(string name) => MediaType(name).StartsWith("video/", StringComparison.Ordinal) || IsHeard(name);

    public static bool IsHeard(string name) => MediaType(name).StartsWith("audio/", StringComparison.Ordinal);

    public static CourseAsset? Take(ContentFolder folder, string course, string name, Problems problems)
    {
        var isPlayed = IsPlayed(name);
        var text = isPlayed ? null : TextFile.Read(folder, problems.File, problems);
        if ((!isPlayed && text is null) || folder.Measure(problems.File, isPlayed ? Largest : ContentFolder.TextLimit, problems) is not var (start, hash))
            return null;
        if (isPlayed && !RecordingForm.IsOf(Path.GetExtension(name), start))
            problems.Error(0, "recording-form");
        var lines = text is null ? null : name.EndsWith(".vtt", StringComparison.Ordinal) ? TranscriptLine.Of(CaptionReader.Read(text, problems)) : TranscriptReader.Read(text, problems);
        if (problems.HasErrors)
            return null;
        return new()
        {
            Name = name,
            Hash = hash,
            MediaType = MediaType(name),
            Url = $"/courses/{course}/assets/{hash[..16]}/{name}",
            FullPath = folder.Full(problems.File),
            Lines = lines,
        };
    }

    /// <summary>Whatever no lesson plays, and captions of nothing, only makes every copy of the academy larger.</summary>
    public static void WarnOfUnused(CourseScope scope, IReadOnlyList<Lesson> lessons, Problems problems)
    {
        var used = lessons.SelectMany(lesson => new[] { lesson.Text.English, lesson.Text.Chinese }).OfType<LessonText>().SelectMany(text => text.Recordings).SelectMany(recording => recording.Files)
            .Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in scope.Assets.Keys.Where(name => IsOne(name) && !used.Contains(name)).Order(StringComparer.Ordinal))
            problems.At($"{scope.Path}/assets/{name}").Warn(0, "recording-unused");
    }

    public static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".webm" => "video/webm",
        ".mp4" => "video/mp4",
        ".ogg" or ".opus" => "audio/ogg",
        ".mp3" => "audio/mpeg",
        ".vtt" => "text/vtt",
        _ => "text/plain",
    };

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,80}\.(webm|mp4|ogg|opus|mp3|vtt|txt)\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NameForm();
}
