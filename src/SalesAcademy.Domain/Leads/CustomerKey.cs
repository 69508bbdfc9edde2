using System.Text;

namespace SalesAcademy.Domain.Leads;

/// <summary>
/// How the same customer is known again: by the e-mail address; without one by the phone number, as it is dialled from China. A company's name
/// is never enough.
/// </summary>
public static class CustomerKey
{
    /// <summary>A phone number by which somebody can be known has at least so many digits.</summary>
    public const int FewestDigits = 5;

    private const int MobileDigits = 11;

    /// <summary>The key; null where neither an address nor a number of enough digits is given.</summary>
    /// <param name="email">The address; empty for none. Case, the width of letters, surrounding spaces and the dot that ends a full domain name do not count.</param>
    /// <param name="phone">The number as somebody wrote it; empty for none. Only its digits count, and whether it begins with a country.</param>
    public static string? Of(string email, string phone)
    {
        var address = email.Normalize(NormalizationForm.FormKC).Trim().TrimEnd('.').ToLowerInvariant();
        return address.Length > 0 ? address : OfPhone(phone);
    }

    /// <summary>Every key by which a customer may be meant who does not want to be contacted: the address and the number, whichever are given.</summary>
    /// <param name="email">The address; empty for none.</param>
    /// <param name="phone">The number as somebody wrote it; empty for none.</param>
    public static IReadOnlyList<string> All(string email, string phone) => [.. new[] { Of(email, ""), OfPhone(phone) }.OfType<string>()];

    /// <summary>The key of a number; null where it has too few digits.</summary>
    /// <param name="phone">The number as somebody wrote it.</param>
    public static string? OfPhone(string phone) => Number(phone) is { } number ? $"tel:{number}" : null;

    // 0086 138… and +86 138… are 138 1234 5678, which is how a mobile number is written at home.
    private static string? Number(string phone)
    {
        var plain = phone.Normalize(NormalizationForm.FormKC).Trim();
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        if (digits.Length < FewestDigits)
            return null;
        if (plain.StartsWith('+'))
            return "+" + digits;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return "+" + digits[2..];
        return digits.Length == MobileDigits && digits[0] == '1' && digits[1] >= '3' ? "+86" + digits : digits;
    }
}
