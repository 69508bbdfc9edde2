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

    /// <summary>Those of an author that somebody looked at and wants changed.</summary>
    public async Task<IReadOnlyList<StandingDraft>> SentBack(Guid author, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.SubmittedAt == null && draft.Wish != null && draft.Author == author).OrderBy(draft => draft.Path), cancellation);
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

    /// <summary>Whether a text that was typed is another than the one that is saved of the page.</summary>
    public async Task<bool> IsOther(string path, string? typed, CancellationToken cancellation)
    {
        if (typed is null)
            return false;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var saved = ContentEditing.IsText(path) ? (await KeepDrafts.Open(db, path, cancellation))?.Text ?? ContentEditing.Read(options.Content, path)?.Text : null;
        return saved is not null && KeepDrafts.Plain(saved) != KeepDrafts.Plain(typed);
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
        var course = library.Saved.FindCourse(place.Course);
        if ((place.Name.StartsWith("quiz-", StringComparison.Ordinal) ? course?.FindQuiz(place.Name["quiz-".Length..])?.Title.In(place.Locale).Value : place.IsCard ? course?.Card?.In(place.Locale).Value.Title : null) is { } named)
            return named;
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
