using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Every quiz with how often it was taken for the first time.</summary>
internal sealed record StatisticsList(IReadOnlyList<(Course Course, Quiz Quiz, int Attempts)> Quizzes, string Language)
{
    public static async Task<StatisticsList> Read(AcademyDb db, Catalogue catalogue, string language, CancellationToken cancellation)
    {
        var taken = await StatisticsPage.FirstAttempts(db).GroupBy(a => new { a.Course, a.Quiz }).Select(g => new { g.Key.Course, g.Key.Quiz, Count = g.Count() })
            .ToDictionaryAsync(g => (g.Course, g.Quiz), g => g.Count, cancellation);
        return new([.. catalogue.Courses.SelectMany(course => course.Quizzes.Select(quiz => (course, quiz, taken.GetValueOrDefault((course.Id, quiz.Id)))))], language);
    }
}

/// <summary>How each question of a quiz behaves in its present version.</summary>
/// <param name="Course">The course.</param>
/// <param name="Quiz">The quiz.</param>
/// <param name="Attempts">First attempts looked at.</param>
/// <param name="Questions">Its families in file order.</param>
/// <param name="Language">The reader's content language.</param>
/// <param name="Catalogue">What is taught now.</param>
internal sealed record StatisticsPage(Course Course, Quiz Quiz, int Attempts, IReadOnlyList<QuestionLine> Questions, string Language, Catalogue Catalogue)
{
    // Enough for any figure here to stand still, and few enough to be read at once.
    private const int Most = 3_000;

    /// <summary>The attempts that statistics rest on: nobody has seen the questions before.</summary>
    public static IQueryable<AttemptRow> FirstAttempts(AcademyDb db) =>
        db.Set<AttemptRow>().Where(a => a.Number == 1 && a.FinishedAt != null && a.Kind != AttemptKind.Practice);

    /// <summary>Of an examination: how the same people do in their drills, by competency.</summary>
    public IReadOnlyList<ExamGap> Gaps { get; init; } = [];

    /// <summary>What a competency is called; its id when it is no longer listed.</summary>
    public Shown<string> NameOf(string competency) =>
        Catalogue.Competencies.FirstOrDefault(c => c.Id == competency)?.Name.In(Language) ?? new(competency, Language, FellBack: false);

    public static async Task<StatisticsPage> Read(AcademyDb db, Library library, Course course, Quiz quiz, string language, CancellationToken cancellation)
    {
        var newest = FirstAttempts(db).Where(a => a.Course == course.Id && a.Quiz == quiz.Id).OrderByDescending(a => a.StartedAt).ThenBy(a => a.Id).Take(Most);
        var asked = await newest.Join(db.Set<AttemptQuestionRow>(), a => a.Id, q => q.Attempt, (a, q) => new { q.Attempt, a.Person, a.ContentHash, q.Position, q.Family, q.Variant }).ToListAsync(cancellation);
        var answers = await newest.Join(db.Set<AttemptAnswerRow>(), a => a.Id, x => x.Attempt, (a, x) => new { x.Attempt, x.Position, x.Response, x.Locale })
            .ToDictionaryAsync(x => (x.Attempt, x.Position), x => (x.Response, x.Locale), cancellation);
        var given = (from row in asked
                     let family = library.At(row.ContentHash)?.Families.GetValueOrDefault(row.Family)
                     let variant = family?.FindVariant(row.Variant)
                     where variant?.Key.Answer is ObjectiveKey // what people judge, they judge by person and not by question
                     let answer = answers.GetValueOrDefault((row.Attempt, row.Position), ("", ""))
                     let response = StoredResponse.Read(variant.Key.Answer, answer.Item1)
                     select new GivenAnswer(row.Attempt, row.Person, family, variant, response, answer.Item2, ((ObjectiveKey)variant.Key.Answer).Score(response))).ToArray();
        var totals = given.GroupBy(answer => answer.Attempt).ToDictionary(g => g.Key, g => (Total: g.Sum(answer => answer.Score), Share: g.Average(answer => answer.Score)));
        return new(course, quiz, totals.Count, [.. quiz.Families.Select(family => Line(family, [.. given.Where(answer => answer.Family.Id == family.Id)]))], language, library.Now)
        {
            Gaps = quiz.Kind == QuizKind.Certification ? await ExamGaps.Read(db, newest, library.Now, [.. given.Select(answer => (answer.Person, answer.Family.Competency, answer.Score))], cancellation) : [],
        };

        // What was asked in another wording says nothing about this one.
        QuestionLine Line(QuestionFamily family, GivenAnswer[] all)
        {
            var now = all.Where(answer => answer.Family.Hash == family.Hash).ToArray();
            var item = now.Length < 2 ? null : ItemAnalysis.Item([.. now.Select(answer => answer.Score)], [.. now.Select(answer => totals[answer.Attempt].Total)]);
            var (english, chinese) = (In(Locales.English), In(Locales.Chinese));
            return new QuestionLine(
                family, now.Length, all.Length - now.Length, item,
                [.. item is null ? [] : ItemFlags.Of(item, now.Length, family.Guess), .. ItemFlags.Differ(english, chinese) ? [ItemFlag.LanguagesDiffer] : Array.Empty<ItemFlag>()],
                english, chinese,
                [.. family.Variants.Select(variant => Variant(variant, [.. now.Where(answer => answer.Variant.Id == variant.Id)]))]);

            (double Facility, int Answers) In(string locale) => now.Where(answer => answer.Locale == locale).ToArray() is { Length: > 0 } some ? (some.Average(answer => answer.Score), some.Length) : (0, 0);
        }

        VariantLine Variant(QuestionVariant variant, GivenAnswer[] asked) => new(variant, asked.Length,
            variant.Key.Answer is ChoiceKey choice ? [.. choice.Right.Select((right, option) => Option(option, right, [.. asked.Where(answer => ((Chosen)answer.Response).Options.Contains(option))]))] : [],
            variant.Key.Answer is PartedKey key ? [.. Enumerable.Range(0, asked.Length == 0 ? 0 : key.Parts).Select(part => Part(key, part, [.. asked.Select(answer => answer.Response)]))] : []);

        OptionLine Option(int option, bool right, GivenAnswer[] chose) => new(option, right, chose.Length, chose.Length == 0 ? null : chose.Average(answer => totals[answer.Attempt].Share));
    }

    // What only one person wrote stays with that person.
    private static PartLine Part(PartedKey key, int part, Response[] given) => new(part, given.Average(response => key.RightParts(response)[part] ? 1.0 : 0),
        key is not BlanksKey ? [] :
        [
            .. given.Where(response => !key.RightParts(response)[part]).Select(response => Wording.Of(((Written)response).Texts[part])).Where(wording => !wording.IsEmpty)
                .GroupBy(wording => wording).Where(group => group.Count() > 1).OrderByDescending(group => group.Count()).ThenBy(group => group.Key.ToString(), StringComparer.Ordinal)
                .Take(PartLine.MostWrong).Select(group => (group.Key.ToString(), group.Count())),
        ]);

    private sealed record GivenAnswer(Guid Attempt, Guid Person, QuestionFamily Family, QuestionVariant Variant, Response Response, string Locale, double Score);
}

/// <summary>A question over the people who answered it first.</summary>
/// <param name="Family">The question.</param>
/// <param name="Answers">First answers to its present version.</param>
/// <param name="Older">First answers to earlier versions, which are not counted.</param>
/// <param name="Item">The figures; null below two answers.</param>
/// <param name="Flags">What to look at.</param>
/// <param name="English">Facility and answers of those who read it in English.</param>
/// <param name="Chinese">The same in Chinese.</param>
/// <param name="Variants">Its variants with their options.</param>
internal sealed record QuestionLine(
    QuestionFamily Family, int Answers, int Older, ItemStatistics? Item, IReadOnlyList<ItemFlag> Flags,
    (double Facility, int Answers) English, (double Facility, int Answers) Chinese, IReadOnlyList<VariantLine> Variants);

/// <summary>A variant with how often each option was chosen, or how often each row, step or blank was right.</summary>
internal sealed record VariantLine(QuestionVariant Variant, int Answers, IReadOnlyList<OptionLine> Options, IReadOnlyList<PartLine> Parts);

/// <summary>A row, step or blank.</summary>
/// <param name="Part">Its place, from 0.</param>
/// <param name="Right">Share of answers that had it right, 0..1.</param>
/// <param name="Wrong">What was most often written instead, folded, by two people or more.</param>
internal sealed record PartLine(int Part, double Right, IReadOnlyList<(string Words, int Answers)> Wrong)
{
    public const int MostWrong = 5;
}

/// <summary>An option: who chose it.</summary>
/// <param name="Option">Its place in the file.</param>
/// <param name="Right">Whether it is right.</param>
/// <param name="Chosen">How many chose it.</param>
/// <param name="Result">Mean result of those who chose it in the whole attempt, 0..1; null when nobody did. A wrong option that strong people choose is worth a look.</param>
internal sealed record OptionLine(int Option, bool Right, int Chosen, double? Result);
