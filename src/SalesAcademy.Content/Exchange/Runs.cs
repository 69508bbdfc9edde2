using System.Text;

namespace SalesAcademy.Content.Exchange;

/// <summary>Puts runs into their one form: single spaces, none at the ends, neighbours of one style joined, no break where a line is empty.</summary>
internal sealed class Runs
{
    private readonly List<Run> runs = [];
    private readonly StringBuilder text = new();
    private Style style;
    private bool spaced;
    private int breaks;

    public static IReadOnlyList<Run> Of(string text) => Tidy([new(text)]);

    public static IReadOnlyList<Run> Tidy(IEnumerable<Run> untidy)
    {
        var tidy = new Runs();
        foreach (var run in untidy)
            tidy.Add(run);
        tidy.Flush();
        return tidy.runs;
    }

    /// <summary>The words alone.</summary>
    public static string Plain(IEnumerable<Run> runs) => string.Concat(runs.Select(run => run.IsBreak ? " " : run.Text));

    /// <summary>The lines between the breaks.</summary>
    public static IEnumerable<IReadOnlyList<Run>> Lines(IReadOnlyList<Run> runs)
    {
        var start = 0;
        for (var at = 0; at <= runs.Count; at++)
            if (at == runs.Count || runs[at].IsBreak)
            {
                if (at > start)
                    yield return [.. runs.Skip(start).Take(at - start)];
                start = at + 1;
            }
    }

    private void Add(Run run)
    {
        if (run.IsBreak)
            breaks++;
        else if (run.Blank is not null)
        {
            Before(default);
            Flush();
            runs.Add(run);
        }
        else
            foreach (var rune in run.Text.EnumerateRunes()) // half a surrogate comes as U+FFFD
                if (Rune.IsWhiteSpace(rune))
                    spaced = true;
                else if (!Characters.IsForbidden(rune))
                {
                    Before(run.Style);
                    if (run.Style != style)
                        Flush();
                    style = run.Style;
                    text.Append(rune);
                }
    }

    // Spaces belong to a style only where both sides do: "**bold **x" is no emphasis in Markdown.
    private void Before(Style next)
    {
        var isFirst = runs.Count == 0 && text.Length == 0;
        if (!isFirst && breaks > 0)
        {
            Flush();
            runs.Add(Run.Break);
        }
        else if (!isFirst && spaced)
        {
            var shared = text.Length > 0 ? style.Shared(next) : default;
            if (shared != style)
                Flush();
            style = shared;
            text.Append(' ');
            if (shared != next)
                Flush();
        }
        (spaced, breaks) = (false, 0);
    }

    private void Flush()
    {
        if (text.Length > 0)
            runs.Add(new(text.ToString(), style));
        text.Clear();
    }
}
