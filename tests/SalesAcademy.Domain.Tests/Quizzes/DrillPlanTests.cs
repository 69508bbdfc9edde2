using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class DrillPlanTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static readonly ReadinessPolicy Policy = new()
    {
        Version = 1,
        Roles = new Dictionary<string, RoleProfile>(),
        Entry = new EntryRule { Families = 3 },
    };

    private static readonly RoleProfile Role = new()
    {
        Id = "sdr",
        Competencies = [new("heavy", 0.7, 0.9, false), new("light", 0.3, 0.9, false), new("none", 0, 1, false)],
        Gates = [],
    };

    [Fact]
    public void The_most_valuable_due_family_comes_first_then_new_ones_of_competencies_with_too_few()
    {
        var families = Families("heavy", "h1", "h2", "h3", "h4", "h5").Concat(Families("light", "l1", "l2")).Concat(Families("none", "n1"));

        // h1 was answered long ago, l1 longer still but weighs less; h2 is fresh.
        var plan = Plan(families, [Right("h1", 20), Right("l1", 25), Right("h2", 1), Right("n1", 30)]);

        Assert.Equal(["h1", "l1", "h3", "l2"], plan);
    }

    [Fact]
    public void Equal_values_fall_by_last_date_and_then_by_id()
    {
        var plan = Plan(Families("heavy", "b", "a", "c"), [Right("b", 9), Right("a", 9), Right("c", 9)]);

        Assert.Equal(["a", "b", "c"], plan);
    }

    [Fact]
    public void A_family_is_due_on_the_day_its_interval_ends()
    {
        Assert.Empty(Plan(Families("heavy", "a").Concat(Fresh()), [Right("a", 1)], Fresh()));
        Assert.Equal(["a"], Plan(Families("heavy", "a").Concat(Fresh()), [Right("a", 2)], Fresh()));
    }

    [Fact]
    public void The_first_month_asks_for_more_and_a_day_off_for_nothing()
    {
        var many = Families("heavy", [.. Enumerable.Range(0, 20).Select(i => $"h{i:00}")]).ToArray();
        var due = many.Select(f => Right(f.Id, 15)).ToArray();

        Assert.Equal(10, Plan(many, due, day: new DrillDay(Today, 29)).Count);
        Assert.Equal(5, Plan(many, due, day: new DrillDay(Today, 30)).Count);
        Assert.Equal(2, Plan(many, due, day: new DrillDay(Today, 30, Answered: 3)).Count);
        Assert.Empty(Plan(many, due, day: new DrillDay(Today, 30, Workday: false)));
        Assert.Empty(Plan(many, due, day: new DrillDay(Today, 30, Answered: 7)));
    }

    [Fact]
    public void A_second_set_asks_five_more_that_are_due_in_the_first_month_too_and_nothing_that_was_answered_today()
    {
        var many = Families("heavy", [.. Enumerable.Range(0, 20).Select(i => $"h{i:00}")]).ToArray();
        var evidence = CountedAnswers.Of(many, many.Select((family, i) => Right(family.Id, i < 10 ? 0 : 15)), Today);

        var second = DrillPlan.Second(Policy, Role, many, evidence, Today);

        Assert.Equal(["h10", "h11", "h12", "h13", "h14"], second.Select(family => family.Id));
    }

    [Fact]
    public void Exam_families_never_come_as_drills() =>
        Assert.Empty(Plan(Families("heavy", "a", "b").Select(f => f with { Drilled = false }), [Right("a", 40)]));

    private static IReadOnlyList<string> Plan(
        IEnumerable<Family> families, IEnumerable<Answer> answers, IEnumerable<Family>? answeredToday = null, DrillDay? day = null)
    {
        var all = families.ToArray();
        var given = answers.Concat((answeredToday ?? []).Select(f => Right(f.Id, 0)));
        return [.. DrillPlan.For(Policy, Role, all, CountedAnswers.Of(all, given, Today), day ?? new DrillDay(Today, 100)).Select(f => f.Id)];
    }

    private static IEnumerable<Family> Families(string competency, params string[] ids) => ids.Select(id => new Family(id, competency, 0.25));

    // Enough answered families that nothing new is asked.
    private static IEnumerable<Family> Fresh() => Families("heavy", "x", "y", "z");

    private static Answer Right(string family, int daysAgo) => new(family, Today.AddDays(-daysAgo), 0, 1);
}
