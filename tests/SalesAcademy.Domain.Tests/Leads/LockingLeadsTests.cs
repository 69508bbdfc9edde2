using CsCheck;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Shared;
using Xunit;
using static SalesAcademy.Domain.Tests.Leads.SituationGen;

namespace SalesAcademy.Domain.Tests.Leads;

public sealed class LockingLeadsTests
{
    private static readonly DateOnly Today = Morning.Today;

    [Fact]
    public void A_locked_lead_is_handed_out_on_no_path_until_it_is_unlocked() =>
        AnySituation.Sample(situation =>
        {
            if (LockLead.Decide(situation.Lead, LockKind.Held, Today) is not Accepted<LeadChange> { Value.Lead: var locked })
                return;
            var then = situation with { Lead = locked };

            Assert.IsType<Refused<LeadChange>>(ClaimLead.Decide(Policy, "hash", then));
            Assert.IsType<Refused<LeadChange>>(AssignLead.Decide(Policy, "hash", then, awayIgnored: true));
            Assert.IsType<Refused<Transfer>>(TransferLead.Decide(Policy, "hash", then));
            Assert.Equal("already-locked", Refused(LockLead.Decide(locked, LockKind.DoNotContact, Today)));
            Assert.IsType<Accepted<LeadChange>>(LockLead.Decide(locked, LockKind.DoNotContact, Today, LockKind.Held));
            Assert.Equal("already-locked", Refused(LockLead.Decide(locked, LockKind.Held, Today, LockKind.DoNotContact)));
            Assert.Equal("already-locked", Refused(LockLead.Decide(locked, LockKind.DoNotContact, Today, LockKind.DoNotContact)));
            var engine = new AssignmentEngine(Policy, Now);
            engine.Join(situation.Competitor);
            Assert.NotEqual(AssignmentOutcome.Assigned, engine.Decide(locked, Morning).Outcome);
            var free = Assert.IsType<Accepted<LeadChange>>(UnlockLead.Decide(locked, Today)).Value.Lead;
            Assert.Equal(situation.Lead with { Holding = null }, free);
        });

    [Fact]
    public void The_owner_is_told_apart_and_not_remembered_for_a_cool_down()
    {
        var owner = new Guid(7, 0, 0, new byte[8]);
        var lead = new Lead { Id = Guid.Empty, Tier = Domain.Readiness.Tier.C, Waiting = Now, Holding = Holding.Start(new(), owner, Today) };

        var change = Assert.IsType<Accepted<LeadChange>>(LockLead.Decide(lead, LockKind.DoNotContact, Today)).Value;

        Assert.Equal(new LeadLocked(lead.Id, owner, LockKind.DoNotContact, Today), change.Event);
        Assert.Null(change.Lead.Holding);
        Assert.Empty(change.Lead.PastOwners);
    }

    [Fact]
    public void What_has_ended_is_not_locked_and_what_is_not_locked_is_not_unlocked()
    {
        var lead = new Lead { Id = Guid.Empty, Tier = Domain.Readiness.Tier.C, Waiting = Now };

        Assert.Equal("lock-ended", Refused(LockLead.Decide(lead with { End = LeadEnd.Won }, LockKind.Held, Today)));
        Assert.Equal("lock-ended", Refused(LockLead.Decide(lead with { Duplicate = true }, LockKind.Held, Today)));
        Assert.Equal("not-locked", Refused(UnlockLead.Decide(lead, Today)));
    }

    private static string Refused(Decision<LeadChange> decision) => Assert.IsType<Refused<LeadChange>>(decision).Reason.Key;
}
