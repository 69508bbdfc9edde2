namespace SalesAcademy.Domain.Quizzes;

/// <summary>What a number counts. Hours are hours, however somebody abbreviates them; one unit is never turned into another.</summary>
/// <param name="Name">The one name under which all spellings of the unit are compared.</param>
/// <param name="Written">As it was written.</param>
public sealed record Unit(string Name, string Written)
{
    // Folded spellings; the first of a line is the name. Only what sales people write beside numbers in either language.
    private static readonly Dictionary<string, string> Names = new[]
    {
        "% percent pct", "s sec secs second seconds 秒 秒钟", "min mins minute minutes 分 分钟", "h hr hrs hour hours 小时 钟头 个小时",
        "day d days 天 日", "week wk wks weeks 周 星期 个星期", "month months 月 个月", "quarter quarters 季度 个季度", "year yr yrs years 年",
        "€ eur euro euros 欧元", "$ usd dollar dollars 美元", "¥ cny rmb yuan 元 块 人民币", "£ gbp pound pounds 英镑",
    }.Select(line => line.Split(' ')).SelectMany(names => names.Select(name => (Alias: name, Name: names[0]))).ToDictionary(pair => pair.Alias, pair => pair.Name, StringComparer.Ordinal);

    private static readonly int Longest = Names.Keys.Max(name => name.Length);

    /// <summary>Whether a sign stands before its number: €500.</summary>
    internal static bool StandsBefore(char sign) => sign is '€' or '$' or '¥' or '£';

    /// <summary>The longest known unit that the folded text goes on with; null when it is none.</summary>
    internal static Unit? At(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length > 0; length--)
            if (Names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text[..length], out var name) && !GoesOn(text, length))
                return new(name, text[..length].ToString());
        return null;
    }

    // "h" is no unit in "hot"; a Chinese unit needs no space behind it.
    private static bool GoesOn(ReadOnlySpan<char> text, int length) =>
        char.IsAsciiLetter(text[length - 1]) && length < text.Length && char.IsAsciiLetterOrDigit(text[length]);
}
