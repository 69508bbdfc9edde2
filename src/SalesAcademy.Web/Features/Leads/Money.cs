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
}
