using Microsoft.EntityFrameworkCore;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>A contested mark with the people and the words behind it.</summary>
/// <param name="Row">The contest.</param>
/// <param name="Person">Whose mark.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Reason">Why it is contested; null once erased.</param>
/// <param name="By">Who decided; null while nobody has.</param>
/// <param name="Answer">What they answered; null once erased.</param>
internal sealed record ContestLine(ContestRow Row, string Person, AttemptRow Attempt, string? Reason, string? By, string? Answer)
{
    /// <summary>These contests: the open ones first, the oldest of them on top, then the decided ones from the newest.</summary>
    public static async Task<IReadOnlyList<ContestLine>> Of(AcademyDb db, IQueryable<ContestRow> contests, CancellationToken cancellation)
    {
        var rows = await (
            from contest in contests
            join attempt in db.Set<AttemptRow>() on contest.Attempt equals attempt.Id
            join person in db.Set<PersonRow>() on contest.Person equals person.Id
            from reason in db.Set<SpokenRow>().Where(s => s.Id == contest.Reason).DefaultIfEmpty()
            from answer in db.Set<SpokenRow>().Where(s => s.Id == contest.Answer).DefaultIfEmpty()
            from decider in db.Set<PersonRow>().Where(p => p.Id == contest.DecidedBy).DefaultIfEmpty()
            select new { contest, attempt, Person = person.Name, Reason = reason.Words, Answer = answer.Words, By = decider.Name }).AsNoTracking().ToListAsync(cancellation);
        var lines = rows.Select(row => new ContestLine(row.contest, row.Person, row.attempt, row.Reason, row.By, row.Answer));
        return [.. lines.Where(line => line.Row.DecidedAt is null).OrderBy(line => line.Row.RaisedAt), .. lines.Where(line => line.Row.DecidedAt is not null).OrderByDescending(line => line.Row.DecidedAt)];
    }
}
