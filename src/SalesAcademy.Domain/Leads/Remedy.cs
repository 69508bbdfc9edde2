using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Leads;

/// <summary>A lead, a seller and a moment: all that the rules ask about.</summary>
/// <param name="Lead">The lead.</param>
/// <param name="Competitor">The seller.</param>
/// <param name="Moment">The instant and its local day.</param>
public sealed record Situation(Lead Lead, Competitor Competitor, Moment Moment);

/// <summary>A change that would turn a refusal; it can be tried on the situation, so that no page promises what would not help.</summary>
public abstract record Remedy
{
    private Remedy()
    {
    }

    /// <summary>The situation after the change.</summary>
    public abstract Situation ApplyTo(Situation situation);

    /// <summary>The lead is free again: given back by its owner, reopened, told apart from its double, or allowed to be contacted.</summary>
    public sealed record FreeLead : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => situation with
        {
            Lead = situation.Lead with { Holding = null, End = null, Duplicate = false, ContactAllowed = true },
        };
    }

    /// <summary>Whoever lowered the tier ends that, or its last day passes.</summary>
    public sealed record EndLowering(Lowering Lowered) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => With(situation, c => c with { Tier = Lowered.Earned, Lowered = null });
    }

    /// <summary>The seller reaches a tier; while it is lowered, learning does not raise it.</summary>
    public sealed record ReachTier(Tier Tier) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => With(situation, c => c.Lowered is null ? c with { Tier = Tier } : c);
    }

    /// <summary>A hard gate holds again.</summary>
    public sealed record MeetGate(Gate Gate) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) =>
            With(situation, c => c with { MissingGates = [.. c.MissingGates.Where(gate => gate != Gate)] });
    }

    /// <summary>The seller is given a tag.</summary>
    public sealed record AddTag(Tag Tag) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => With(situation, c => c with { Tags = [.. c.Tags, Tag] });
    }

    /// <summary>The seller earns a certification.</summary>
    public sealed record EarnCertification(string Certification) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) =>
            With(situation, c => c with { Certifications = [.. c.Certifications, Certification] });
    }

    /// <summary>The seller raises a competency to a level, 0..1.</summary>
    public sealed record RaiseCompetency(string Competency, double Level) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => With(situation, c => c with
        {
            Competencies = new Dictionary<string, double>(c.Competencies, StringComparer.Ordinal) { [Competency] = Level },
        });
    }

    /// <summary>The seller becomes a member of a pool.</summary>
    public sealed record JoinPool(string Pool) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => With(situation, c => c with { Pools = [.. c.Pools, Pool] });
    }

    /// <summary>The account changes hands to the seller.</summary>
    public sealed record TransferAccount : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => situation with
        {
            Lead = situation.Lead with { AccountOwner = situation.Competitor.Id },
        };
    }

    /// <summary>The day comes when the cool-down is over.</summary>
    public sealed record AwaitDay(DateOnly Day) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => situation with { Moment = situation.Moment with { Today = Day } };
    }

    /// <summary>The instant comes when the seller is back, or when the window has moved on.</summary>
    public sealed record Await(DateTimeOffset At) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => situation with { Moment = situation.Moment with { At = At } };
    }

    /// <summary>The seller brings open leads to an end or gives them back.</summary>
    public sealed record CloseLeads(int Count) : Remedy
    {
        /// <inheritdoc/>
        public override Situation ApplyTo(Situation situation) => With(situation, c => c with { OpenLeads = c.OpenLeads - Count });
    }

    private static Situation With(Situation situation, Func<Competitor, Competitor> change) =>
        situation with { Competitor = change(situation.Competitor) };
}
