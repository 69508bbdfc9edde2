using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Languages;

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

    public static EditedPlace Of(string path) => path.Split('/') switch
    {
        [_, var course, var locale, var file] => new(course, locale, file[..^".md".Length]),
        [_, var course, _] => new(course, "", "course"),
        _ => new("", "", ""),
    };
}

/// <summary>A draft with the names of its people.</summary>
internal sealed record StandingDraft(DraftRow Row, string Author, string? Reviewer);

/// <summary>A course with its pages.</summary>
internal sealed record EditedCourse(Course Course, IReadOnlyList<EditedPage> Pages);

/// <summary>All that can be written.</summary>
/// <param name="Courses">The courses there are.</param>
/// <param name="Begun">Pages of courses that are not there yet.</param>
/// <param name="Documents">The terms, the stages of a sale and the learning paths.</param>
internal sealed record DraftList(IReadOnlyList<EditedCourse> Courses, IReadOnlyList<EditedPage> Begun, IReadOnlyList<EditedPage> Documents)
{
    public IEnumerable<EditedPage> Written => [.. Begun, .. Courses.SelectMany(course => course.Pages).Concat(Documents).Where(page => page.Draft is not null)];
}

/// <summary>A page being written.</summary>
internal sealed record DraftPage
{
    /// <summary>Which it is, with its draft.</summary>
    public required EditedPage Page { get; init; }

    /// <summary>As it stands in the folder.</summary>
    public required StandingText Standing { get; init; }

    /// <summary>What is in the box: the draft, the file, or what was typed and refused.</summary>
    public required string Text { get; init; }

    public required DraftFindings Findings { get; init; }

    /// <summary>What is published together with it or not at all.</summary>
    public required IReadOnlyList<EditedPage> Together { get; init; }

    /// <summary>The box against the file, line by line.</summary>
    public required IReadOnlyList<DifferenceLine> Difference { get; init; }

    /// <summary>What somebody else has saved since this person looked, against the box; null when nobody has.</summary>
    public IReadOnlyList<DifferenceLine>? Meanwhile { get; init; }

    /// <summary>Whether this person may let the draft pass.</summary>
    public required bool MayPass { get; init; }

    public required bool IsOwn { get; init; }

    /// <summary>Who and what it touches once it is published; null while nothing is written, or what is written has errors.</summary>
    public Touched? Touches { get; init; }

    public StandingDraft? Draft => Page.Draft;

    public int Version => Draft?.Row.Version ?? 0;

    /// <summary>Whether the file is another than the draft began from.</summary>
    public bool HasFileChanged => Draft is { Row.BeganFrom: var began } && began != Standing.Hash;
}

/// <summary>What can be written, and what is being written.</summary>
internal sealed partial class DraftBook(IDbContextFactory<AcademyDb> contexts, Library library, DraftCheck check, TouchedBook touches, DraftShelf shelf, AcademyOptions options, IStringLocalizer<Words> words)
{
    /// <summary>Every course with its lessons, quizzes and battle card in both languages, with its draft; in the order of the catalogue.</summary>
    public async Task<DraftList> All(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var drafts = (await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null), cancellation)).ToDictionary(draft => draft.Row.Path, StringComparer.Ordinal);
        EditedCourse[] courses = [.. library.Saved.Courses.Select(course => new EditedCourse(course, [.. Pages(course, drafts)]))];
        EditedPage[] documents = [.. library.Saved.Paths.Select(path => ContentEditing.PathFile(path.Id)).Prepend(ContentEditing.Playbook).Prepend(ContentEditing.Glossary).Where(Stands).Select(path => Page(path, drafts.GetValueOrDefault(path)))];
        var known = courses.SelectMany(course => course.Pages).Concat(documents).Select(page => page.Path);
        return new(courses, [.. drafts.Keys.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(path => Page(path, drafts[path]))], documents);
    }

    /// <summary>Those that wait for somebody to look at them, the longest first.</summary>
    public async Task<IReadOnlyList<StandingDraft>> Submitted(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.SubmittedAt != null).OrderBy(draft => draft.SubmittedAt).ThenBy(draft => draft.Path), cancellation);
    }

    /// <summary>One page; null for one that is not written here.</summary>
    /// <param name="path">The file.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="typed">What was typed and refused; null for what is saved.</param>
    /// <param name="seen">The version that the typed text began from.</param>
    /// <param name="cancellation">Stops early.</param>
    public async Task<DraftPage?> Find(string path, CurrentPerson person, string? typed, int seen, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var draft = (await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.Path == path), cancellation)).SingleOrDefault();
        if ((ContentEditing.Read(options.Content, path) ?? (draft is not null && ContentEditing.IsFree(options.Content, path) ? new("", "") : null)) is not { } standing)
            return null;
        var set = draft is null ? [] : await KeepDrafts.With(db, draft.Row, cancellation);
        var text = typed ?? draft?.Row.Text ?? standing.Text;
        var findings = check.Of(path, text, await Beside(db, set, cancellation), cancellation);
        return new DraftPage
        {
            Page = Page(path, draft),
            Standing = standing,
            Text = text,
            Findings = findings,
            Touches = draft is not null && !findings.HasErrors ? await touches.Of(db, library.Saved, findings.Catalogue, cancellation) : null,
            Together = [.. set.Skip(1).Select(other => new EditedPage(other.Path, TitleOf(other.Path, other), Draft: null))],
            Difference = LineDifference.Of(standing.Text, text),
            Meanwhile = typed is not null && draft is not null && draft.Row.Version != seen ? LineDifference.Of(draft.Row.Text, typed) : null,
            MayPass = draft is not null && await PublishDraft.MayPass(db, set, person.Id),
            IsOwn = draft?.Row.Author == person.Id,
        };
    }

    /// <summary>What is wrong with a text that nobody has saved; null for a page that is not written here.</summary>
    public async Task<DraftFindings?> Check(string path, string text, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var draft = ContentEditing.IsText(path) ? await KeepDrafts.Open(db, path, cancellation) : null;
        if (ContentEditing.Read(options.Content, path) is null && (draft is null || !ContentEditing.IsFree(options.Content, path)))
            return null;
        var set = draft is null ? [] : await KeepDrafts.With(db, draft, cancellation);
        return check.Of(path, text, await Beside(db, set, cancellation), cancellation);
    }

    /// <summary>Whether the page is in the content folder, written or not.</summary>
    public bool Stands(string path) => ContentEditing.Read(options.Content, path) is not null;

    /// <summary>What a page is called: the lesson's title in its own language, that of a text which does not stand yet, or the file's name.</summary>
    public string TitleOf(string path, DraftRow? draft = null)
    {
        if (path is ContentEditing.Glossary or ContentEditing.Playbook)
            return words[Path.GetFileNameWithoutExtension(path)];
        if (ContentEditing.IsPath(path))
            return words["path.of", library.Saved.Paths.FirstOrDefault(known => ContentEditing.PathFile(known.Id) == path)?.Title.In(ReaderLanguage.Current).Value ?? Path.GetFileNameWithoutExtension(path)];
        var place = EditedPlace.Of(path);
        if (path == ContentEditing.CourseFile(place.Course))
            return words["course.of", library.Saved.FindCourse(place.Course)?.Title.In(ReaderLanguage.Current).Value ?? (draft is null ? null : TitleIn(draft.Text, ReaderLanguage.Current)) ?? place.Course];
        if (library.Saved.FindCourse(place.Course)?.FindLesson(place.Lesson)?.Text.In(place.Locale).Value.Title is { } taught)
            return taught;
        var text = draft is { BeganFrom: "" } ? draft.Text : place.IsLesson ? ContentEditing.Read(options.Content, path)?.Text : null; // a lesson that is retired has its title in its file
        return text is not null && Title().Match(text) is { Success: true } match ? Plain(match.Groups["title"].Value) : place.Name;
    }

    // Of a course that does not stand yet.
    private static string? TitleIn(string text, string language) => Titles().Matches(text).FirstOrDefault(match => match.Groups["language"].Value == language) is { } match ? Plain(match.Groups["title"].Value) : null;

    private static string Plain(string title) => Escaped().Replace(title, "${sign}");

    private EditedPage Page(string path, StandingDraft? draft) => new(path, TitleOf(path, draft?.Row), draft);

    [GeneratedRegex(@"^title: *""?(?<title>[^\n]+?)""? *$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"(?<=^title: *\{[^\n]*)\b(?<language>en|zh-Hans): *""(?<title>([^""\\\n]|\\.)+)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Titles();

    [GeneratedRegex(@"\\(?<sign>[""\\])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escaped();

    // The other texts that are published together with the first, and the images of all.
    private async Task<IReadOnlyList<EditedFile>> Beside(AcademyDb db, IReadOnlyList<DraftRow> set, CancellationToken cancellation) =>
    [
        .. set.Skip(1).Select(other => new EditedFile(other.Path, check.Bytes(other.Path, other.Text))),
        .. (await DraftImages.Of(db, set, cancellation)).DistinctBy(image => image.Path).Select(image => new EditedFile(image.Path, image.Content) { At = shelf.PathOf(image) }),
    ];

    private IEnumerable<EditedPage> Pages(Course course, Dictionary<string, StandingDraft> drafts) => Texts(course, drafts).Prepend(Page(ContentEditing.CourseFile(course.Id), drafts.GetValueOrDefault(ContentEditing.CourseFile(course.Id))));

    private IEnumerable<EditedPage> Texts(Course course, Dictionary<string, StandingDraft> drafts) =>
        from locale in Locales.All
        let inside = $"courses/{course.Id}/{locale}/"
        let folder = new DirectoryInfo(Path.Combine(options.Content, inside))
        let standing = folder.Exists ? folder.EnumerateFiles("*.md").Select(file => inside + file.Name) : []
        from path in standing.Union(drafts.Keys.Where(path => path.StartsWith(inside, StringComparison.Ordinal)), StringComparer.Ordinal).Order(StringComparer.Ordinal)
        where ContentEditing.IsText(path)
        select Page(path, drafts.GetValueOrDefault(path));

    private static async Task<IReadOnlyList<StandingDraft>> With(AcademyDb db, IQueryable<DraftRow> drafts, CancellationToken cancellation) => await (
        from draft in drafts
        join author in db.Set<PersonRow>() on draft.Author equals author.Id
        join reviewer in db.Set<PersonRow>() on draft.Reviewer equals reviewer.Id into those
        from reviewer in those.DefaultIfEmpty()
        select new StandingDraft(draft, author.Name, reviewer == null ? null : reviewer.Name)).AsNoTracking().ToListAsync(cancellation);
}
