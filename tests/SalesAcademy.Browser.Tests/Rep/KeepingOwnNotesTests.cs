using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Pages;

namespace SalesAcademy.Browser.Tests.Rep;

/// <summary>A reader highlights words, writes a note on others and bookmarks the lesson; on a phone, and without a reload but for the bookmark.</summary>
public sealed class KeepingOwnNotesTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    // Words of a passage chosen as a finger or a mouse would leave them.
    private const string Choose = """
        ([place, from, to]) => {
          const block = document.querySelectorAll('.text p[data-block]')[place];
          const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode();
          getSelection().setBaseAndExtent(node, from, node, to);
        }
        """;

    [Theory, InlineData("en", "Noah Becker", "Maya Okafor"), InlineData("zh-Hans", "赵磊", "林悦")]
    public async Task What_is_marked_stands_in_the_text_and_on_a_page_of_its_own_and_nobody_else_sees_it(string language, string name, string other)
    {
        OnceUnlessThorough(language);
        var reader = await SignIn(language, name);
        await reader.Page.SetViewportSizeAsync(360, 740);
        var note = reader.Say("Try this on Thursday.", "周四试一试。");
        await reader.Page.GotoAsync("/courses/sales-process/stages");
        await reader.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");

        await reader.Page.EvaluateAsync(Choose, new object[] { 0, 2, 14 });
        await reader.Button("Highlight", "划线").ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".own-note")).ToHaveCountAsync(1);
        await reader.Page.EvaluateAsync(Choose, new object[] { 1, 0, 10 });
        await reader.Button("Note", "写笔记").ClickAsync();
        await reader.Page.GetByRole(AriaRole.Textbox, new() { Name = reader.Say("Your note", "笔记内容"), Exact = true }).FillAsync(note);
        await reader.Page.Locator(".new-note").GetByRole(AriaRole.Button, new() { Name = reader.Say("Save", "保存") }).ClickAsync();
        await Assertions.Expect(reader.Page.Locator(".own-note")).ToHaveCountAsync(2);

        Assert.Equal(2, await reader.Page.EvaluateAsync<int>("CSS.highlights.get('own').size"));
        await Assertions.Expect(reader.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
        Assert.Empty(await reader.AccessFaults());
        Assert.Equal(360, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await reader.Button("Bookmark", "书签").ClickAsync();
        await Assertions.Expect(reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Say("Bookmark", "书签"), Pressed = true })).ToBeVisibleAsync();

        await reader.Page.GotoAsync("/courses/notes");
        await reader.Field("Search my notes", "搜索我的笔记").FillAsync(reader.Say("thursday", "周四"));
        await reader.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(reader.Page.Locator(".own-note")).ToHaveCountAsync(1);
        await Assertions.Expect(reader.Page.Locator(".own-words")).ToHaveTextAsync(note);
        Assert.Empty(await reader.AccessFaults());
        await reader.Page.Locator(".own-note blockquote a").ClickAsync();
        await reader.Page.WaitForURLAsync("**/courses/sales-process/stages#*");

        var colleague = await SignIn(language, other);
        await colleague.Page.GotoAsync("/courses/notes");
        await Assertions.Expect(colleague.Text(note, note)).ToHaveCountAsync(0);
    }
}
