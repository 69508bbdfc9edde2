namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// Which line of a draw holds which family; a family is held once. A line that wants one more takes a free family, or takes one from a line
/// that finds another for itself, and so on. Where no such chain ends at a free family, no other way of sharing serves more (Berge 1957),
/// and the lines on the chains together fit no family but those they hold (Hall 1935).
/// </summary>
internal sealed class DrawMatching
{
    private const int Nobody = -1;
    private const int Drawn = -2;

    private readonly int[][] fitting;
    private readonly int[] holders;

    public DrawMatching(IReadOnlyList<DrawableFamily> families, IReadOnlyList<DrawLine> lines)
    {
        fitting = [.. lines.Select(line => families.Index().Where(family => line.Fits(family.Item)).Select(family => family.Index).ToArray())];
        holders = [.. families.Select(_ => Nobody)];
    }

    /// <summary>The places of the families that fit a line.</summary>
    public IReadOnlyList<int> Fitting(int line) => fitting[line];

    /// <summary>How many families these lines hold.</summary>
    public int Held(IReadOnlyList<int> lines) => holders.Count(holder => lines.Contains(holder));

    /// <summary>Gives a line one more family, and every other line as many as before; or changes nothing.</summary>
    /// <param name="line">The line.</param>
    /// <param name="asked">Is told the lines that were asked to find another family; all of them where it fails.</param>
    public bool Serve(int line, ISet<int> asked)
    {
        asked.Add(line);
        foreach (var family in fitting[line])
            if (holders[family] == Nobody)
            {
                holders[family] = line;
                return true;
            }

        foreach (var family in fitting[line])
            if (holders[family] is >= 0 and var holder && !asked.Contains(holder) && Serve(holder, asked))
            {
                holders[family] = line;
                return true;
            }

        return false;
    }

    /// <summary>Draws a family for a line in place of one that it holds; false, and nothing is changed, where the other lines could then not be met.</summary>
    public bool Draw(int line, int family)
    {
        var holder = holders[family];
        if (holder == Drawn)
            return false;
        var spare = holder == line ? family : Array.IndexOf(holders, line);
        holders[spare] = Nobody;
        holders[family] = Drawn;
        if (holder < 0 || holder == line || Serve(holder, new HashSet<int>()))
            return true;
        (holders[spare], holders[family]) = (line, holder);
        return false;
    }
}
