using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Tells people when their tier moves, and on the first day below what would bring it back.</summary>
internal static class TierNotices
{
    public static Task Moved(Entry entry, TierChanged changed) => entry.Notify(
        changed.Subject, changed.To > changed.From ? "tier-raised" : changed.Reason == TierReason.Gate ? "tier-gate" : "tier-faded", "/readiness", NameOf(changed.To));

    public static Task Below(Entry entry, Stepping seller, SellerRecord record, DateOnly day) =>
        entry.Notify(seller.Row.Person, "tier-below", "/readiness", NameOf(seller.Row.Tier));

    private static string NameOf(Tier tier) => tier switch
    {
        Tier.Shadow => "Shadow|影子",
        Tier.Enterprise => "Enterprise|大客户",
        _ => tier.ToString(),
    };
}
