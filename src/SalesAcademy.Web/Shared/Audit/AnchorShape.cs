using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Shared.Audit;

/// <summary>An anchor read once: whether its lines follow each other, how far they reach, and where a backup was restored.</summary>
internal sealed class AnchorShape
{
    // The place of each restore among the lines, and how far the trunk reached from then on.
    private readonly List<(long Line, AnchorLine Said)> restores = [];

    // Those that follow each other, from the first.
    private long sound;

    /// <summary>The first line that cannot be read or does not follow the one before, from 1; null when all do.</summary>
    public long? BrokenLine { get; private set; }

    /// <summary>The newest event the anchor knows.</summary>
    public long Reached { get; private set; }

    public IEnumerable<AnchorLine> Restores => restores.Select(restore => restore.Said);

    public static AnchorShape Of(AnchorFile anchor)
    {
        var shape = new AnchorShape();
        var seal = AnchorLine.FirstSeal;
        foreach (var line in anchor.Lines())
        {
            if (line?.Follows(seal) != true)
            {
                shape.BrokenLine = shape.sound + 1;
                return shape;
            }

            shape.sound++;
            if (line.IsRestored)
                shape.restores.Add((shape.sound, line));
            (seal, shape.Reached) = (line.Seal, line.Head.Sequence);
        }

        return shape;
    }

    /// <summary>The heads that the trunk of today must have passed, in order: without those of events that a restored backup did not have.</summary>
    public IEnumerable<TrunkHead> Heads(AnchorFile anchor)
    {
        var number = 0L;
        foreach (var line in anchor.Lines())
            if (++number <= sound && line is not null && line.Head.Sequence > 0 && !restores.Exists(restore => restore.Line > number && restore.Said.Head.Sequence < line.Head.Sequence))
                yield return line.Head;
    }
}
