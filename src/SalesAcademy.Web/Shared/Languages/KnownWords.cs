using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;

namespace SalesAcademy.Web.Shared.Languages;

/// <summary>Words of a room, looked up once for each language: a page asks for a hundred of them.</summary>
internal sealed class KnownWords<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
{
    private readonly IStringLocalizer words = factory.Create(typeof(T));
    private readonly ConcurrentDictionary<(string Language, string Key), LocalizedString> known = [];

    public LocalizedString this[string name] => known.GetOrAdd((CultureInfo.CurrentUICulture.Name, name), static (key, words) => words[key.Key], words);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var pattern = this[name];
            return new(name, string.Format(CultureInfo.CurrentCulture, pattern.Value, arguments), pattern.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures);
}
