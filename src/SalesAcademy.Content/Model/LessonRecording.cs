namespace SalesAcademy.Content;

/// <summary>A video or a sound that a lesson plays; what is said in it stands below it as passages of the lesson.</summary>
/// <param name="Name">Its file in assets/.</param>
/// <param name="Edition">The first 16 digits of its hash: another recording under the same name is another edition.</param>
/// <param name="Title">What the lesson calls it.</param>
public sealed record LessonRecording(string Name, string Edition, string Title)
{
    /// <summary>The file itself, its captions and its transcript.</summary>
    internal IReadOnlyList<CourseAsset> Files { get; init; } = [];

    /// <summary>Changes with what is said in it, however the lesson around it stays.</summary>
    public string Words => string.Concat(Files.Skip(1).Select(file => file.Hash));
}
