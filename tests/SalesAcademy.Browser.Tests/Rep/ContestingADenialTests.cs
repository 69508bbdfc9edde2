using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>Journey 7: a rep contests a denied lead, the manager decides with a reason, and the record shows both.</summary>
public sealed class ContestingADenialTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Maya Okafor", "Aisha Rahman"), InlineData("zh-Hans", "赵磊", "周明哲")]
    public async Task A_rep_contests_a_lead_they_may_not_claim_and_the_manager_decides_with_a_reason(string language, string name, string managersName)
    {
        OnceUnlessThorough(language);
        var (why, because) = language == "en"
            ? ("I have served this customer in Chinese before.", "True, and it is in your profile from today.")
            : ("这家客户我以前用英文服务过。", "属实，今天起已写入你的档案。");
        var own = OpenAnother();
        var rep = await SignIn(language, name, own);
        await rep.Page.GotoAsync("/leads/pool");
        await rep.Page.Locator("main a[href$='/why']").First.ClickAsync();

        await rep.Reads("Why you did not get this lead", "为什么还不行");
        await rep.Field("Why you should have been able to get this lead", "为什么你应当能得到这条线索").FillAsync(why);
        await rep.Button("Contest this denial", "提出申诉").ClickAsync();
        await Assertions.Expect(rep.Text("Contested. You will be told what is decided.", "申诉已提交，有结果会通知你。")).ToBeVisibleAsync();

        var manager = await SignIn(language, managersName, own);
        await manager.Page.GotoAsync("/");
        await Assertions.Expect(manager.Text("1 contested denial waits for you", "有 1 条分配申诉等你裁定")).ToBeVisibleAsync();
        await manager.Page.GotoAsync("/leads/contests");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(manager.Page.GetByText(why)).ToBeVisibleAsync();
        await Assertions.Expect(manager.Text("The rules as they stand now", "按现在的情况")).ToBeVisibleAsync();
        await manager.Field("Why you decide so", "裁定理由").FillAsync(because);
        await manager.Button("It was wrong, and is corrected", "判错了，原因已纠正").ClickAsync();
        // Nobody is told to have been right before anything is put right.
        await Assertions.Expect(manager.Text("Nothing of what stood in the way is corrected yet", "当时挡住的条件还没有改")).ToBeVisibleAsync();
        await Assertions.Expect(manager.Field("Why you decide so", "裁定理由")).ToHaveValueAsync(because);
        await manager.Button("It stands", "维持原判").ClickAsync();
        await Assertions.Expect(manager.Text("Decided. The seller has been told, and both records stay.", "已裁定并通知销售，双方记录均已留档。")).ToBeVisibleAsync();

        await rep.Page.ReloadAsync();
        await Assertions.Expect(rep.Page.GetByText(why)).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.GetByText(because)).ToBeVisibleAsync();
    }
}
