using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>What was noted during a certification attempt, for its person and for those who decide about its marks.</summary>
/// <param name="Attempt">The attempt.</param>
/// <param name="Paper">What it asks.</param>
/// <param name="Name">Whose attempt; null where it is the reader's own.</param>
/// <param name="Moments">What happened, in order.</param>
/// <param name="Times">The time of each answered question.</param>
/// <param name="IsFull">Whether later signals were not kept.</param>
/// <param name="Language">The reader's language.</param>
internal sealed record EvidencePage(AttemptRow Attempt, Paper Paper, string? Name, IReadOnlyList<AttemptMoment> Moments, IReadOnlyList<AnswerTime> Times, bool IsFull, string Language)
{
    /// <summary>Null where there is no such attempt, or none that this reader may look at.</summary>
    public static async Task<EvidencePage?> Of(AcademyDb db, PaperShelf shelf, CurrentPerson reader, Guid attempt, CancellationToken cancellation)
    {
        var learners = reader.Is(Role.Manager | Role.Hr) ? Learners.Of(db, reader) : db.Set<PersonRow>().Where(_ => false);
        var found = await (
            from row in db.Set<AttemptRow>()
            join person in db.Set<PersonRow>() on row.Person equals person.Id
            where row.Id == attempt && row.Kind == AttemptKind.Certification && (row.Person == reader.Id || learners.Any(learner => learner.Id == row.Person))
            select new { row, person.Name }).AsNoTracking().SingleOrDefaultAsync(cancellation);
        if (found is null)
            return null;
        var signals = await db.Set<AttemptSignalRow>().Where(s => s.Attempt == attempt).OrderBy(s => s.Number).Select(s => new AttemptSignal(s.At, s.Kind, s.Position)).ToListAsync(cancellation);
        var answers = await db.Set<AttemptAnswerRow>().Where(a => a.Attempt == attempt).Select(a => new { a.Position, a.SavedAt }).ToListAsync(cancellation);
        return new(
            found.row, await shelf.Of(db, found.row), found.row.Person == reader.Id ? null : found.Name, AttemptTimeline.Of(signals),
            AttemptTimeline.Times(found.row.StartedAt, answers.Select(a => (a.Position, a.SavedAt))), signals.Count == AttemptTimeline.Most, reader.ContentLanguage);
    }

    /// <summary>What happened, in words.</summary>
    public static string What(IStringLocalizer words, AttemptMoment moment) => moment switch
    {
        { Kind: SignalKind.Left, Away: { } away } => words["evidence.Left", moment.Question, Span(words, away)],
        { Kind: SignalKind.Left } => words["evidence.Left.open", moment.Question],
        _ => words[$"evidence.{moment.Kind}", moment.Question],
    };

    /// <summary>Minutes and seconds, cut to whole ones.</summary>
    public static string Span(IStringLocalizer words, TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? words["evidence.seconds", span.Seconds] : words["evidence.minutes", (long)span.TotalMinutes, span.Seconds];
}
