namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>The words that stand in texts, for a question with a slip of the pen.</summary>
internal sealed class Spelling
{
    private const int Shortest = 4;
    private const int Longest = 30;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);

    /// <summary>What a text no longer says may stay known: it only costs a question that finds nothing.</summary>
    public void Learn(string text)
    {
        foreach (var word in SearchText.Words(text).Where(IsWord))
            words[word] = words.GetValueOrDefault(word) + 1;
    }

    /// <summary>The known word with the fewest slips between, the commonest of them; null beyond one slip, or two in a word of more than six letters.</summary>
    public string? Nearest(string word)
    {
        if (!IsWord(word) || words.ContainsKey(word))
            return null;
        var most = word.Length > 6 ? 2 : 1;
        return (from known in words
                where Math.Abs(known.Key.Length - word.Length) <= most
                let slips = Slips(word, known.Key, most)
                where slips <= most
                orderby slips, known.Value descending, known.Key
                select known.Key).FirstOrDefault();
    }

    private static bool IsWord(string word) => word.Length is >= Shortest and <= Longest && word.All(char.IsAsciiLetter);

    // Letters left out, put in, mistaken or exchanged with their neighbour (Damerau, CACM 1964; the restricted form).
    private static int Slips(string from, string to, int most)
    {
        var (two, last, now) = (new int[to.Length + 1], new int[to.Length + 1], new int[to.Length + 1]);
        for (var j = 0; j <= to.Length; j++)
            last[j] = j;
        for (var i = 1; i <= from.Length; i++)
        {
            var least = now[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                now[j] = Math.Min(Math.Min(last[j], now[j - 1]) + 1, last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    now[j] = Math.Min(now[j], two[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > most)
                return least;
            (two, last, now) = (last, now, two);
        }

        return last[to.Length];
    }
}
