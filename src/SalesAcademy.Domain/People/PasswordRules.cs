using System.Collections.Frozen;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.People;

/// <summary>What a password must be: long, and not what everybody tries first. No rule about capitals, digits or signs, which only make people write it down.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: hashing longer ones would only cost time.</summary>
    public const int Longest = 128;

    private const int FewestDifferent = 5;
    private const int ShortestTellingName = 4;

    // Long enough to pass the first rule, and still the first that are tried; compared without case, spaces and signs.
    private static readonly FrozenSet<string> TriedFirst = FrozenSet.Create(StringComparer.Ordinal,
        "123456789012", "1234567890123", "12345678901234", "123456789123456789", "123123123123", "112233445566", "123456654321", "098765432109", "987654321098",
        "passwordpassword", "password1234", "password12345", "password123456", "mypassword123", "thepassword1", "changemechangeme", "changeme1234", "letmeinletmein", "welcome12345", "welcome123456",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "qwertyqwerty", "qwerty123456", "1qaz2wsx3edc", "1q2w3e4r5t6y", "asdfghjkl123", "zxcvbnm12345", "abcdefghijkl", "abc123abc123", "abcd12345678", "a1b2c3d4e5f6",
        "administrator", "administrator1", "adminadmin12", "adminadmin123", "admin1234567", "iloveyou1234", "iloveyou12345", "woaini1314520", "woaini5201314", "woaini123456", "5201314520131", "sunshine1234", "football1234", "princess1234",
        "salesacademy", "salesacademy1", "salesacademy123", "salesacademy2026");

    /// <summary>Why a password may not be used, or null. The e-mail is that of its owner.</summary>
    public static Refusal? Refuse(string password, string email)
    {
        if (password.Length < Shortest)
            return new Refusal("password-short", Shortest);
        if (password.Length > Longest)
            return new Refusal("password-long", Longest);
        var plain = Plain(password);
        if (TriedFirst.Contains(plain) || password.Distinct().Count() < FewestDifferent)
            return new Refusal("password-common");
        var name = Plain(email.Split('@')[0]);
        return name.Length >= ShortestTellingName && plain.Contains(name, StringComparison.Ordinal) ? new Refusal("password-has-email") : null;
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
