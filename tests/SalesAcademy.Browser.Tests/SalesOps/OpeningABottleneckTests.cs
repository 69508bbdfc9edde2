using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.SalesOps;

/// <summary>Leads wait for want of sellers: sales operations see who is nearest to taking them and ask them to learn what is missing.</summary>
public sealed class OpeningABottleneckTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Who_is_nearest_is_found_and_asked(string language)
    {
        OnceUnlessThorough(language);
        var own = OpenAnother();
        var operations = await SignIn(language, "吴桐", own);

        await operations.Go("Lead pool", "公海");
        await operations.Link("Bottleneck", "瓶颈").ClickAsync();
        await operations.Reads("Bottleneck", "瓶颈");
        await operations.Button("Ask those chosen to learn it", "请所选的人去学").First.ClickAsync();
        await Assertions.Expect(operations.Text("asked;", "已通知").First).ToBeVisibleAsync();

        await operations.Page.Locator("button[name=Path]").First.ClickAsync();
        await operations.Reads("Enrol on", "报名");
        await Assertions.Expect(operations.Text("On it already", "已在路径中").First).ToBeVisibleAsync();
    }
}
