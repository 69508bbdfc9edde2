using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Demo;

/// <summary>The leads of the demo as they came in, and the notes its coaches wrote.</summary>
internal sealed class DemoWork(LeadPool pool, Staff staff, CoachingNotes notes, Library library, Clock clock, IDbContextFactory<AcademyDb> contexts)
{
    private static readonly (int Ago, string Company, string About, string Contact, string Phone, Tier Tier, string Region, decimal Value)[] East =
    [
        (44, "苏州恒润精密", "扩建二厂，想把报价和订单放到一起", "孙磊", "+86 512 6000 1188", Tier.C, "east-china", 86_000),
        (38, "杭州青禾食品", "门店三百家，询问续费与培训", "何敏", "+86 571 8800 2301", Tier.C, "east-china", 52_000),
        (31, "宁波海川物流", "仓储部门比较三家供应商", "郑凯", "+86 574 8700 4512", Tier.B, "east-china", 168_000),
        (24, "南京启明医械", "年底前要过一次合规检查", "蒋岚", "+86 25 5800 7720", Tier.B, "east-china", 210_000),
        (17, "无锡精工模具", "老客户介绍，报价周期太长", "吴刚", "+86 510 8200 3316", Tier.C, "east-china", 64_000),
        (9, "常州新源电气", "官网试用，销售团队二十人", "许静", "+86 519 8100 9087", Tier.C, "east-china", 73_000),
        (5, "上海云栈软件", "展会留下名片，问接口", "罗成", "+86 21 6100 5544", Tier.B, "east-china", 145_000),
        (3, "成都锦程商贸", "开新分公司，十二名销售", "唐蓉", "+86 28 8600 1290", Tier.C, "west-china", 48_000),
        (2, "重庆江岳建材", "想统一跟进记录", "周川", "+86 23 6300 7765", Tier.C, "west-china", 57_000),
        (0, "昆明高原花卉", "旺季前上线，问实施周期", "李云霞", "+86 871 6500 3208", Tier.C, "west-china", 39_000),
        (0, "合肥量子光电", "集团采购，要求两地部署", "陶然", "+86 551 6500 8811", Tier.A, "east-china", 680_000),
    ];

    private static readonly (int Ago, string Company, string About, string Contact, string Phone, Tier Tier, string Region, decimal Value)[] West =
    [
        (40, "Kestrel Outdoor", "Wholesale team of twelve, quotes still in spreadsheets", "Dana Whitfield", "+44 20 7946 0101", Tier.C, "uk-ireland", 9_800),
        (28, "Harbour & Pine Logistics", "Three depots, comparing two suppliers", "Oliver Grant", "+44 20 7946 0133", Tier.B, "uk-ireland", 24_500),
        (15, "Northgate Dental Group", "Renewal of a rival ends in March", "Priyanka Shah", "+44 20 7946 0158", Tier.B, "uk-ireland", 31_000),
        (8, "Tilbury Steelworks", "Asked for a call about approvals", "Martin Cole", "+44 20 7946 0177", Tier.C, "uk-ireland", 12_400),
        (4, "Bluepeak Pallets", "Met at a fair, wants numbers first", "Ines Duarte", "+44 20 7946 0190", Tier.C, "uk-ireland", 8_600),
        (2, "Fjordline Seafood", "New office in Bergen, eight sellers", "Kari Lunde", "+47 21 56 01 22", Tier.C, "northern-europe", 11_200),
        (0, "Aurora Glass", "Downloaded the price list twice", "Mikko Laine", "+358 9 4245 0110", Tier.C, "northern-europe", 9_400),
        (0, "Atlas Freight Holding", "Group tender, four countries", "Sophie Marchand", "+33 1 70 18 99 20", Tier.Enterprise, "uk-ireland", 182_000),
    ];

    private static readonly Guid Finance = DemoOrganisation.IdOf("fengya");

    private readonly Dictionary<string, Guid> arrived = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> reviews = new(StringComparer.Ordinal);

    public IEnumerable<Scene> Scenes()
    {
        foreach (var lead in East)
            yield return Arrival(lead, "zh", "CNY", 10);
        foreach (var lead in West)
            yield return Arrival(lead, "en", "GBP", 17);
        foreach (var scene in East.SelectMany(lead => Working(lead.Company, lead.Ago, 11, ["电话联系，约了周四看现场", "发了两家同行的做法，对方在内部讨论"], "对方把预算挪到了明年二季度"))
            .Concat(West.SelectMany(lead => Working(lead.Company, lead.Ago, 18, ["Called, we meet on Thursday at their place", "Sent how two of their peers do it; they discuss it inside"], "They moved the budget to the second quarter"))))
            yield return scene;
        yield return Note(4, 18, "mingzhe", "linyue", "这张表背下来，下次通话前我来考你：每个阶段的凭据是什么？", ("sales-process", "stages", 6));
        yield return Note(1, 17, "mingzhe", "linyue", "认证测验可以考了。考前把“下一步”那一课的对话再读一遍。", null);
        yield return Note(2, 16, "aisha", "maya", "Read this passage aloud before your next call. The second question is the one you skip.", ("discovery", "cost", 3));
        yield return Note(1, 18, "aisha", "zoe", "Two conditions in one breath is one too many. Ask for the two-year term first.", null);
        yield return NoteAbout("Bluepeak Pallets", 1, 19, "aisha", "They want numbers first: give them one of yours, then ask for one of theirs.");
        yield return NoteAbout("成都锦程商贸", 1, 13, "mingzhe", "分公司刚开张，先问清楚预算谁说了算，再谈报价。");
    }

    private Scene Arrival((int Ago, string Company, string About, string Contact, string Phone, Tier Tier, string Region, decimal Value) lead, string language, string currency, int hour)
    {
        var at = clock.Ago(lead.Ago, hour, 12);
        return new(at, async () => arrived[lead.Company] = Accepted(await pool.Arrive(clock.ActAt(at), new ArrivingLead
        {
            Company = lead.Company,
            About = lead.About,
            Contact = lead.Contact,
            Phone = lead.Phone,
            Tier = lead.Tier,
            Source = language == "zh" ? "官网" : "Website",
            Email = $"contact-{Convert.ToHexStringLower(DemoOrganisation.IdOf(lead.Company).ToByteArray()[..4])}@example.com",
            Value = lead.Value,
            Currency = currency,
            Tags = [new Tag("language", language), new Tag("region", lead.Region)],
        })));
    }

    private static Guid Accepted(Decision<Guid> decision) => decision is Accepted<Guid> { Value: var id } ? id : throw new InvalidOperationException("The demo's own leads are in order.");

    // Whoever was given a lead works it: a call within the day, another every third day, and an end before protection runs out.
    private IEnumerable<Scene> Working(string company, int ago, int hour, string[] said, string lost)
    {
        const int Ends = 9; // days after it came
        for (var day = 0; day < Math.Min(ago, Ends); day += 3)
        {
            var (at, note) = (clock.Ago(ago - day, hour, 40), said[Math.Min(day / 3, said.Length - 1)]);
            yield return new(at, () => ByOwner(company, (lead, owner) => pool.FollowUp(clock.ActAt(at, owner), lead, owner, clock.DayOf(at), note)));
        }

        foreach (var scene in ago switch
        {
            Ends => Offering(company, clock.Ago(4, hour, 45), clock.Ago(3, hour, 20), clock.Ago(1, hour, 45)),
            Ends - 1 => Offering(company, clock.Ago(1, hour, 45)),
            > Ends when ago % 2 == 0 => Offering(company, clock.Ago(ago - Ends + 2, hour, 45), clock.Ago(ago - Ends + 1, hour, 20), clock.Ago(ago - Ends, hour, 10), clock.Ago(ago - Ends, hour, 40)),
            _ => [],
        })
            yield return scene;
        if (ago <= Ends)
            yield break;
        var end = clock.Ago(ago - Ends, hour, 55);
        yield return new(end, () => ByOwner(company, (lead, owner) => ago % 2 == 0
            ? pool.Win(clock.ActAt(end, owner), lead, owner)
            : pool.Lose(clock.ActAt(end, owner) with { Reason = lost }, lead, owner)));
    }

    // A sale goes through the playbook: finance agrees to the proposal before the lead goes on, and to the contract before it is won; some wait for it.
    private IEnumerable<Scene> Offering(string company, DateTime asked, DateTime? agreed = null, DateTime? decided = null, DateTime? signed = null)
    {
        var chinese = East.Any(lead => lead.Company == company);
        var sum = East.Concat(West).Single(lead => lead.Company == company).Value;
        var offer = chinese
            ? new Offer(sum, "CNY", 5, "两年期，按年付款；十个工作日上线，上线后培训两次。", "")
            : new Offer(sum, "GBP", 5, "Two years, paid yearly; ten working days of setup, two trainings after it goes live.", "");
        yield return Asking(company, asked, "proposal", OfferKind.Proposal, offer);
        if (agreed is { } at)
            yield return Agreeing(company, at, chinese ? "折扣在权限之内，付款方式没有问题。" : "The discount is within limits, and so is yearly payment.");
        if (decided is { } on)
            yield return Asking(company, on, "decision", OfferKind.Contract, offer with { Terms = chinese ? "标准合同，付款条款按已通过的方案；客户要求提前三十天通知续约。" : "Our standard contract with the terms agreed to; they ask for thirty days' notice before it renews." });
        if (signed is { } end)
            yield return Agreeing(company, end, chinese ? "与已通过的方案一致，可以签。" : "As agreed to in the proposal; it may be signed.");
    }

    private Scene Asking(string company, DateTime at, string stage, OfferKind of, Offer offer) => new(at, () => ByOwner(company, async (lead, owner) =>
    {
        await pool.Progress(clock.ActAt(at, owner), lead, owner, stage, nextStep: null, on: null);
        if (await pool.AskReview(clock.ActAt(at, owner), lead, owner, of, offer) is Accepted<Guid> { Value: var review })
            reviews[company] = review;
    }));

    private Scene Agreeing(string company, DateTime at, string why) => new(at, async () => _ = reviews.TryGetValue(company, out var review) && await staff.Find(Finance) is { } reviewer
        && await pool.DecideReview(clock.ActAt(at, Finance) with { Reason = why }, reviewer, review, OfferRuling.Agreed) is Accepted<Guid>);

    private async Task ByOwner(string company, Func<Guid, Guid, Task> act)
    {
        await using var db = await contexts.CreateDbContextAsync();
        if (arrived.TryGetValue(company, out var lead) && await LeadPool.OwnerOf(db, lead) is { } owner)
            await act(lead, owner);
    }

    private Scene Note(int ago, int hour, string from, string to, string text, (string Course, string Lesson, int Block)? beside)
    {
        var (at, person) = (clock.Ago(ago, hour, 5), DemoOrganisation.People.Single(p => p.Key == to));
        return new(at, () => notes.Send(clock.ActAt(at, DemoOrganisation.IdOf(from)), person.Id, text, beside is not var (course, lesson, block) ? null : Passage(person, course, lesson, block)));
    }

    // Whoever was given the lead; only the coach of that person may write.
    private Scene NoteAbout(string company, int ago, int hour, string from, string text)
    {
        var at = clock.Ago(ago, hour, 25);
        return new(at, () => ByOwner(company, (lead, owner) => notes.Send(clock.ActAt(at, DemoOrganisation.IdOf(from)), owner, text, lead: lead)));
    }

    private (string Course, string Lesson, string Block)? Passage(DemoPerson person, string course, string lesson, int block) =>
        library.Now.FindCourse(course)?.FindLesson(lesson)?.Text.In(person.Language).Value.Blocks is { } blocks && block < blocks.Count ? (course, lesson, blocks[block].Id) : null;
}
