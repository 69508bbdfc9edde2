using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SalesAcademy.Web.Features.Coaching.Calendars;

/// <summary>The part of a calendar's address that nobody guesses: 256 random bits. A calendar brings no password, so whoever has the address reads.</summary>
internal static class CalendarSecret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static bool LooksLikeOne(string text) => text.Length == Base64Url.GetEncodedLength(Bytes);

    /// <summary>A guess at 256 random bits cannot be tried out from their hash, so a fast one is enough.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
