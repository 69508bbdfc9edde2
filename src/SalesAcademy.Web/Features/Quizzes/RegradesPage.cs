using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Where ended attempts were graded by another key than the published one, where their question has become another, and what was graded again.</summary>
/// <param name="Corrected">Questions whose key alone was corrected.</param>
/// <param name="Others">Questions that were rewritten or are no longer asked: there is no new key for their answers.</param>
/// <param name="Applied">Regrades, the newest first.</param>
/// <param name="Library">What is taught.</param>
/// <param name="Language">The reader's content language.</param>
internal sealed record RegradesPage(IReadOnlyList<OutdatedQuestion> Corrected, IReadOnlyList<OutdatedQuestion> Others, IReadOnlyList<RegradeLine> Applied, Library Library, string Language)
{
    // Enough to look back; questions that wait are all shown.
    private const int AppliedShown = 50;

    public Shown<string>? TitleOf(string course, string quiz) => Library.Now.FindCourse(course)?.FindQuiz(quiz)?.Title.In(Language);

    public static async Task<RegradesPage> Read(AcademyDb db, Library library, QuizEditions editions, string language, CancellationToken cancellation)
    {
        var found = (await Outdated(db, library, editions, cancellation)).ToLookup(question => question.Becoming is null);
        var applied = await RegradeLine.Of(db, db.Set<RegradeRow>().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(AppliedShown), cancellation);
        return new([.. found[true]], [.. found[false]], applied, library, language);
    }

    // Attempts are counted in the database, and only for questions that have changed; catalogues are compared once each.
    private static async Task<IReadOnlyList<OutdatedQuestion>> Outdated(AcademyDb db, Library library, QuizEditions editions, CancellationToken cancellation)
    {
        var now = library.Now.Hash;
        var taken = await db.Set<AttemptRow>().Where(a => a.FinishedAt != null && a.ContentHash != now).Select(a => new { a.Course, a.Quiz, a.ContentHash }).Distinct().ToListAsync(cancellation);
        var changed = (from quiz in taken
                       from family in editions.At(quiz.ContentHash, quiz.Course, quiz.Quiz)?.Families ?? []
                       let published = editions.Published(quiz.Course, quiz.Quiz, family.Id)
                       where published?.Hash != family.Hash
                       from variant in family.Variants
                       where variant.Key.Answer is ObjectiveKey // of what people judge, the grades are corrected
                       let correction = QuizEditions.Correction(variant, published)
                       where correction is not Accepted<KeyCorrection> { Value.IsNone: true }
                       select (quiz.Course, quiz.Quiz, quiz.ContentHash, Family: family, Variant: variant, Becoming: (correction as Refused<KeyCorrection>)?.Reason)).ToArray();
        if (changed.Length == 0)
            return [];
        var (hashes, families) = (changed.Select(c => c.ContentHash).Distinct().ToArray(), changed.Select(c => c.Family.Id).Distinct().ToArray());
        var counts = await (
            from attempt in db.Set<AttemptRow>()
            where attempt.FinishedAt != null && hashes.Contains(attempt.ContentHash)
            join question in db.Set<AttemptQuestionRow>() on attempt.Id equals question.Attempt
            where families.Contains(question.Family)
            group attempt.FinishedAt by new { attempt.Course, attempt.Quiz, attempt.ContentHash, question.Family, question.Variant } into same
            select new { same.Key, Count = same.Count(), First = same.Min()!.Value, Last = same.Max()!.Value }).ToDictionaryAsync(same => same.Key, cancellation);
        var settled = (await db.Set<RegradeRow>().AsNoTracking().ToListAsync(cancellation)).ToLookup(regrade => regrade.Version);
        return
        [
            .. from one in changed
               let count = counts.GetValueOrDefault(new { one.Course, one.Quiz, one.ContentHash, Family = one.Family.Id, Variant = one.Variant.Id })
               where count is not null
               group (one, count) by new QuestionVersion(one.Course, one.Quiz, one.Family.Id, one.Variant.Id, one.Family.Hash) into same
               let published = editions.Published(same.Key.Course, same.Key.Quiz, same.Key.Family)?.Hash
               where !settled[same.Key].Any(regrade => (regrade.ToEdition ?? published) == published && regrade.At >= same.Max(part => part.count.Last))
               let first = same.First().one
               orderby same.Key.Course, same.Key.Quiz, same.Key.Family, same.Key.Variant
               select new OutdatedQuestion(same.Key, first.Variant, first.Becoming, same.Sum(part => part.count.Count), same.Min(part => part.count.First)),
        ];
    }
}

/// <summary>A question as it was asked in ended attempts, while another is published.</summary>
/// <param name="Version">Which one.</param>
/// <param name="Variant">As it was asked.</param>
/// <param name="Becoming">Why its answers cannot be graded by what is published; null when they can.</param>
/// <param name="Attempts">Ended attempts that were asked it.</param>
/// <param name="Since">When the first of them ended.</param>
internal sealed record OutdatedQuestion(QuestionVersion Version, QuestionVariant Variant, Refusal? Becoming, int Attempts, DateTime Since);
