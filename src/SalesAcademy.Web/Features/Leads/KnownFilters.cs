namespace SalesAcademy.Web.Features.Leads;

/// <summary>Reads what somebody filters a list by. A value that is not known here is left out, and the page says so: it shows more than was asked for, never silently.</summary>
internal sealed class KnownFilters
{
    private readonly List<string> leftOut = [];

    /// <summary>The values that were left out, as they were sent.</summary>
    public IReadOnlyList<string> LeftOut => leftOut;

    /// <summary>A choice by its name, in any case.</summary>
    public T? Choice<T>(string? sent)
        where T : struct, Enum => string.IsNullOrEmpty(sent) ? null
        : Enum.GetValues<T>().Where(value => string.Equals(value.ToString(), sent, StringComparison.OrdinalIgnoreCase)).Select(value => (T?)value).FirstOrDefault() ?? Unknown<T?>(sent);

    /// <summary>One of several, by its id.</summary>
    public T? Among<T>(string? sent, IEnumerable<T> all, Func<T, string> id)
        where T : class => string.IsNullOrEmpty(sent) ? null : all.FirstOrDefault(one => id(one) == sent) ?? Unknown<T>(sent);

    /// <summary>A value that somebody has or had; null where nobody ever did.</summary>
    public string? Kept(string? sent, bool isKnown) => string.IsNullOrEmpty(sent) ? null : isKnown ? sent : Unknown<string>(sent);

    private T? Unknown<T>(string sent)
    {
        leftOut.Add(sent.Length > 40 ? $"{sent[..(char.IsHighSurrogate(sent[39]) ? 39 : 40)]}…" : sent);
        return default;
    }
}
