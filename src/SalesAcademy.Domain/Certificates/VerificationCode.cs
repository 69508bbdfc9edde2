namespace SalesAcademy.Domain.Certificates;

/// <summary>
/// The code under which anybody may verify a certificate: 28 characters of 32, 140 bits of chance, in groups of four. The alphabet has no
/// I, L, O or U; typed by mistake, I and L are read as 1 and O as 0 (Crockford's base 32).
/// </summary>
public static class VerificationCode
{
    /// <summary>Characters of a code, without the hyphens.</summary>
    public const int Length = 28;

    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Group = 4;

    /// <summary>A code of the given chance: one byte per character, of which the low five bits count.</summary>
    public static string Of(ReadOnlySpan<byte> chance)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(chance.Length, Length, nameof(chance));
        Span<char> code = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
            code[i] = Alphabet[chance[i] & 31];
        return Grouped(code);
    }

    /// <summary>A code as it is stored, from what somebody typed: any case, with or without hyphens and spaces. Null when it cannot be a code.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 3 * Length)
            return null;
        Span<char> code = stackalloc char[Length];
        var read = 0;
        foreach (var character in typed)
        {
            if (char.IsWhiteSpace(character) || character is '-' or '‐' or '‑' or '–' or '—' or '－' or '_' or '.')
                continue;
            if (read == Length || !Alphabet.Contains(AsMeant(character), StringComparison.Ordinal))
                return null;
            code[read++] = AsMeant(character);
        }

        return read == Length ? Grouped(code) : null;
    }

    private static char AsMeant(char typed) => char.ToUpperInvariant(typed) switch
    {
        'I' or 'L' => '1',
        'O' => '0',
        // A Chinese keyboard writes letters and figures full width.
        >= '０' and <= 'Ｚ' => AsMeant((char)(typed - '０' + '0')),
        var character => character,
    };

    private static string Grouped(ReadOnlySpan<char> code)
    {
        var groups = new string[Length / Group];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = code.Slice(i * Group, Group).ToString();
        return string.Join('-', groups);
    }
}
