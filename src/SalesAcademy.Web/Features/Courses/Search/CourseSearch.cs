using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>What was found, each kind the best first.</summary>
/// <param name="Lessons">Lessons.</param>
/// <param name="Cards">Courses whose battle card answers.</param>
/// <param name="Terms">Words of the glossary.</param>
/// <param name="Instead">The question that was answered, where a word of the one asked stands nowhere and another was probably meant.</param>
internal sealed record Found(IReadOnlyList<Lesson> Lessons, IReadOnlyList<Course> Cards, IReadOnlyList<GlossaryTerm> Terms, string? Instead = null)
{
    public static Found Nothing { get; } = new([], [], []);

    public bool IsEmpty => Lessons.Count + Cards.Count + Terms.Count == 0;
}

/// <summary>
/// Finds lessons, battle cards and words of the glossary in one language. Questions of quizzes are in no index. Of a course that is not the
/// reader's turn yet the words inside are not asked, only what its page shows of it anyway.
/// </summary>
internal sealed class CourseSearch(Library library) : IDisposable
{
    private const int MostLessons = 20;
    private const int MostOthers = 6;
    private const int MostTerms = 3;
    private const int MostRanked = 80;

    // How much a first place counts against one further down.
    private const double Steepness = 10;

    // A word in more of the texts than this says little about which of them is meant, even in a title.
    private const double Telling = 0.15;

    private readonly Lock following = new();
    private readonly Dictionary<string, TextIndex> texts = Locales.All.ToDictionary(locale => locale, _ => new TextIndex(), StringComparer.Ordinal);
    private volatile string? followed;

    /// <summary>Asks in a language; courses named are closed to whoever asks.</summary>
    public Found Ask(string asked, string locale, IReadOnlySet<string> closed)
    {
        var catalogue = library.Now;
        Follow(catalogue);
        var index = texts[Locales.Nearest(locale)];
        var (meant, terms) = Meant(index, SearchText.Terms(asked));
        if (SearchText.Any(terms) is not { } any)
            return Found.Nothing;
        var instead = meant.Count == 0 ? null : string.Join(' ', SearchText.Words(asked).Select(word => meant.GetValueOrDefault(word, word)));
        asked = instead ?? asked;
        var keys = SearchText.Quoted(asked) is { } quoted ? index.Ask(quoted, MostRanked) : Ranked(catalogue, index, asked, locale, terms, any);
        // The title and the summary of a closed lesson stand on its course's page.
        var shown = closed.Count == 0 ? [] : index.Ask($"{{title summary}} : ({any})", MostRanked).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. keys.Select(key => LessonOf(catalogue, key)).OfType<Lesson>().Where(lesson => !closed.Contains(lesson.Course) || shown.Contains(KeyOf(lesson))).Take(MostLessons)],
            [.. keys.Where(key => key.StartsWith("card:", StringComparison.Ordinal)).Select(key => catalogue.FindCourse(key["card:".Length..])).OfType<Course>().Where(course => course.Card is not null && !closed.Contains(course.Id)).Take(MostOthers)],
            [.. keys.Where(key => key.StartsWith("term:", StringComparison.Ordinal)).Select(key => catalogue.Glossary.FirstOrDefault(term => term.Id == key["term:".Length..])).OfType<GlossaryTerm>().Take(MostTerms)],
            instead);
    }

    /// <summary>Brings the indexes to a catalogue; whoever comes while another does it asks the texts as they were.</summary>
    public void Follow(Catalogue catalogue)
    {
        if (followed == catalogue.Hash)
            return;
        if (followed is null)
            following.Enter();
        else if (!following.TryEnter())
            return;
        try
        {
            if (followed == catalogue.Hash)
                return;
            foreach (var (locale, index) in texts)
                index.Follow([.. Of(catalogue, locale)]);
            followed = catalogue.Hash;
        }
        finally
        {
            following.Exit();
        }
    }

    public void Dispose()
    {
        foreach (var index in texts.Values)
            index.Dispose();
    }

    // Words that stand in every text say nothing there, and much in a title; so each way of asking ranks by itself, and places are added up
    // (reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009). What the glossary knows by another name is meant by both, so that counts twice.
    private static string[] Ranked(Catalogue catalogue, TextIndex index, string asked, string locale, IReadOnlyList<string> terms, string any)
    {
        string[] telling = [.. terms.Where(term => index.ShareOf(term) is > 0 and var share && share <= Telling)];
        // Of words with spaces between them even a common one tells something in a title; two neighbouring Chinese signs need not even be a word.
        var spaced = terms.Where(term => !SearchText.IsChinese(term[0]));
        var other = Asked(OtherNames(catalogue, asked, locale));
        return Joined(Asked(SearchText.All(asked)), Asked(InTitle(SearchText.Any(telling) ?? any)), Asked(InTitle(SearchText.Any(spaced))), Asked(any), other, other);

        IReadOnlyList<string> Asked(string? question) => question is null ? [] : index.Ask(question, MostRanked);
        static string? InTitle(string? question) => question is null ? null : $"{{title}} : ({question})";
    }

    private static string? OtherNames(Catalogue catalogue, string asked, string locale) =>
        string.Join(" OR ", from term in catalogue.Glossary
                            where term.Also.In(locale).Value.Count > 0
                            let names = term.Also.In(locale).Value.Prepend(term.Term.In(locale).Value).ToArray()
                            where names.Any(name => SearchText.Names(asked, name))
                            from name in names
                            let question = SearchText.Quoted($"\"{name}\"")
                            where question is not null
                            select $"({question})") is { Length: > 0 } all ? all : null;

    // A word that stands nowhere was perhaps written with a slip.
    private static (IReadOnlyDictionary<string, string> Meant, IReadOnlyList<string> Terms) Meant(TextIndex index, IReadOnlyList<string> terms)
    {
        var meant = terms.Where(term => !SearchText.IsChinese(term[0]) && index.ShareOf(term) == 0)
            .Select(term => (Term: term, Word: index.Meant(term))).Where(pair => pair.Word is not null).ToDictionary(pair => pair.Term, pair => pair.Word!, StringComparer.Ordinal);
        return (meant, meant.Count == 0 ? terms : [.. terms.Select(term => meant.GetValueOrDefault(term, term))]);
    }

    private static string[] Joined(params IReadOnlyList<string>[] rankings) =>
    [
        .. from ranking in rankings
           from place in ranking.Index()
           group 1 / (Steepness + place.Index) by place.Item into found
           orderby found.Sum() descending, found.Key
           select found.Key,
    ];

    private static string KeyOf(Lesson lesson) => $"lesson:{lesson.Course}/{lesson.Id}";

    private static Lesson? LessonOf(Catalogue catalogue, string key) =>
        key.StartsWith("lesson:", StringComparison.Ordinal) && key["lesson:".Length..].Split('/') is [var course, var lesson] ? catalogue.FindCourse(course)?.FindLesson(lesson) : null;

    private static IEnumerable<Indexed> Of(Catalogue catalogue, string locale)
    {
        foreach (var course in catalogue.Courses)
        {
            foreach (var lesson in course.Lessons)
            {
                var text = lesson.Text.In(locale).Value;
                var title = course.Title.In(locale).Value;
                yield return new(KeyOf(lesson), text.Hash + string.Concat(text.Recordings.Select(recording => recording.Words)) + title, text.Title, $"{text.Summary} {string.Join(' ', text.Outline.Select(heading => heading.Title))}\n{title}", () => string.Join('\n', text.Blocks.Select(block => block.Text)));
            }

            if (course.Card is { } card)
                yield return new($"card:{course.Id}", card.In(locale).Value.Hash, card.In(locale).Value.Title, card.In(locale).Value.Summary, () => card.In(locale).Value.Plain);
        }

        foreach (var term in catalogue.Glossary)
        {
            var also = string.Join('\n', term.Also.In(locale).Value);
            yield return new($"term:{term.Id}", $"{term.Term.In(locale).Value}\n{also}\n{term.Meaning.In(locale).Value}", term.Term.In(locale).Value, $"{term.Term.English}\n{also}", () => term.Meaning.In(locale).Value);
        }
    }
}
