using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>How a tier is written and coloured, the same in both languages.</summary>
internal static class TierMarks
{
    public static string Letter(this Tier tier) => tier switch
    {
        Tier.C => "C",
        Tier.B => "B",
        Tier.A => "A",
        Tier.Enterprise => "E",
        _ => "S",
    };

    public static string CssClass(this Tier tier) => tier switch
    {
        Tier.C => "tier-c",
        Tier.B => "tier-b",
        Tier.A => "tier-a",
        Tier.Enterprise => "tier-e",
        _ => "tier-s",
    };
}
