using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;
using SalesAcademy.Web.Tests;
using SalesAcademy.Web.Tests.Quizzes;

namespace SalesAcademy.Browser.Tests.Author;

/// <summary>Journey 4 both ways: a sentence comes into a lesson by its file, and by the editor and a second pair of eyes.</summary>
public sealed class WritingALessonTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    private const string Lesson = "/courses/sales-process/stages";

    [Theory, InlineData("en", "Maya Okafor"), InlineData("zh-Hans", "林悦")]
    public async Task A_sentence_saved_in_the_file_is_read_without_a_restart(string language, string name)
    {
        OnceUnlessThorough(language);
        using var content = new ContentCopy();
        var own = OpenAnother(content: content.Folder);
        var rep = await SignIn(language, name, own);
        var said = rep.Say("Written with an editor of one's own.", "用自己的编辑器写的。");

        content.Rewrite($"courses/sales-process/{language}", "01-stages.md", text => $"{text}\n{said}\n");

        await Eventually.Holds(async () =>
        {
            await rep.Page.GotoAsync(Lesson);
            return await rep.Page.GetByText(said).CountAsync() > 0;
        }, "the sentence on the page");
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task A_lesson_is_begun_and_a_dropped_and_a_pasted_image_come_to_the_cursor_and_into_the_preview(string language)
    {
        using var content = new ContentCopy();
        var author = await SignIn(language, "Hannah Lind", OpenAnother(content: content.Folder));
        await author.Page.GotoAsync("/authoring/sales-process/lessons/new");
        await author.Page.Locator("#EnglishTitle").FillAsync("What the silence says");
        await author.Page.Locator("#ChineseTitle").FillAsync("沉默在说什么");
        await author.Page.Locator("#Id").FillAsync("silence");
        await author.Button("Begin it", "开始写").ClickAsync();
        await Assertions.Expect(author.Page.Locator("#together")).ToBeVisibleAsync();
        await Assertions.Expect(author.Page.Locator("#preview")).ToContainTextAsync("✎");

        foreach (var way in (string[])["drop", "paste"])
        {
            var text = author.Page.Locator("#text");
            await text.EvaluateAsync("box => { box.focus(); const at = box.value.indexOf('\\n> [!IMPORTANT]'); box.setSelectionRange(at, at); }");
            await text.EvaluateAsync(Brings, way);
            await author.Page.Locator("#alt").FillAsync($"{way} 7");
            await author.Page.Locator("#alt").PressAsync("Enter");
            await Assertions.Expect(author.Page.Locator($"#preview img[alt='{way} 7']")).ToHaveJSPropertyAsync("naturalWidth", 1);
            Assert.Matches($@"!\[{way} 7\]\(\.\./assets/{way}-7\.png\)\n> \[!IMPORTANT\]", await author.Page.Locator("#text").InputValueAsync());
        }

        Assert.Empty(await author.AccessFaults());
    }

    // A picture of one pixel, as the browser hands it over.
    private const string Brings = """
        (box, way) => {
          const bytes = Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='), c => c.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], `${way} 7.png`, { type: 'image/png' }));
          box.dispatchEvent(way === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    [Theory, InlineData("en", "Maya Okafor"), InlineData("zh-Hans", "林悦")]
    public async Task A_sentence_written_in_the_academy_is_seen_at_once_passed_by_another_and_read(string language, string name)
    {
        OnceUnlessThorough(language);
        using var content = new ContentCopy();
        var own = OpenAnother(content: content.Folder);
        var (author, second, rep) = (await SignIn(language, "Hannah Lind", own), await SignIn(language, "Priya Nair", own), await SignIn(language, name, own));
        var (said, page) = (author.Say("Written in the academy.", "在学院里写的。"), $"/authoring/sales-process/{language}/01-stages");

        await author.Go("Write lessons", "写课程");
        await author.Page.Locator($"a[href='{page}']").EvaluateAsync("link => link.closest('details').open = true");
        var script = await author.HoldBack("courses/editor");
        await author.Page.Locator($"a[href='{page}']").ClickAsync();
        var text = author.Page.Locator("#text");
        var before = await text.InputValueAsync();
        await text.FillAsync($"{before}\n[{said}](javascript:alert(1))\n");
        script.SetResult(); // what was typed before the script came is checked as well
        await Assertions.Expect(author.Page.Locator("#findings [data-line]")).ToBeVisibleAsync();
        await text.FillAsync($"{before}\n{said}\n");
        await Assertions.Expect(author.Page.Locator("#preview")).ToContainTextAsync(said);
        await Assertions.Expect(author.Page.Locator("#findings [data-line]")).ToHaveCountAsync(0);
        await text.PressAsync("Control+s");
        await Assertions.Expect(author.Text("Saved.", "已保存。")).ToBeVisibleAsync();
        Assert.Empty(await author.AccessFaults());
        await author.Button("Hand in for review", "提交审阅").ClickAsync();
        await Assertions.Expect(author.Button("Publish", "发布")).ToHaveCountAsync(0);

        await second.Page.GotoAsync(page);
        await Assertions.Expect(second.Page.Locator(".difference ins").Filter(new() { HasText = said })).ToBeVisibleAsync();
        await second.Button("Publish", "发布").ClickAsync();
        await Assertions.Expect(second.Text("Published. It is taught from now on.", "已发布，从现在起按新内容讲授。")).ToBeVisibleAsync();
        await rep.Page.GotoAsync(Lesson);
        await Assertions.Expect(rep.Page.GetByText(said)).ToBeVisibleAsync();
    }
}
