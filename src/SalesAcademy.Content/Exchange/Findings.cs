namespace SalesAcademy.Content.Exchange;

/// <summary>What was found wrong with one question: reasons to refuse it, and what is lost when it is taken.</summary>
internal sealed class Findings
{
    private readonly List<string> refusals = [];
    private readonly List<string> losses = [];

    public IReadOnlyList<string> Refusals => refusals;

    public IReadOnlyList<string> Losses => losses;

    public void Refuse(string reason) => Add(refusals, reason);

    public void Lose(string what) => Add(losses, what);

    private static void Add(List<string> list, string words)
    {
        if (!list.Contains(words, StringComparer.Ordinal) && list.Count < 20)
            list.Add(words);
    }
}
