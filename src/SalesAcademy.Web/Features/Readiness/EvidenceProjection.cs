using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Keeps answers and observations as evidence, and lets them move the tier at once.</summary>
internal sealed class EvidenceProjection(Library library, TierSteps tiers)
    : IProjection<AttemptGraded>, IProjection<AttemptRegraded>, IProjection<DrillAnswered>, IProjection<ObservationRecorded>
{
    public Task Apply(AttemptGraded happened, Entry entry) => happened.Kind == AttemptKind.Practice
        ? Task.CompletedTask
        : Keep(entry, happened.Subject, happened.Kind, happened.ContentHash, happened.Answers, happened.Attempt);

    /// <summary>
    /// A mark that was changed counts from the day the answer was given, as if it had been so at once. One that the corrected key gave says
    /// something about the question as it is asked now, so it is evidence for that one.
    /// </summary>
    public async Task Apply(AttemptRegraded happened, Entry entry)
    {
        if (happened.Kind == AttemptKind.Practice)
            return;
        var tier = await tiers.Open(entry, happened.Subject);
        var asked = (library.At(happened.Asked ?? library.Now.Hash) ?? library.Now).Families;
        var kept = (await entry.Db.Set<AnswerRow>().AsNoTracking().Where(a => a.Person == happened.Subject && a.Attempt == happened.Attempt).ToListAsync()).ToLookup(a => a.Family);
        foreach (var answer in happened.Answers)
        {
            var matter = asked.GetValueOrDefault(answer.Family) is { } family && family.Hash == answer.Edition ? QuestionMatter.Of(family) : null;
            if (kept[answer.Family].Any(row => row.Score != answer.Score || (matter ?? row.Matter) != row.Matter))
                entry.Execute(EvidenceStatements.Correct, happened.Subject, happened.Attempt, answer.Family, answer.Score, matter);
        }

        await tiers.Changed(entry, tier);
    }

    public Task Apply(DrillAnswered happened, Entry entry) => Keep(entry, happened.Subject, AttemptKind.Drill, happened.ContentHash, [happened.Answer], attempt: null);

    public async Task Apply(ObservationRecorded happened, Entry entry)
    {
        var tier = await tiers.Open(entry, happened.Subject);
        foreach (var rating in happened.Ratings)
            entry.Db.Add(new ObservationRow
            {
                Person = happened.Subject,
                Order = ++tier.Evidence,
                Competency = rating.Competency,
                Rater = happened.Rater,
                Level = rating.Level,
                Levels = rating.Levels,
                Day = happened.Day,
                Rubric = happened.Rubric,
            });
        await tiers.Changed(entry, tier);
    }

    private async Task Keep(Entry entry, Guid person, AttemptKind kind, string contentHash, IReadOnlyList<GradedAnswer> answers, Guid? attempt)
    {
        var asked = library.At(contentHash)?.Families;
        var tier = await tiers.Open(entry, person);
        var counted = (await SellerEvidence.AnswersIn(entry, person)).Select(row => (row.Family, row.Matter, row.Day)).ToHashSet();
        var added = answers.Select(Row).ToArray();
        foreach (var row in added)
            entry.Execute(EvidenceStatements.Keep, row.Person, row.Order, row.Family, row.Day, row.Score, row.Hint, row.Kind.ToString(), row.First, row.Matter, row.Attempt);
        // What cannot count moves nothing.
        if (Array.Exists(added, row => row.First))
            await tiers.Changed(entry, tier);

        AnswerRow Row(GradedAnswer answer)
        {
            // A family whose catalogue is gone cannot be compared any more: it stands under its hash, as a question nobody asks now.
            var matter = asked?.GetValueOrDefault(answer.Family) is { } family ? QuestionMatter.Of(family) : answer.Edition;
            return new()
            {
                Person = person,
                Order = ++tier.Evidence,
                Family = answer.Family,
                Day = answer.Day,
                Score = answer.Score,
                Hint = answer.Hint,
                Kind = kind,
                First = counted.Add((answer.Family, matter, answer.Day)),
                Matter = matter,
                Attempt = attempt,
            };
        }
    }
}
