using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Says by the rules an attempt begins by which quizzes are shut to whom. A quiz at work, or one that waits for its grader, is not shut: it may still be passed. One that was passed is shut like any other: it may be sat again while attempts are left.</summary>
internal sealed class Sittings(Library library, Clock clock) : ISittings
{
    public async Task<IReadOnlyList<ShutQuiz>> Shut(AcademyDb db, IReadOnlyList<Guid> people, CancellationToken cancellation = default)
    {
        var catalogue = library.Now;
        var limited = catalogue.Certifications.Select(c => catalogue.FindCourse(c.Course)?.FindQuiz(c.Quiz)).OfType<Quiz>().Distinct()
            .Select(quiz => (Quiz: quiz, Rules: quiz.Rules(clock.Zone))).Where(of => of.Rules is not { Attempts: null, Cooldown: null, LaterCooldown: null, Opens: null, Closes: null }).ToArray();
        if (limited.Length == 0)
            return [];
        var courses = limited.Select(of => of.Quiz.Course).Distinct().ToArray();
        var attempts = (await db.Set<AttemptRow>().AsNoTracking()
            .Where(a => people.Contains(a.Person) && courses.Contains(a.Course) && a.Kind == AttemptKind.Certification).ToListAsync(cancellation)).ToLookup(a => (a.Person, a.Course, a.Quiz));
        var granted = attempts.Count == 0 ? [] : await db.Set<AccommodationRow>().AsNoTracking()
            .Where(a => people.Contains(a.Person) && a.Until >= clock.Today && a.RevokedAt == null).ToListAsync(cancellation);
        var own = granted.ToLookup(grant => grant.Person);
        return [.. from person in people from of in limited let shut = Of(person, of.Quiz, of.Rules, [.. attempts[(person, of.Quiz.Course, of.Quiz.Id)]], own[person]) where shut is not null select shut.Value];
    }

    private ShutQuiz? Of(Guid person, Quiz quiz, AttemptRules rules, IReadOnlyList<AttemptRow> taken, IEnumerable<AccommodationRow> granted)
    {
        if (taken.Any(attempt => attempt.Score is null))
            return null;
        Accommodation[] grants = [.. granted.Where(grant => grant.IsFor(quiz.Course, quiz.Id)).Select(grant => grant.Granted)];
        var allowed = Allowance.Of(rules, grants, [.. taken.Select(attempt => attempt.Accommodation)]);
        return allowed.Rules.Next(taken.Count, taken.Max(attempt => attempt.FinishedAt), clock.Now) is not Refused<int> refused ? null
            : new ShutQuiz(person, quiz.Course, quiz.Id, refused.Reason is { Key: "not-yet-open" or "cooling-down", Arguments: [DateTime until] } ? until : null);
    }
}
