using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>
/// What a short written answer says, so that two can be compared exactly: Unicode NFKC, letter case and spaces folded, a closing full
/// stop dropped, "isn't" read as "is not", numbers as numbers (1,200 and 1200.0 are one) and units under one name. Nothing is compared by
/// likeness: "24 hours" is not "48 hours", and what is not allowed is not allowed.
/// </summary>
public sealed class Wording : IEquatable<Wording>
{
    private readonly List<Token> tokens = [];

    private Wording()
    {
    }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => tokens.Count == 0;

    /// <summary>The number and its unit when that is all that is said; otherwise null.</summary>
    public (decimal Number, Unit? Unit)? Quantity => tokens switch
    {
        [{ Number: { } number }] => (number, null),
        [{ Number: { } number }, { Unit: { } unit }] => (number, unit),
        [{ Number: { } number }, .. var rest] when IsCountedThing(rest) => (number, new(string.Concat(rest.Select(token => token.Text)), string.Concat(rest.Select(token => token.Text)))),
        _ => null,
    };

    /// <summary>Reads any text; never throws.</summary>
    public static Wording Of(string text)
    {
        var wording = new Wording();
        new Reader(Fold(text), wording.tokens).Read();
        return wording;
    }

    /// <summary>A number as people write it: no zeros behind it that say nothing.</summary>
    internal static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public bool Equals(Wording? other) => other is not null && tokens.Select(token => token.Text).SequenceEqual(other.tokens.Select(token => token.Text), StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Wording);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(ToString(), StringComparison.Ordinal);

    /// <summary>Its words with single spaces.</summary>
    public override string ToString() => string.Join(' ', tokens.Select(token => token.Text));

    /// <summary>Whether both say the same.</summary>
    public static bool operator ==(Wording? left, Wording? right) => left?.Equals(right) ?? right is null;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Wording? left, Wording? right) => !(left == right);

    // "12 calls", "5 次": one Latin word, or a few Chinese characters, that no unit of ours names. "1st" counts nothing.
    private static bool IsCountedThing(List<Token> rest) =>
        (rest is [{ Text: var word, IsGlued: false }] && word.All(char.IsLetter)) || (rest.Count <= 4 && rest.All(token => token.Text.Length == 1 && Reader.IsChinese(token.Text[0])));

    private static string Fold(string text)
    {
        var folded = text.InForm(NormalizationForm.FormKC).ToLowerInvariant()
            .Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"').Replace('−', '-').Replace('–', '-');
        var end = folded.Length;
        while (end > 0 && (char.IsWhiteSpace(folded[end - 1]) || folded[end - 1] is '.' or '!' or '?' or '。' or ';' or ','))
            end--;
        return folded[..end];
    }

    /// <summary>A word, sign, number or unit in its one form.</summary>
    private readonly record struct Token(string Text, decimal? Number = null, Unit? Unit = null, bool IsGlued = false);

    private ref struct Reader(string text, List<Token> tokens)
    {
        private int at;

        public void Read()
        {
            while (at < text.Length)
                if (char.IsWhiteSpace(text[at]))
                    at++;
                else if (!Amount())
                    Word();
        }

        public static bool IsChinese(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff';

        // A number with its sign before it and its unit before or behind it.
        private bool Amount()
        {
            var start = at;
            var before = Unit.StandsBefore(text[at]) ? Unit.At(text.AsSpan(at, 1)) : text.AsSpan(at).StartsWith("百分之", StringComparison.Ordinal) ? Unit.At("%") : null;
            if (before is not null)
                at = PastSpaces(at + (text[at] == '百' ? 3 : 1));
            var minus = at < text.Length && text[at] is '-' or '+' && (start == 0 || before is not null || char.IsWhiteSpace(text[start - 1]) || text[start - 1] == '(');
            var sign = minus && text[at] == '-' ? -1 : 1;
            if (minus)
                at++;
            if (at >= text.Length || !char.IsAsciiDigit(text[at]))
            {
                at = start;
                return false;
            }
            var digits = Digits();
            if (Value(digits) is not { } value)
            {
                tokens.Add(new(text[start..at]));
                return true;
            }
            value = Multiplied(sign * value);
            tokens.Add(new(Plain(value), value));
            var gap = PastSpaces(at);
            if (before is null && gap < text.Length && Unit.At(text.AsSpan(gap)) is { } behind)
                (before, at) = (behind, gap + behind.Written.Length);
            if (before is not null)
                tokens.Add(new(before.Name, Unit: before));
            return true;
        }

        // A dot or a comma belongs to the number only between digits.
        private ReadOnlySpan<char> Digits()
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
                at++;
            return text.AsSpan(start, at - start);
        }

        // 1,234.5 or 1234.5; other commas and a second dot make it no number, as nobody can say what was meant.
        private static decimal? Value(ReadOnlySpan<char> digits)
        {
            var dot = digits.IndexOf('.');
            var whole = dot < 0 ? digits : digits[..dot];
            if (whole.Contains(',') && (whole.IndexOf(',') > 3 || !ThousandsApart(whole[(whole.IndexOf(',') + 1)..])))
                return null;
            var styles = NumberStyles.AllowDecimalPoint | (whole.Contains(',') ? NumberStyles.AllowThousands : NumberStyles.None);
            return digits.Length <= 28 && (dot < 0 || !digits[dot..].Contains(',')) && decimal.TryParse(digits, styles, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        private static bool ThousandsApart(ReadOnlySpan<char> groups)
        {
            foreach (var group in groups.Split(','))
                if (groups[group].Length != 3)
                    return false;
            return true;
        }

        // 50k, 3 万, 2 亿.
        private decimal Multiplied(decimal value)
        {
            var sign = PastSpaces(at);
            var times = sign < text.Length && Math.Abs(value) < 1e18m ? text[sign] switch { 'k' when sign == at => 1_000, '万' => 10_000, '亿' => 100_000_000, _ => 1 } : 1;
            if (times == 1 || (text[sign] == 'k' && sign + 1 < text.Length && char.IsLetterOrDigit(text[sign + 1])))
                return value;
            at = sign + 1;
            return value * times;
        }

        private readonly int PastSpaces(int from)
        {
            while (from < text.Length && char.IsWhiteSpace(text[from]))
                from++;
            return from;
        }

        private void Word()
        {
            var start = at++;
            if (IsChinese(text[start]) || !IsOfWord(text[start]))
            {
                tokens.Add(new(text[start..at]));
                return;
            }
            while (at < text.Length && !IsChinese(text[at]) && (IsOfWord(text[at]) || (text[at] == '\'' && at + 1 < text.Length && IsOfWord(text[at + 1]))))
                at++;
            foreach (var word in Negated(text[start..at]))
                tokens.Add(new(word, IsGlued: start > 0 && char.IsAsciiDigit(text[start - 1])));
        }

        // Digits, combining marks and both halves of a surrogate pair stay inside their word.
        private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

        private static string[] Negated(string word) => word switch
        {
            "cannot" or "can't" => ["can", "not"],
            "won't" => ["will", "not"],
            "shan't" => ["shall", "not"],
            _ when word.Length > 3 && word.EndsWith("n't", StringComparison.Ordinal) => [word[..^3], "not"],
            _ => [word],
        };
    }
}
