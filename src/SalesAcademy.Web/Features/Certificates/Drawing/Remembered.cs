using System.Collections.Concurrent;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>What was made before and may be asked for again; forgotten all at once when there is too much of it. Shared by all threads.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class Remembered<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> made = new();

    public TValue Of(TKey key, Func<TKey, TValue> make)
    {
        if (made.TryGetValue(key, out var known))
            return known;
        if (made.Count >= most)
            made.Clear();
        return made.GetOrAdd(key, make);
    }
}
