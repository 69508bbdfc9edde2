using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Quizzes;

public sealed class AccommodationTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly Guid Person = Id(1), Manager = Id(2);
    private static readonly AttemptRules Rules = new(Attempts: 3, Cooldown: null, TimeLimit: TimeSpan.FromMinutes(20));

    [Theory]
    [InlineData(20, 25, 5)]
    [InlineData(20, 0, 0)]
    [InlineData(20, 300, 60)]
    [InlineData(7, 33, 3)]
    [InlineData(1, 1, 1)]
    [InlineData(100, 1, 1)]
    [InlineData(101, 1, 2)]
    public void Extra_time_comes_in_whole_minutes_rounded_up(int limit, int percent, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Accommodation.Extra(TimeSpan.FromMinutes(limit), percent));

    [Fact]
    public void It_is_valid_to_the_end_of_its_last_day_and_not_once_it_is_revoked()
    {
        var grant = Grant(3, extraAttempts: 1);

        Assert.True(grant.IsValid(grant.Until));
        Assert.False(grant.IsValid(grant.Until.AddDays(1)));
        Assert.False((grant with { RevokedAt = DateTime.UnixEpoch }).IsValid(Today));
    }

    [Theory]
    [InlineData(25, 2, 0, null)]
    [InlineData(1, 0, 366, null)]
    [InlineData(300, 20, 0, null)]
    [InlineData(0, 0, 0, "accommodation-of-nothing")]
    [InlineData(301, 0, 0, "accommodation-too-much")]
    [InlineData(-1, 1, 0, "accommodation-too-much")]
    [InlineData(0, 21, 0, "accommodation-too-much")]
    [InlineData(1, -1, 0, "accommodation-too-much")]
    [InlineData(25, 0, -1, "accommodation-past")]
    [InlineData(25, 0, 367, "accommodation-too-long")]
    public void What_may_be_given_has_bounds(int time, int attempts, int days, string? refused)
    {
        var wish = new Accommodation(Id(3), time, attempts, Today.AddDays(days), null);

        var decided = Accommodation.Decide(Person, Manager, wish, "Reads with a screen reader", Rules, Today);

        Assert.Equal(refused, (decided as Refused<Accommodation>)?.Reason.Key);
    }

    [Theory]
    [InlineData(0, 20, null)]
    [InlineData(15, 5, null)]
    [InlineData(15, 6, "accommodation-too-much")]
    [InlineData(20, 1, "accommodation-too-much")]
    public void Attempts_of_all_grants_together_have_a_bound(int granted, int attempts, string? refused)
    {
        var decided = Accommodation.Decide(Person, Manager, Grant(3, extraAttempts: attempts), "Because", Rules, Today, granted);

        Assert.Equal(refused, (decided as Refused<Accommodation>)?.Reason.Key);
    }

    [Fact]
    public void Nobody_gives_to_themselves_or_without_a_reason()
    {
        Assert.Equal("accommodation-own", Refused(Person, "Because"));
        Assert.Equal("accommodation-without-reason", Refused(Manager, " \t"));

        static string Refused(Guid by, string reason) =>
            Assert.IsType<Refused<Accommodation>>(Accommodation.Decide(Person, by, Grant(3, extraAttempts: 1), reason, Rules, Today)).Reason.Key;
    }

    [Fact]
    public void What_a_quiz_does_not_limit_is_not_extended_but_every_quiz_may_be()
    {
        var unlimited = new AttemptRules(null, null, null);

        Assert.Equal("accommodation-without-limit", Key(Grant(3, extraTime: 25), unlimited));
        Assert.Equal("accommodation-without-count", Key(Grant(3, extraAttempts: 1), unlimited));
        Assert.Null(Key(Grant(3, extraTime: 25, extraAttempts: 1), quiz: null));

        static string? Key(Accommodation wish, AttemptRules? quiz) => (Accommodation.Decide(Person, Manager, wish, "Because", quiz, Today) as Refused<Accommodation>)?.Reason.Key;
    }

    [Fact]
    public void Without_grants_the_rules_stand()
    {
        var allowed = Allowance.Of(Rules, [], [null, null, null]);

        Assert.Equal((Rules, 0, 0, null), (allowed.Rules, allowed.ExtraTime, allowed.ExtraAttempts, allowed.Next));
    }

    [Fact]
    public void Of_several_grants_the_longest_time_counts_and_attempts_add_up()
    {
        var allowed = Allowance.Of(Rules, [Grant(3, extraTime: 25, extraAttempts: 1), Grant(4, extraTime: 50, extraAttempts: 2)], []);

        Assert.Equal((TimeSpan.FromMinutes(30), 50), (allowed.Rules.TimeLimit, allowed.ExtraTime));
        Assert.Equal((6, 3), (allowed.Rules.Attempts, allowed.ExtraAttempts));
    }

    [Fact]
    public void The_authors_attempts_are_used_first_and_then_the_grant_that_ends_first()
    {
        Accommodation[] grants = [Grant(4, extraAttempts: 1, days: 9), Grant(3, extraAttempts: 1, days: 2)];

        Assert.Null(Allowance.Of(Rules, grants, [null, null]).Next);
        Assert.Equal(Id(3), Allowance.Of(Rules, grants, [null, null, null]).Next);
        Assert.Equal(Id(4), Allowance.Of(Rules, grants, [null, null, null, Id(3)]).Next);
        Assert.Null(Allowance.Of(Rules, grants, [null, null, null, Id(3), Id(4)]).Next);
    }

    [Fact]
    public void A_grant_that_was_used_and_has_ended_does_not_eat_up_the_next()
    {
        Guid?[] taken = [null, null, null, Id(3)];

        Assert.Equal(4, Allowance.Of(Rules, [], taken).Rules.Attempts);
        var again = Allowance.Of(Rules, [Grant(5, extraAttempts: 1)], taken);
        Assert.Equal((5, 2, (Guid?)Id(5)), (again.Rules.Attempts, again.ExtraAttempts, again.Next));
    }

    [Fact]
    public void An_author_who_lowers_the_number_takes_nothing_of_what_was_granted()
    {
        var lowered = Allowance.Of(Rules with { Attempts = 1 }, [Grant(3, extraAttempts: 1)], [null, null, null]);

        Assert.Equal((4, (Guid?)Id(3)), (lowered.Rules.Attempts, lowered.Next));
    }

    [Fact]
    public void What_is_unlimited_stays_unlimited()
    {
        var allowed = Allowance.Of(new AttemptRules(null, null, null), [Grant(3, extraTime: 50, extraAttempts: 2)], [null]);

        Assert.Equal((null, null, 0, 0, null), (allowed.Rules.Attempts, allowed.Rules.TimeLimit, allowed.ExtraTime, allowed.ExtraAttempts, allowed.Next));
    }

    private static Accommodation Grant(int id, int extraTime = 0, int extraAttempts = 0, int days = 7) => new(Id(id), extraTime, extraAttempts, Today.AddDays(days), null);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
