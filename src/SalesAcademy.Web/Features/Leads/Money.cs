using System.Globalization;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Amounts of money as the reader writes them, in the currency of the lead.</summary>
internal static class Money
{
    public static string Of(decimal amount, string currency) => Of(amount, currency, decimals: 0);

    /// <summary>To the last decimal that was typed.</summary>
    public static string Exact(decimal amount, string currency) => Of(amount, currency, amount == decimal.Truncate(amount) ? 0 : 2);

    /// <summary>A number as people type it into a form, with a point; null for what is none. A comma may stand for either, so that 24500,50 would become two million.</summary>
    public static decimal? Read(string? typed) =>
        decimal.TryParse(typed, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static string Of(decimal amount, string currency, int decimals)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        (format.CurrencySymbol, format.CurrencyDecimalDigits) = (currency switch { "CNY" => "¥", "USD" => "$", "EUR" => "€", "GBP" => "£", _ => $"{currency} " }, decimals);
        return amount.ToString("C", format);
    }
}
