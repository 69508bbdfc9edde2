namespace SalesAcademy.Domain.Leads;

/// <summary>The currencies of leads and offers, by their ISO 4217 codes.</summary>
public static class Currencies
{
    /// <summary>One of them, as a pattern.</summary>
    public const string Pattern = "CNY|USD|EUR|GBP";

    /// <summary>All, the one of the house first.</summary>
    public static readonly IReadOnlyList<string> All = Pattern.Split('|');
}
