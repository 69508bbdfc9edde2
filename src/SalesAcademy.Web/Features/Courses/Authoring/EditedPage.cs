using SalesAcademy.Content;
using SalesAcademy.Content.Editing;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A page that may be written in the academy.</summary>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Draft">What is being written of it; null when nothing is.</param>
internal sealed record EditedPage(string Path, string Title, StandingDraft? Draft)
{
    /// <summary>The language it is written in; null where it is written in both.</summary>
    public string? Language => EditedPlace.Of(Path).Locale is { Length: > 0 } locale ? locale : null;

    /// <summary>Where it is written.</summary>
    public string Url => UrlOf(Path);

    /// <summary>Whether images come into it: all but the files of terms and of a course, which hold no text.</summary>
    public bool TakesImages => Language is not null;

    /// <summary>Whether it plays recordings: lessons do.</summary>
    public bool TakesRecordings => EditedPlace.Of(Path).IsLesson;

    /// <summary>Whether it says what a course is.</summary>
    public bool IsCourse => Path == ContentEditing.CourseFile(EditedPlace.Of(Path).Course);

    /// <summary>What there is to know about writing it.</summary>
    public string Help => Path == ContentEditing.Glossary ? "text.help-glossary" : Path == ContentEditing.Playbook ? "text.help-playbook" : ContentEditing.IsPath(Path) ? "text.help-path" : Language is null ? "text.help-course" : "text.help";

    /// <summary>Whether it has no title of its own and goes by the name of its file.</summary>
    public bool GoesByName => Title == EditedPlace.Of(Path).Name;

    /// <summary>Where a file is written.</summary>
    public static string UrlOf(string path) => path switch
    {
        ContentEditing.Glossary => $"{AuthoringController.Address}/glossary",
        ContentEditing.Playbook => $"{AuthoringController.Address}/playbook",
        _ when ContentEditing.IsPath(path) => $"{AuthoringController.Address}/{path[..^".yml".Length]}/path",
        _ => $"{AuthoringController.Address}/{path["courses/".Length..path.LastIndexOf('.')]}",
    };
}

/// <summary>What the address of a file says.</summary>
/// <param name="Course">The course.</param>
/// <param name="Locale">The language; none for the file of a course.</param>
/// <param name="Name">The file's name.</param>
internal sealed record EditedPlace(string Course, string Locale, string Name)
{
    /// <summary>The lesson of that file: its name without the number that orders it.</summary>
    public string Lesson => Name.TrimStart([.. "0123456789"]) is ['-', .. var rest] ? rest : Name;

    /// <summary>Whether it is a lesson, and no quiz and no battle card.</summary>
    public bool IsLesson => Name.Length > 0 && char.IsAsciiDigit(Name[0]);

    /// <summary>Whether it is a battle card.</summary>
    public bool IsCard => Name == "battle-card";

    /// <summary>The same page in the other language; the file itself where it holds both.</summary>
    public static string TwinOf(string path) => Of(path) is { Locale: { Length: > 0 } locale } place ? $"courses/{place.Course}/{Locales.All.First(other => other != locale)}/{place.Name}.md" : "";

    public static EditedPlace Of(string path) => path.Split('/') switch
    {
        [_, var course, var locale, var file] => new(course, locale, file[..^".md".Length]),
        [_, var course, _] => new(course, "", "course"),
        _ => new("", "", ""),
    };
}
