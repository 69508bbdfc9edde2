using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Everybody;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Features.Courses.Changes;
using SalesAcademy.Web.Tests;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>An author marks a change; who had completed the lesson is asked once, reads the marked passage and says so; a revert takes it back from the others.</summary>
public sealed class ReadingWhatChangedTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Lesson = "/courses/sales-process/stages";

    [Theory, InlineData("en", "Maya Okafor", "林悦"), InlineData("zh-Hans", "林悦", "Maya Okafor")]
    public async Task A_marked_change_is_read_from_the_home_page_and_a_revert_asks_nobody_any_more(string language, string name, string other)
    {
        OnceUnlessThorough(language);
        using var content = new ContentCopy();
        var own = OpenAnother(content: content.Folder);
        var (rep, unread) = (await SignIn(language, name, own), await SignIn(language, other, own));
        await own.The<ChangeBook>().Follow(TestContext.Current.CancellationToken);

        ChangePages.Mark(content);
        await Eventually.Holds(() => own.The<ChangeBook>().Asking("sales-process", "stages").Any(), "the change opened");
        await rep.Page.GotoAsync("/");
        await rep.Link("Read what is new", "查看改动").First.ClickAsync();
        await rep.Page.WaitForURLAsync($"**{Lesson}");

        await Assertions.Expect(rep.Page.Locator("[data-changed]")).ToHaveTextAsync(rep.Say(ChangePages.English, ChangePages.Chinese));
        await Assertions.Expect(rep.Page.Locator("[data-standing]")).ToHaveTextAsync(rep.Say("Completed", "已完成"));
        Assert.Empty(await rep.AccessFaults());
        await rep.Button("I have read what is new", "我已读过改动").ClickAsync();
        await Assertions.Expect(rep.Text("Noted: you have read what is new.", "已记下：你读过了改动。")).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.Locator("[data-changed]")).ToHaveCountAsync(0);
        await Assertions.Expect(rep.Page.Locator("[data-standing]")).ToHaveTextAsync(rep.Say("Completed", "已完成"));
        await rep.Page.GotoAsync("/");
        await Assertions.Expect(rep.Link("Read what is new", "查看改动")).ToHaveCountAsync(0);

        ChangePages.TakeBack(content);
        await Eventually.Holds(() => own.The<ChangeBook>().Asking().All(change => change.TakenBackAt is not null), "the change taken back");
        await unread.Page.GotoAsync(Lesson);
        await Assertions.Expect(unread.Text("was taken back", "已撤回")).ToBeVisibleAsync();
        await Assertions.Expect(unread.Page.Locator("#changes-read")).ToHaveCountAsync(0);
    }
}
