using System.Globalization;
using System.Resources;

namespace SalesAcademy.Content;

/// <summary>Something to be said in the language of whoever reads it: the key of a sentence in Words.resx and what belongs into its places.</summary>
/// <param name="Key">Names the sentence.</param>
/// <param name="Arguments">Numbers, names from the files as they are written there, and phrases.</param>
public sealed record Phrase(string Key, params IReadOnlyList<object> Arguments)
{
    private static readonly ResourceManager Words = new("SalesAcademy.Content.Words", typeof(Phrase).Assembly);

    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo(Locales.Chinese);

    /// <summary>The sentence in a language of the academy; what stands between grave accents is to be read as written in a file.</summary>
    public string In(string locale)
    {
        var sentence = Words.GetString(Key, locale == Locales.Chinese ? Chinese : CultureInfo.InvariantCulture) ?? throw new ArgumentException($"There is no sentence {Key}", nameof(locale));
        return string.Format(CultureInfo.InvariantCulture, sentence, [.. Arguments.Select(argument => argument is Phrase phrase ? phrase.In(locale) : argument)]);
    }

    /// <summary>Equal when the same is said of the same.</summary>
    public bool Equals(Phrase? other) => other is not null && Key == other.Key && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Key, Arguments.Count);

    /// <summary>One of these, in an or.</summary>
    internal static Phrase Either(IEnumerable<string> items) => items.Select(item => new Phrase("as-written", item)).Aggregate((some, next) => new("either", some, next));
}
