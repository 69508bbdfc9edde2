using System.Globalization;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Shared.Languages;
using SalesAcademy.Web.Shared.Ledger;
using SalesAcademy.Web.Shared.Navigation;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Features.Readiness;

/// <summary>Tells people when their tier moves; and on the first day below it and on the last before it falls, what would keep it soonest.</summary>
internal sealed class TierNotices(Openings openings, ShutCertifications sittings, IStringLocalizer<Words> words, IEnumerable<NavigationItem> navigation)
{
    private readonly string? drill = navigation.FirstOrDefault(item => item.Key == "drill")?.Url;

    public static Task Moved(Entry entry, TierChanged changed) => entry.Notify(
        changed.Subject, changed.To > changed.From ? "tier-raised" : changed.Reason == TierReason.Gate ? "tier-gate" : "tier-faded", "/readiness", NameOf(changed.To));

    public static Task Overridden(Entry entry, Guid person, TierOverride granted) => entry.Notify(
        person, "tier-overridden", "/readiness", NameOf(granted.To), InBothLanguages.Of(granted.Until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), granted.Until.ToString("yyyy 年 M 月 d 日", CultureInfo.InvariantCulture)));

    public static Task Restored(Entry entry, Guid person, Tier stepped) => entry.Notify(person, "tier-override-ended", "/readiness", NameOf(stepped));

    public async Task Below(Entry entry, Stepping seller, SellerRecord record, Assessment now, DateOnly day, string kind)
    {
        var (catalogue, row) = (seller.Catalogue, seller.Row);
        var facts = WayFacts.Of(seller.HiredOn, ReaderLanguage.English, seller.Evidence, [], day, drill, await openings.Closed(entry.Db, row.Person), await sittings.Of(entry.Db, catalogue, row.Person));
        var ways = WaysUp.Of(catalogue, seller.Role, record, now, facts).ToArray();
        var outlook = Outlook.Of(catalogue.Readiness, seller.Role, record, new TierState(row.Tier, row.Below), ways, day);
        var lacking = seller.Role.Thresholds[(int)row.Tier] - now.Score.Value;
        // What suffices soonest; where nothing suffices alone, what brings most.
        var fix = outlook.Steps.Where(step => step.Effect.Readiness >= lacking).MinBy(step => step.Way.Minutes) ?? outlook.Steps.MaxBy(step => step.Effect.Readiness);
        await entry.Notify(row.Person, kind, "/readiness", NameOf(row.Tier), fix is null ? "" : InBothLanguages.Of(() => Say(fix)), $"{catalogue.Readiness.DemotionDays}");
    }

    private string Say(Step step)
    {
        var say = new ReadinessWords(words);
        return words["notice.fix", say.Do(step.Way), ReadinessWords.Signed(step.Points), say.Condition(step.Way)];
    }

    private static string NameOf(Tier tier) => tier switch
    {
        Tier.Shadow => InBothLanguages.Of("Shadow", "影子"),
        Tier.Enterprise => InBothLanguages.Of("Enterprise", "大客户"),
        _ => tier.ToString(),
    };
}
