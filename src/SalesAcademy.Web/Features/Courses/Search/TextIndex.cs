using Microsoft.Data.Sqlite;

namespace SalesAcademy.Web.Features.Courses.Search;

/// <summary>A text that can be found.</summary>
/// <param name="Key">Stays while the text is that of the same lesson, card or term.</param>
/// <param name="Hash">Changes with its words.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Summary">What it says it is about, its headings included.</param>
/// <param name="Body">Its words.</param>
internal sealed record Indexed(string Key, string Hash, string Title, string Summary, Func<string> Body);

/// <summary>The texts of one language. Only what has changed is indexed again.</summary>
internal sealed class TextIndex : IDisposable
{
    private readonly Lock one = new();
    private readonly SqliteConnection connection = IndexStatements.Open();
    private readonly SqliteCommand ask;
    private readonly SqliteCommand holding;
    private readonly Spelling spelling = new();
    private readonly Dictionary<string, (long Row, string Hash)> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> keys = [];
    private long next;

    public TextIndex() => (ask, holding) = (IndexStatements.Ask(connection), IndexStatements.Holding(connection));

    /// <summary>Takes over the texts of a catalogue: whoever asks meanwhile waits for one text, not for all.</summary>
    public void Follow(IReadOnlyCollection<Indexed> texts)
    {
        using var add = IndexStatements.Add(connection);
        using var remove = IndexStatements.Remove(connection);
        var there = texts.Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in rows.Keys.Where(key => !there.Contains(key)).ToArray())
            Drop(remove, gone);
        foreach (var text in texts.Where(text => !rows.TryGetValue(text.Key, out var known) || known.Hash != text.Hash))
        {
            var words = text.Body();
            var (title, summary, body) = (SearchText.Folded(text.Title), SearchText.Folded(text.Summary), SearchText.Folded(words));
            lock (one)
            {
                spelling.Learn($"{text.Title}\n{text.Summary}\n{words}");
                Drop(remove, text.Key);
                (rows[text.Key], keys[++next]) = ((next, text.Hash), text.Key);
                (add.Parameters[0].Value, add.Parameters[1].Value, add.Parameters[2].Value, add.Parameters[3].Value) = (next, title, summary, body);
                add.ExecuteNonQuery();
            }
        }
    }

    /// <summary>The keys of the texts that answer, the best first.</summary>
    public IReadOnlyList<string> Ask(string question, int most)
    {
        lock (one)
        {
            (ask.Parameters[0].Value, ask.Parameters[1].Value) = (question, most);
            using var answer = ask.ExecuteReader();
            var found = new List<string>();
            while (answer.Read())
                found.Add(keys[answer.GetInt64(0)]);
            return found;
        }
    }

    /// <summary>In which share of the texts a word stands, from 0 to 1.</summary>
    public double ShareOf(string term)
    {
        // An ending of two letters may be cut off in the index.
        var stem = SearchText.IsChinese(term[0]) || term.Length < 5 ? term : term[..^2];
        lock (one)
        {
            (holding.Parameters[0].Value, holding.Parameters[1].Value) = (stem, SearchText.IsChinese(term[0]) ? stem + '\0' : stem + '\uffff');
            return rows.Count == 0 ? 0 : (long)holding.ExecuteScalar()! / (double)rows.Count;
        }
    }

    /// <summary>A word of the texts that was probably meant; null where none is near.</summary>
    public string? Meant(string word)
    {
        lock (one)
            return spelling.Nearest(word);
    }

    public void Dispose()
    {
        ask.Dispose();
        holding.Dispose();
        connection.Dispose();
    }

    private void Drop(SqliteCommand remove, string key)
    {
        lock (one)
            if (rows.Remove(key, out var known))
            {
                keys.Remove(known.Row);
                remove.Parameters[0].Value = known.Row;
                remove.ExecuteNonQuery();
            }
    }
}
