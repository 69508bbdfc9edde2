using System.Globalization;

namespace SalesAcademy.Web.Features.Leads;

/// <summary>Amounts of money as the reader writes them, in the currency of the lead.</summary>
internal static class Money
{
    public static string Of(decimal amount, string currency)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        (format.CurrencySymbol, format.CurrencyDecimalDigits) = (currency switch { "CNY" => "¥", "USD" => "$", "EUR" => "€", "GBP" => "£", _ => $"{currency} " }, 0);
        return amount.ToString("C", format);
    }

    /// <summary>To the last decimal that was typed.</summary>
    public static string Exact(decimal amount, string currency) =>
        $"{currency} {amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", CultureInfo.CurrentCulture)}";

    /// <summary>A number as people type it into a form; null for what is none.</summary>
    public static decimal? Read(string? typed) => decimal.TryParse(typed, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
