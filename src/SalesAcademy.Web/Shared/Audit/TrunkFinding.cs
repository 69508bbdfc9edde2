namespace SalesAcademy.Web.Shared.Audit;

/// <summary>What is wrong with the trunk or its anchor; each is the exit code of audit verify.</summary>
internal enum TrunkFault
{
    /// <summary>An event does not say what it was hashed with, or does not follow the one before.</summary>
    Altered = 10,

    /// <summary>An event in the middle is not there.</summary>
    Missing = 11,

    /// <summary>The trunk ends before its head, or before what the anchor knows.</summary>
    Truncated = 12,

    /// <summary>The events fit each other, and are not those that were anchored.</summary>
    Rewritten = 13,

    /// <summary>There is no anchor where one should be.</summary>
    AnchorMissing = 14,

    /// <summary>The anchor does not reach as far as it had been written.</summary>
    AnchorShortened = 15,

    /// <summary>A line of the anchor does not follow the one before.</summary>
    AnchorAltered = 16,

    /// <summary>Nothing contradicts the trunk, but nothing outside of it vouches for it either.</summary>
    NotAnchored = 17,
}

/// <summary>One thing that is wrong, in a sentence.</summary>
internal sealed record TrunkFinding(TrunkFault Fault, string Sentence);

/// <summary>What a look through the whole trunk has found.</summary>
/// <param name="Events">Events that fit, from the first.</param>
/// <param name="Anchored">The newest of them that the anchor vouches for.</param>
/// <param name="Findings">What is wrong, the worst first; empty when all is well.</param>
/// <param name="Restores">When the trunk was taken back by restoring a backup, and to which event.</param>
internal sealed record TrunkReport(long Events, long Anchored, IReadOnlyList<TrunkFinding> Findings, IReadOnlyList<AnchorLine> Restores);
