using Microsoft.EntityFrameworkCore;
using SalesAcademy.Content;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>Reads a person's drill as of a day: what is begun, what is due, and what comes next.</summary>
internal sealed class DrillBook(Library library)
{
    public async Task<Drill> Read(AcademyDb db, CurrentPerson person, DateOnly today, CancellationToken cancellation = default)
    {
        var catalogue = library.Now;
        var asked = await db.Set<DrillQuestionRow>().AsNoTracking()
            .Where(q => q.Person == person.Id && q.Day == today).OrderBy(q => q.Number).ToListAsync(cancellation);
        if (person.Profile is null || !catalogue.Readiness.Roles.TryGetValue(person.Profile, out var role))
            return new Drill(today, asked, [], [], catalogue, Role: null, person.HiredOn, []);
        Family[] families = [.. catalogue.Families.Values.Select(f => new Family(f.Id, f.Competency, f.Guess, f.Hash, f.Pool != QuestionPool.Exam))];
        var answers = await db.Set<FamilyAnswerRow>().AsNoTracking().Where(a => a.Person == person.Id).ToListAsync(cancellation);
        var leaves = await db.Set<LeaveRow>().AsNoTracking().Where(l => l.PersonId == person.Id && l.Until >= today).ToListAsync(cancellation);
        var evidence = CountedAnswers.Of(
            families, answers.Select(a => new Answer(a.Family, a.Day, 0, a.Score, a.Hint, Practice: false, a.Edition)), today, catalogue.Readiness.StabilityScale);
        return new Drill(today, asked, families, evidence, catalogue, role, person.HiredOn, [.. leaves.Select(l => (l.From, l.Until))]);
    }
}

/// <summary>A person's drill of a day.</summary>
internal sealed record Drill(
    DateOnly Today, IReadOnlyList<DrillQuestionRow> Asked, IReadOnlyList<Family> Families, IReadOnlyList<FamilyEvidence> Evidence,
    Catalogue Catalogue, RoleProfile? Role, DateOnly HiredOn, IReadOnlyList<(DateOnly From, DateOnly Until)> Leaves)
{
    private const int FarAhead = 90;

    private readonly Lazy<IReadOnlyList<Family>> withinReach = new(() =>
    {
        var reach = Catalogue.WithinReach(Evidence.Select(e => e.Family.Id).ToHashSet(StringComparer.Ordinal));
        return [.. Families.Where(family => reach.Contains(family.Id))];
    });

    /// <summary>Begun and not answered.</summary>
    public IEnumerable<DrillQuestionRow> Open => Asked.Where(q => q.AnsweredAt is null);

    /// <summary>Families to ask today beside those already begun.</summary>
    public IReadOnlyList<Family> Plan => Open.Any() ? [] : On(Today, Asked.Count);

    /// <summary>How many questions wait today.</summary>
    public int Waiting => Open.Any() ? Open.Count() : Plan.Count;

    /// <summary>The next day after today with questions, and how many; null when none is in sight.</summary>
    public (DateOnly Day, int Count)? Next() => Enumerable.Range(1, FarAhead)
        .Select(ahead => Today.AddDays(ahead))
        .Select(day => (Day: day, On(day, 0).Count))
        .Where(next => next.Count > 0)
        .Select(next => ((DateOnly, int)?)next)
        .FirstOrDefault();

    /// <summary>When a family comes again; null when it is retired or was never counted.</summary>
    public DateOnly? Review(string family) => Evidence.FirstOrDefault(e => e.Family.Id == family) is { } evidence
        ? evidence.Last.AddDays(evidence.Memory.Interval(Catalogue.Readiness.Retention, evidence.StabilityScale))
        : null;

    private IReadOnlyList<Family> On(DateOnly day, int answered) => Role is null
        ? []
        : DrillPlan.For(Catalogue.Readiness, Role, withinReach.Value, Evidence, new DrillDay(day, day.DayNumber - HiredOn.DayNumber, IsWorkday(day), answered));

    private bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Leaves.Any(leave => leave.From <= day && day <= leave.Until);
}
