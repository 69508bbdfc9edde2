using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using Xunit;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class OwningLeadsTests
{
    private const string Hash = "policy-hash";

    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly LeadPolicy Policy = new() { Version = 1, Seed = "s" };
    private static readonly Competitor Li = new() { Id = new Guid(1, 0, 0, new byte[8]), Tier = Tier.C };
    private static readonly Competitor Wang = Li with { Id = new Guid(2, 0, 0, new byte[8]) };
    private static readonly Lead Free = new() { Id = new Guid(9, 0, 0, new byte[8]), Tier = Tier.C, Waiting = At(0).At };

    [Fact]
    public void A_claim_is_protected_for_ten_days()
    {
        var change = Accepted(Claim(Free, Li));

        Assert.Equal(new LeadClaimed(Free.Id, Li.Id, Day, Day.AddDays(10), Hash), change.Event);
        Assert.Equal(Day.AddDays(7), change.Lead.Holding!.NoticeDay(Policy.Protection));
    }

    [Fact]
    public void A_lead_has_one_owner()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;

        var refused = Refused(Claim(owned, Wang));
        Assert.Equal(("not-eligible", Rule.Assignable), (refused.Key, refused.Arguments[0]));
        Assert.Equal("not-eligible", Refused(AssignLead.Decide(Policy, Hash, new(owned, Wang, At(0)))).Key);
    }

    [Fact]
    public void The_eleventh_claim_of_a_day_is_refused() =>
        Assert.Equal("claims-per-day", Refused(Claim(Free, Li with { ClaimsToday = 10 })).Key);

    [Fact]
    public void Caps_hold_for_claims_as_for_assignments()
    {
        Assert.Equal(Rule.OpenCap, Refused(Claim(Free, Li with { OpenLeads = 15 })).Arguments[0]);
        Assert.Equal(Rule.WeeklyCap, Refused(Claim(Free, Li with { Taken = [.. Enumerable.Repeat(At(0).At, 5)] })).Arguments[0]);
    }

    [Fact]
    public void Off_hours_one_may_claim_but_is_not_assigned_to()
    {
        var away = Li with { AwayUntil = At(0).At.AddHours(1) };

        Accepted(Claim(Free, away));
        Assert.Equal(Rule.Available, Refused(AssignLead.Decide(Policy, Hash, new(Free, away, At(0)))).Arguments[0]);
        Accepted(AssignLead.Decide(Policy, Hash, new(Free, away, At(0)), awayIgnored: true));
    }

    [Fact]
    public void Whoever_gives_a_lead_back_waits_thirty_days()
    {
        var change = Accepted(ReturnLead.Decide(Policy, Hash, Accepted(Claim(Free, Li)).Lead, Li.Id, Day));

        Assert.Equal(new LeadReturned(Free.Id, Li.Id, ReturnReason.GivenBack, Day, Day.AddDays(30), Hash), change.Event);
        Assert.Equal(Rule.Conflict, Refused(Claim(change.Lead, Li, 29)).Arguments[0]);
        Accepted(Claim(change.Lead, Li, 30));
        Accepted(Claim(change.Lead, Wang));
    }

    [Fact]
    public void Time_takes_a_lead_back_once_its_last_day_is_over()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;

        Assert.Equal("still-protected", Refused(ReturnLead.DecideExpiry(Policy, Hash, owned, Day.AddDays(10))).Key);
        var change = Accepted(ReturnLead.DecideExpiry(Policy, Hash, owned, Day.AddDays(11)));
        Assert.Equal(ReturnReason.Expired, Assert.IsType<LeadReturned>(change.Event).Reason);
        Assert.Equal("not-owned", Refused(ReturnLead.DecideExpiry(Policy, Hash, change.Lead, Day.AddDays(12))).Key);
    }

    [Fact]
    public void After_the_last_day_the_owner_can_no_longer_follow_up_win_or_lose()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;
        var late = Day.AddDays(11);

        Assert.Equal("protection-over", Refused(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, late, late)).Key);
        Assert.Equal("protection-over", Refused(WinLead.Decide(Policy, owned, Li.Id, late)).Key);
        Assert.Equal("protection-over", Refused(LoseLead.Decide(Policy, owned, Li.Id, late)).Key);
    }

    [Fact]
    public void A_seller_whose_day_is_another_dates_a_follow_up_by_their_own_clock_and_protection_counts_the_organisations_day()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;
        var (behind, ahead) = (Day.AddDays(-1), Day.AddDays(1));

        var west = Accepted(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, behind, Day, (behind, behind)));
        var east = Accepted(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, ahead, Day, (Day, ahead)));
        var here = Accepted(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, Day, Day));

        Assert.Equal(here.Lead.Holding, west.Lead.Holding);
        Assert.Equal(here.Lead.Holding, east.Lead.Holding);
        Assert.Equal("follow-up-day", Refused(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, behind.AddDays(-1), Day, (behind, behind))).Key);
    }

    [Fact]
    public void A_follow_up_tomorrow_or_before_the_claim_is_refused()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;

        Assert.Equal("follow-up-day", Refused(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, Day.AddDays(1), Day)).Key);
        Assert.Equal("follow-up-day", Refused(FollowUpLead.Decide(Policy, Hash, owned, Li.Id, Day.AddDays(-1), Day)).Key);
    }

    [Fact]
    public void An_open_opportunity_suspends_the_return()
    {
        var open = Accepted(OpportunityOfLead.Decide(Policy, Accepted(Claim(Free, Li)).Lead, Li.Id, true, Day)).Lead;

        Assert.Equal("still-protected", Refused(ReturnLead.DecideExpiry(Policy, Hash, open, Day.AddDays(90))).Key);
        Assert.Equal(new LeadWon(Free.Id, Li.Id, Day.AddDays(90)), Accepted(WinLead.Decide(Policy, open, Li.Id, Day.AddDays(90))).Event);
        var closed = Accepted(OpportunityOfLead.Decide(Policy, open, Li.Id, false, Day.AddDays(90))).Lead;
        Accepted(ReturnLead.DecideExpiry(Policy, Hash, closed, Day.AddDays(90)));
    }

    [Fact]
    public void A_won_or_lost_lead_is_given_to_nobody()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;

        Assert.Equal(Rule.Assignable, Refused(Claim(Accepted(WinLead.Decide(Policy, owned, Li.Id, Day)).Lead, Wang)).Arguments[0]);
        Assert.Equal(Rule.Assignable, Refused(Claim(Accepted(LoseLead.Decide(Policy, owned, Li.Id, Day)).Lead, Wang)).Arguments[0]);
    }

    [Fact]
    public void A_stranger_decides_nothing_about_a_lead()
    {
        var owned = Accepted(Claim(Free, Li)).Lead;

        Assert.All(
            [
                FollowUpLead.Decide(Policy, Hash, owned, Wang.Id, Day, Day), ReturnLead.Decide(Policy, Hash, owned, Wang.Id, Day),
                WinLead.Decide(Policy, owned, Wang.Id, Day), LoseLead.Decide(Policy, owned, Wang.Id, Day),
                OpportunityOfLead.Decide(Policy, owned, Wang.Id, true, Day),
            ],
            decision => Assert.Equal("not-owner", Refused(decision).Key));
    }

    [Fact]
    public void After_any_sequence_an_owned_lead_has_a_last_day_within_twenty_or_an_open_opportunity() =>
        Gen.Select(Gen.Int[0, 7], Gen.Bool, Gen.Int[0, 4]).Array[0, 40].Sample(steps =>
        {
            var (lead, today) = (Free, Day);
            foreach (var (step, isLi, days) in steps)
            {
                today = today.AddDays(days);
                var who = isLi ? Li : Wang;
                var decision = step switch
                {
                    0 => ClaimLead.Decide(Policy, Hash, new(lead, who, new(At(0).At, today))),
                    1 => AssignLead.Decide(Policy, Hash, new(lead, who, new(At(0).At, today))),
                    2 => ReturnLead.Decide(Policy, Hash, lead, who.Id, today),
                    3 => ReturnLead.DecideExpiry(Policy, Hash, lead, today),
                    4 => OpportunityOfLead.Decide(Policy, lead, who.Id, true, today),
                    5 => OpportunityOfLead.Decide(Policy, lead, who.Id, false, today),
                    _ => FollowUpLead.Decide(Policy, Hash, lead, who.Id, today, today),
                };
                lead = decision is Accepted<LeadChange> accepted ? accepted.Value.Lead : lead;

                if (lead.Holding is { } holding)
                    Assert.True(holding.OpportunityOpen || holding.ReturnDay(Policy.Protection) <= holding.Since.AddDays(20));
            }
        });

    private static Decision<LeadChange> Claim(Lead lead, Competitor who, int day = 0) =>
        ClaimLead.Decide(Policy, Hash, new(lead, who, At(day)));

    private static Moment At(int day) => new(new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.Zero).AddDays(day), Day.AddDays(day));

    private static LeadChange Accepted(Decision<LeadChange> decision) => Assert.IsType<Accepted<LeadChange>>(decision).Value;

    private static Refusal Refused(Decision<LeadChange> decision) => Assert.IsType<Refused<LeadChange>>(decision).Reason;
}
