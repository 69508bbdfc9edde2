using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Grades a question again in every ended attempt that was asked it: in one command, so that nobody ever sees half of it, with a record of
/// its own. What rests on the results follows by their events, and each person is told.
/// </summary>
internal sealed class RegradeQuestion(ILedger ledger, RegradeReading reading, PaperGrading grading, Library library)
{
    // Each name takes a place in the lock table of a PostgreSQL database, which has some thousands for everybody.
    private const int MostHeldByName = 200;

    /// <summary>Refused with not-found for a version that was never asked, with the reason why there is no new key, or as the domain refuses.</summary>
    public Task<Decision<Guid>> Run(Act act, Guid regrader, QuestionVersion version, RegradeForm form) => ledger.Run<Guid>(act, async entry =>
    {
        if (await reading.Asked(entry.Db, version) is not { } asked)
            return Refusal.NotFound;
        await Hold(entry, await asked.Select(a => a.Id).ToListAsync());
        if (await reading.Of(entry.Db, version, form.Way, form.MayFall, act.Today) is not { } preview)
            return Refusal.NotFound;
        if (preview.Digest != form.Seen && await Applied(entry, regrader, version, form) is { } applied)
            return applied;
        if (preview is { Way: RegradeWay.NewKey, NoNewKey: { } none })
            return none;
        if (Regrading.Apply([.. preview.Changes.Select(change => change.Attempt.Person)], regrader, preview.Digest == form.Seen, form.Reason ?? "") is Refused<Done> { Reason: var refused })
            return refused;
        var regrade = Record(entry, regrader, preview, entry.Say(form.Reason!, about: regrader)); // not blank, or it was refused
        foreach (var change in preview.Changes)
            Apply(entry, regrade, change);
        return regrade;
    });

    // Sent twice at once, the second finds that what it would change is done.
    private static async Task<Guid?> Applied(Entry entry, Guid regrader, QuestionVersion version, RegradeForm form)
    {
        var newest = await entry.Db.Set<RegradeRow>().AsNoTracking().Where(r => r.Family == version.Family && r.FromEdition == version.Edition && r.Variant == version.Variant)
            .OrderByDescending(r => r.At).ThenByDescending(r => r.Id).FirstOrDefaultAsync();
        return newest?.By == regrader && newest.Digest == form.Seen ? newest.Id : null;
    }

    private static Task Hold(Entry entry, List<Guid> attempts) =>
        attempts.Count > MostHeldByName ? entry.HoldEverything() : entry.Hold(attempts.Select(CloseAttempt.NameOf));

    private Guid Record(Entry entry, Guid regrader, RegradePreview preview, Guid reason)
    {
        var version = preview.Version;
        return entry.Db.Add(new RegradeRow
        {
            Id = entry.NewId(),
            Course = version.Course,
            Quiz = version.Quiz,
            Family = version.Family,
            Variant = version.Variant,
            FromEdition = version.Edition,
            ToEdition = preview.ToEdition,
            ContentHash = library.Now.Hash,
            Way = preview.Way,
            MayFall = preview.MayFall,
            Digest = preview.Digest,
            By = regrader,
            At = entry.Act.At,
            Reason = reason,
            Attempts = preview.Attempts,
            Risen = preview.Risen,
            Fallen = preview.Fallen,
            NewlyPassed = preview.NewlyPassed,
            NoLongerPassed = preview.NoLongerPassed,
        }).Entity.Id;
    }

    private void Apply(Entry entry, Guid regrade, RegradeChange change)
    {
        var (attempt, outcome) = (change.Attempt, change.Outcome);
        entry.Db.Add(new RegradedMarkRow
        {
            Attempt = attempt.Id,
            Position = change.Position,
            Number = change.Number,
            Regrade = regrade,
            Before = change.Before,
            After = change.After,
            ResultBefore = attempt.Score ?? 0,
            ResultAfter = outcome.Score,
            PassedBefore = attempt.Passed == true,
            PassedAfter = outcome.Passed,
        });
        grading.Give(entry, attempt, outcome, regrade);
    }
}
