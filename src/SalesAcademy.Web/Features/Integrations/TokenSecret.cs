using System.Security.Cryptography;
using System.Text;
using SalesAcademy.Web.Shared.Access;

namespace SalesAcademy.Web.Features.Integrations;

/// <summary>What a token looks like: a beginning by which scanners of leaked secrets know it, and what nobody guesses.</summary>
internal static class TokenSecret
{
    public const string Beginning = "sa_";

    public static string New() => Beginning + RandomSecret.New();

    public static bool LooksLikeOne(string text) => text.Length == Beginning.Length + RandomSecret.Length && text.StartsWith(Beginning, StringComparison.Ordinal);

    public static string HashOf(string token) => RandomSecret.HashOf(token);

    /// <summary>Compares in the same time wherever they differ.</summary>
    public static bool IsOf(string token, string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(token)), Encoding.ASCII.GetBytes(hash));

    public static string EndingOf(string token) => token[^4..];
}
