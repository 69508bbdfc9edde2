using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Decides about a contested mark: it stands, or it is raised and the attempt has another result, which everything that rests on it follows.</summary>
internal sealed class DecideContest(ILedger ledger, PaperShelf shelf, PaperGrading grading)
{
    /// <summary>Refused with not-found for somebody else's people, or as the domain refuses.</summary>
    public Task<Decision<Guid>> Run(Act act, CurrentPerson decider, Guid id, DecisionForm form) => ledger.Run<Guid>(act, async entry =>
    {
        var found = await entry.Db.Set<ContestRow>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id);
        if (found is null || !await Learners.Of(entry.Db, decider).AnyAsync(p => p.Id == found.Person))
            return Refusal.NotFound;
        if (form is { Grant: true, Percent: null })
            return new Refusal("contest-percent");
        await entry.Hold(CloseAttempt.NameOf(found.Attempt));
        var contest = await entry.Db.Set<ContestRow>().AsTracking().SingleAsync(c => c.Id == id);
        double? granted = form.Grant ? form.Percent / 100.0 : null;
        // A regrade may have raised the mark while it was contested.
        var before = Math.Max(contest.Score, (await CorrectedMark.Of(entry.Db, contest.Attempt)).GetValueOrDefault(contest.Position)?.Score ?? 0);
        var decided = Contest.Decide(contest.Person, decider.Id, contest.DecidedAt is not null, before, granted, form.Reason ?? "");
        if (decided is not Accepted<double> { Value: var score })
            return ((Refused<double>)decided).Reason;
        var attempt = await entry.Db.Set<AttemptRow>().AsNoTracking().SingleAsync(a => a.Id == contest.Attempt);
        (contest.DecidedAt, contest.DecidedBy, contest.ScoreAfter, contest.Answer) = (act.At, decider.Id, granted is null ? contest.Score : score, entry.Say(form.Reason!, about: contest.Person));
        (contest.ResultBefore, contest.ResultAfter) = (attempt.Score, attempt.Score);
        entry.Record(new ContestDecided(contest.Person, id, decider.Id, contest.IsGranted));
        if (contest.IsGranted)
            await Regrade(entry, attempt, contest);
        await ContestNotices.Decided(entry, contest, (await shelf.Of(entry.Db, attempt)).Quiz);
        return id;
    });

    private async Task Regrade(Entry entry, AttemptRow attempt, ContestRow contest)
    {
        // While another answer still waits for a grader, what is granted counts with the result to come.
        if (await grading.Of(entry, attempt, contest) is not { } outcome)
            return;
        grading.Give(entry, attempt, outcome);
        contest.ResultAfter = outcome.Score;
    }
}
