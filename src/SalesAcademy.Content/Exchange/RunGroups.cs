namespace SalesAcademy.Content.Exchange;

/// <summary>Something around a group of runs: a link, or strong, or emphasised.</summary>
internal readonly record struct Around(char Mark, string? Link = null)
{
    public const char Linked = '[';
    public const char Strong = '!';
    public const char Emphasis = '*';
}

/// <summary>Nests runs: a link holds what is emphasised, and that what is strong.</summary>
internal static class RunGroups
{
    private const int Innermost = 3;

    public static void Walk(IReadOnlyList<Run> runs, Action<Around> open, Action<Around> close, Action<int> each) => Walk(runs, 0, runs.Count, 0, open, close, each);

    private static void Walk(IReadOnlyList<Run> runs, int from, int to, int level, Action<Around> open, Action<Around> close, Action<int> each)
    {
        for (var at = from; at < to;)
        {
            if (level == Innermost)
            {
                each(at++);
                continue;
            }
            var around = Level(runs[at].Style, level);
            var end = at + 1;
            while (end < to && Level(runs[end].Style, level) == around)
                end++;
            if (around is { } begun)
                open(begun);
            Walk(runs, at, end, level + 1, open, close, each);
            if (around is { } ended)
                close(ended);
            at = end;
        }
    }

    private static Around? Level(Style style, int level) => level switch
    {
        0 when style.Link is { } link => new(Around.Linked, link),
        1 when style.Emphasis => new(Around.Emphasis),
        2 when style.Strong => new(Around.Strong),
        _ => null,
    };
}
