using SalesAcademy.Content;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>
/// A front door of Readiness: where a seller stood at a point of the ledger, told by the events up to it and by nothing that projections
/// have kept, so that it also proves them. A mark changed later is not yet changed here, and evidence of later the same day is not yet there.
/// </summary>
public sealed class PastStanding
{
    private readonly Guid person;
    private readonly QuestionMatters matters;
    private readonly List<AnswerRow> answers = [];
    private readonly List<ObservationRow> observations = [];
    private readonly List<HeldCertificateRow> certificates = [];
    private readonly List<CompletedCourseRow> courses = [];
    private readonly List<TierOverrideRow> overrides = [];
    private readonly List<TierChangeRow> changes = [];
    private Tier tier;
    private long evidence;
    private Known? known;

    internal PastStanding(Guid person, QuestionMatters matters) => (this.person, this.matters) = (person, matters);

    /// <summary>The next event of this person, with the local day on which it was recorded; those that say nothing about readiness are passed over.</summary>
    public void Hear(IEvent happened, DateOnly recorded)
    {
        switch (happened)
        {
            case AttemptGraded { Kind: not AttemptKind.Practice } graded:
                Add(graded.Answers, graded.Kind, graded.ContentHash, graded.Attempt);
                break;
            case AttemptRegraded { Kind: not AttemptKind.Practice } regraded:
                Correct(regraded);
                break;
            case DrillAnswered drilled:
                Add([drilled.Answer], AttemptKind.Drill, drilled.ContentHash, attempt: null);
                break;
            case ObservationRecorded observed:
                Add(observed);
                break;
            case CertificateIssued issued:
                certificates.Add(new() { Certificate = issued.Certificate, Person = person, Certification = issued.Certification, From = issued.From, Until = issued.Until });
                break;
            case CertificateRevoked revoked:
                certificates.Find(held => held.Certificate == revoked.Certificate)?.RevokedOn = revoked.Day;
                break;
            case CourseCompleted completed:
                courses.Add(new() { Person = person, Course = completed.Course, Day = recorded });
                break;
            case TierChanged changed:
                tier = changed.To;
                changes.Add(new() { Person = person, Number = changes.Count + 1, Day = changed.Day, From = changed.From, To = changed.To, Reason = changed.Reason, PolicyHash = changed.PolicyHash });
                return; // no evidence: what was measured still holds
            case TierOverridden set:
                overrides.Add(new() { Id = Guid.Empty, Person = person, Number = overrides.Count + 1, By = set.By, To = set.To, From = set.From, Until = set.Until, Reason = Guid.Empty });
                return;
            default:
                return;
        }

        known = null;
    }

    /// <summary>Where the seller stood on a day under the readiness policy of a catalogue; null where the catalogue has no such profile.</summary>
    /// <param name="profile">The role profile then.</param>
    /// <param name="active">Whether the seller worked here.</param>
    /// <param name="day">The organisation's day.</param>
    /// <param name="then">The catalogue in force.</param>
    public SellerStanding? On(string profile, bool active, DateOnly day, Catalogue then)
    {
        if (!then.Readiness.Roles.ContainsKey(profile))
            return null;
        var seller = SellerOn(profile, active, day);
        var basis = new Known(profile, active, day, then.Hash, null!);
        if (known is null || known with { Measured = null! } != basis)
            known = basis with { Measured = ReadinessBook.Measure(seller, Evidence, then, day).Measured };
        return ReadinessBook.Stand(seller, then, known.Measured, day);
    }

    /// <summary>What the daily step of a day does to the tier by what was heard so far; null where it stays.</summary>
    /// <param name="profile">The role profile.</param>
    /// <param name="day">The organisation's day.</param>
    /// <param name="then">The catalogue in force.</param>
    /// <param name="graceIsOver">Whether the days of grace have run, so that readiness under the threshold loses the tier on this day.</param>
    internal TierChanged? Step(string profile, DateOnly day, Catalogue then, bool graceIsOver = false)
    {
        var policy = then.Readiness;
        var now = ReadinessBook.Measure(SellerOn(profile, active: true, day), Evidence, then, day).Assessment;
        var (after, reason) = TierStep.Next(new TierState(tier, graceIsOver ? policy.DemotionDays - 1 : 0), now.Day, policy.Roles[profile].Thresholds, policy.DemotionDays);
        return after.Tier == tier ? null : new TierChanged(person, tier, after.Tier, reason, day, then.ReadinessHash);
    }

    /// <summary>The rows that projections would have kept of what was heard, for a past that is written in bulk.</summary>
    /// <param name="steppedOn">The day of the last daily step.</param>
    /// <param name="stamp">The name of this state of the evidence.</param>
    internal IEnumerable<object> Rows(DateOnly steppedOn, Guid stamp) =>
    [
        new TierRow { Person = person, Tier = tier, SteppedOn = steppedOn, Evidence = evidence, Stamp = stamp }, .. answers, .. observations, .. certificates, .. courses, .. changes,
    ];

    private SellerEvidence Evidence => new(answers, observations, certificates, courses);

    private Seller SellerOn(string profile, bool active, DateOnly day) => new()
    {
        Person = person,
        Profile = profile,
        Active = active,
        Row = new TierRow { Person = person, Tier = tier, SteppedOn = day, Stamp = Guid.Empty },
        Overridden = overrides.FindLast(set => set.From <= day) is { } newest && newest.Until >= day ? newest : null,
    };

    private void Add(IReadOnlyList<GradedAnswer> given, AttemptKind kind, string contentHash, Guid? attempt)
    {
        foreach (var answer in given)
            answers.Add(new()
            {
                Person = person,
                Order = ++evidence,
                Family = answer.Family,
                Day = answer.Day,
                Score = answer.Score,
                Hint = answer.Hint,
                Kind = kind,
                First = true, // the model finds the first of a day itself
                Matter = matters.Of(answer, contentHash) ?? answer.Edition,
                Attempt = attempt,
            });
    }

    private void Add(ObservationRecorded observed)
    {
        foreach (var rating in observed.Ratings)
            observations.Add(new()
            {
                Person = person,
                Order = ++evidence,
                Competency = rating.Competency,
                Rater = observed.Rater,
                Level = rating.Level,
                Levels = rating.Levels,
                Day = observed.Day,
                Rubric = observed.Rubric,
            });
    }

    private void Correct(AttemptRegraded regraded)
    {
        var marks = regraded.Answers.ToDictionary(answer => answer.Family, StringComparer.Ordinal);
        for (var i = 0; i < answers.Count; i++)
            if (answers[i] is { } row && row.Attempt == regraded.Attempt && marks.TryGetValue(row.Family, out var mark))
                answers[i] = new()
                {
                    Person = row.Person,
                    Order = row.Order,
                    Family = row.Family,
                    Day = row.Day,
                    Score = mark.Score,
                    Hint = row.Hint,
                    Kind = row.Kind,
                    First = row.First,
                    Matter = regraded.Asked is { } asked && matters.Of(mark, asked) is { } matter ? matter : row.Matter,
                    Attempt = row.Attempt,
                };
    }

    private sealed record Known(string Profile, bool Active, DateOnly Day, string Catalogue, Measured Measured);
}
