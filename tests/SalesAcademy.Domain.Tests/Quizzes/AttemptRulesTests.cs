using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class AttemptRulesTests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    private static readonly AttemptRules Rules = new(Attempts: 3, Cooldown: TimeSpan.FromHours(1), TimeLimit: TimeSpan.FromMinutes(20));

    [Fact]
    public void Attempts_are_numbered_from_one_until_they_are_used_up()
    {
        Assert.Equal(1, Assert.IsType<Accepted<int>>(Rules.Next(0, latestEnd: null, Noon)).Value);
        Assert.Equal(3, Assert.IsType<Accepted<int>>(Rules.Next(2, Noon.AddDays(-1), Noon)).Value);
        var refused = Assert.IsType<Refused<int>>(Rules.Next(3, Noon.AddDays(-1), Noon));
        Assert.Equal(new Refusal("attempts-used-up", 3).Key, refused.Reason.Key);
    }

    [Fact]
    public void The_wait_is_measured_from_the_end_and_ends_to_the_second()
    {
        Assert.Equal("cooling-down", Assert.IsType<Refused<int>>(Rules.Next(1, Noon, Noon.AddHours(1).AddSeconds(-1))).Reason.Key);
        Assert.IsType<Accepted<int>>(Rules.Next(1, Noon, Noon.AddHours(1)));
    }

    [Fact]
    public void Without_rules_everything_is_open_for_ever()
    {
        var none = new AttemptRules(null, null, null);

        Assert.IsType<Accepted<int>>(none.Next(1000, Noon, Noon));
        Assert.Null(none.Deadline(Noon));
        Assert.False(AttemptRules.IsOver(none.Deadline(Noon), DateTime.MaxValue));
    }

    [Fact]
    public void Answers_are_taken_to_the_end_of_the_grace()
    {
        var deadline = Rules.Deadline(Noon);

        Assert.Equal(Noon.AddMinutes(20), deadline);
        Assert.False(AttemptRules.IsOver(deadline, Noon.AddMinutes(20) + AttemptRules.Grace));
        Assert.True(AttemptRules.IsOver(deadline, Noon.AddMinutes(20) + AttemptRules.Grace + TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void The_wait_after_the_first_attempt_may_differ_from_later_ones()
    {
        var rules = Rules with { Attempts = null, LaterCooldown = TimeSpan.FromDays(1) };

        Assert.Equal(Noon.AddHours(1), rules.OpensAt(1, Noon));
        Assert.Equal(Noon.AddDays(1), rules.OpensAt(2, Noon));
        Assert.Equal(Noon.AddDays(1), rules.OpensAt(9, Noon));
        Assert.Equal(Noon.AddHours(1), Rules.OpensAt(9, Noon));
        Assert.Null((rules with { Cooldown = null }).OpensAt(1, Noon));
    }

    [Fact]
    public void A_quiz_opens_and_closes_to_the_second()
    {
        var rules = Rules with { Opens = Noon, Closes = Noon.AddHours(1) };

        Assert.Equal("not-yet-open", Assert.IsType<Refused<int>>(rules.Next(0, null, Noon.AddSeconds(-1))).Reason.Key);
        Assert.IsType<Accepted<int>>(rules.Next(0, null, Noon));
        Assert.IsType<Accepted<int>>(rules.Next(0, null, Noon.AddHours(1).AddSeconds(-1)));
        Assert.Equal("has-closed", Assert.IsType<Refused<int>>(rules.Next(0, null, Noon.AddHours(1))).Reason.Key);
    }

    [Fact]
    public void Closing_before_the_time_is_over_shortens_it()
    {
        var rules = Rules with { Closes = Noon.AddHours(1) };

        Assert.Equal((Noon.AddHours(1), false), (rules.Deadline(Noon.AddMinutes(40)), rules.IsShortened(Noon.AddMinutes(40))));
        Assert.Equal((Noon.AddHours(1), true), (rules.Deadline(Noon.AddMinutes(40).AddSeconds(1)), rules.IsShortened(Noon.AddMinutes(40).AddSeconds(1))));
        Assert.Equal(Noon.AddHours(1), (rules with { TimeLimit = null }).Deadline(Noon));
    }
}
