using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>The word that whoever watches over a quiz tells those who may begin it.</summary>
public static class AccessCode
{
    /// <summary>The fewest and most characters of a code.</summary>
    public const int Shortest = 4, Longest = 40;

    /// <summary>
    /// Whether what was given is the code: exactly, upper and lower case told apart, once the spaces around it are gone and full-width
    /// letters and digits, as a Chinese keyboard types them, are their plain forms (Unicode NFKC). Takes as long for a near miss as for a far one.
    /// </summary>
    public static bool Fits(string? given, string code) =>
        Plain(given) is { Length: > 0 } plain && CryptographicOperations.FixedTimeEquals(Hash(plain), Hash(Plain(code)!)); // a code is well formed: the reader of content saw to it

    /// <summary>A code in the form it is compared in; null for text that is no code: too long, or broken.</summary>
    public static string? Plain(string? text) => text is { Length: <= 4 * Longest } && !text.Any(IsBroken) ? text.Normalize(NormalizationForm.FormKC).Trim() : null;

    // Halves of a character and the mark for a wrong byte order cannot be normalised.
    private static bool IsBroken(char sign) => char.IsSurrogate(sign) || sign is '\uFFFE' or '\uFFFF';

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
