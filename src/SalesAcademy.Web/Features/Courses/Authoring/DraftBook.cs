using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Content.Editing;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Courses.Authoring;

/// <summary>A page that may be written in the academy.</summary>
/// <param name="Path">The file, relative to the content folder.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Draft">What is being written of it; null when nothing is.</param>
internal sealed record EditedPage(string Path, string Title, string Language, StandingDraft? Draft)
{
    /// <summary>Where it is written.</summary>
    public string Url => UrlOf(Path);

    /// <summary>Whether it has no title of its own and goes by the name of its file.</summary>
    public bool GoesByName => Title == EditedPlace.Of(Path).Name;

    /// <summary>Where a file is written.</summary>
    public static string UrlOf(string path) => $"{AuthoringController.Address}/{path["courses/".Length..^".md".Length]}";
}

/// <summary>What the address of a file says.</summary>
/// <param name="Course">The course.</param>
/// <param name="Locale">The language.</param>
/// <param name="Name">The file's name.</param>
internal sealed record EditedPlace(string Course, string Locale, string Name)
{
    /// <summary>The lesson of that file: its name without the number that orders it.</summary>
    public string Lesson => Name.TrimStart([.. "0123456789"]) is ['-', .. var rest] ? rest : Name;

    public static EditedPlace Of(string path) => path.Split('/') is [_, var course, var locale, var file] ? new(course, locale, file[..^".md".Length]) : new("", "", "");
}

/// <summary>A draft with the names of its people.</summary>
internal sealed record StandingDraft(DraftRow Row, string Author, string? Reviewer);

/// <summary>A course with its pages.</summary>
internal sealed record EditedCourse(Course Course, IReadOnlyList<EditedPage> Pages);

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

    /// <summary>The box against the file, line by line.</summary>
    public required IReadOnlyList<DifferenceLine> Difference { get; init; }

    /// <summary>What somebody else has saved since this person looked, against the box; null when nobody has.</summary>
    public IReadOnlyList<DifferenceLine>? Meanwhile { get; init; }

    /// <summary>Whether this person may let the draft pass.</summary>
    public required bool MayPass { get; init; }

    public required bool IsOwn { get; init; }

    public StandingDraft? Draft => Page.Draft;

    public int Version => Draft?.Row.Version ?? 0;

    /// <summary>Whether the file is another than the draft began from.</summary>
    public bool HasFileChanged => Draft is { Row.BeganFrom: var began } && began != Standing.Hash;
}

/// <summary>What can be written, and what is being written.</summary>
internal sealed class DraftBook(IDbContextFactory<AcademyDb> contexts, Library library, DraftCheck check, AcademyOptions options)
{
    /// <summary>Every lesson, quiz and battle card in both languages, with its draft; in the order of the catalogue.</summary>
    public async Task<IReadOnlyList<EditedCourse>> All(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var drafts = (await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null), cancellation)).ToDictionary(draft => draft.Row.Path, StringComparer.Ordinal);
        return [.. library.Saved.Courses.Select(course => new EditedCourse(course, [.. Pages(course, drafts)]))];
    }

    /// <summary>Those that wait for somebody to look at them, the longest first.</summary>
    public async Task<IReadOnlyList<StandingDraft>> Submitted(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.SubmittedAt != null).OrderBy(draft => draft.SubmittedAt), cancellation);
    }

    /// <summary>One page; null for one that is not written here.</summary>
    /// <param name="path">The file.</param>
    /// <param name="person">Who looks.</param>
    /// <param name="typed">What was typed and refused; null for what is saved.</param>
    /// <param name="seen">The version that the typed text began from.</param>
    /// <param name="cancellation">Stops early.</param>
    public async Task<DraftPage?> Find(string path, CurrentPerson person, string? typed, int seen, CancellationToken cancellation)
    {
        if (ContentEditing.Read(options.Content, path) is not { } standing)
            return null;
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var draft = (await With(db, db.Set<DraftRow>().Where(draft => draft.ClosedAt == null && draft.Path == path), cancellation)).SingleOrDefault();
        var text = typed ?? draft?.Row.Text ?? standing.Text;
        return new DraftPage
        {
            Page = new EditedPage(path, TitleOf(path), EditedPlace.Of(path).Locale, draft),
            Standing = standing,
            Text = text,
            Findings = check.Of(path, text, cancellation),
            Difference = LineDifference.Of(standing.Text, text),
            Meanwhile = typed is not null && draft is not null && draft.Row.Version != seen ? LineDifference.Of(draft.Row.Text, typed) : null,
            MayPass = draft is not null && await PublishDraft.MayPass(db, draft.Row, person.Id),
            IsOwn = draft?.Row.Author == person.Id,
        };
    }

    /// <summary>What is wrong with a text that nobody has saved; null for a page that is not written here.</summary>
    public DraftFindings? Check(string path, string text, CancellationToken cancellation) =>
        ContentEditing.Read(options.Content, path) is null ? null : check.Of(path, text, cancellation);

    /// <summary>What a page is called: the lesson's title in its own language, or the file's name.</summary>
    public string TitleOf(string path)
    {
        var place = EditedPlace.Of(path);
        return library.Saved.FindCourse(place.Course)?.FindLesson(place.Lesson)?.Text.In(place.Locale).Value.Title ?? place.Name;
    }

    private IEnumerable<EditedPage> Pages(Course course, Dictionary<string, StandingDraft> drafts) =>
        from locale in Locales.All
        let folder = new DirectoryInfo(Path.Combine(options.Content, "courses", course.Id, locale))
        where folder.Exists
        from file in folder.EnumerateFiles("*.md").OrderBy(file => file.Name, StringComparer.Ordinal)
        let path = $"courses/{course.Id}/{locale}/{file.Name}"
        where ContentEditing.IsText(path)
        select new EditedPage(path, TitleOf(path), locale, drafts.GetValueOrDefault(path));

    private static async Task<IReadOnlyList<StandingDraft>> With(AcademyDb db, IQueryable<DraftRow> drafts, CancellationToken cancellation) => await (
        from draft in drafts
        join author in db.Set<PersonRow>() on draft.Author equals author.Id
        join reviewer in db.Set<PersonRow>() on draft.Reviewer equals reviewer.Id into those
        from reviewer in those.DefaultIfEmpty()
        select new StandingDraft(draft, author.Name, reviewer == null ? null : reviewer.Name)).AsNoTracking().ToListAsync(cancellation);
}
