using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Browser.Tests.Rep;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Browser.Tests.Manager;

/// <summary>A coach writes beside what a seller said or has in hand; the note appears there without a reload.</summary>
[Collection(Errand.NotesTakeTurns)]
public sealed class NotesBesideTests(Chromium chromium, Academy academy) : Errand(chromium, academy)
{
    [Theory, InlineData("en", "Maya Okafor", "Aisha Rahman"), InlineData("zh-Hans", "赵磊", "周明哲")]
    public async Task A_note_beside_an_answer_and_one_at_a_second_of_a_pitch_appear_where_they_belong(string language, string name, string coach)
    {
        OnceUnlessThorough(language);
        var own = OpenAnother();
        var rep = await SignIn(language, name, own);
        await rep.Page.Context.GrantPermissionsAsync(["microphone"]);
        await BeingJudgedTests.Answer(rep, rep.Say("Ruth, your deliveries moved from noon to four.", "罗经理，您的送货时间从中午改到了四点。"));
        await BeingJudgedTests.Record(rep);
        await rep.Button("Hand in", "交卷").ClickAsync();
        await rep.Page.WaitForURLAsync("**/result");
        await rep.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        var manager = await SignIn(language, coach, own);
        await BeingJudgedTests.OpenNext(manager, name);
        var aboutWords = manager.Say("This opening names her day.", "这个开场说的是她的一天。");
        await manager.Text($"Write {name} a note about this answer", $"就这个回答给{name}写便签").ClickAsync();
        await Assertions.Expect(manager.Page.Locator("[name=Second]")).ToHaveCountAsync(0);
        await manager.Page.Locator("[data-beside] textarea").FillAsync(aboutWords);
        await manager.Page.Locator("[data-beside] textarea").PressAsync("Control+Enter");
        await Assertions.Expect(rep.Page.Locator("[data-beside] [data-note]").Filter(new() { HasText = aboutWords })).ToBeVisibleAsync();
        await BeingJudgedTests.Grade(manager);
        await BeingJudgedTests.OpenNext(manager, name);
        await manager.Page.WaitForFunctionAsync("() => document.querySelector('audio.playing').readyState > 0");

        var said = manager.Say("Breathe here.", "在这里停一下。");
        await manager.Text($"Write {name} a note about this answer", $"就这个回答给{name}写便签").ClickAsync();
        await manager.Page.EvaluateAsync("document.querySelector('audio.playing').currentTime = 1");
        await manager.Button("Take it from the player", "取当前播放位置").ClickAsync();
        await Assertions.Expect(manager.Page.Locator("[name=Second]")).ToHaveValueAsync("1");
        await manager.Page.Locator("[data-beside] textarea").FillAsync(said);
        await manager.Page.Locator("[data-beside] textarea").PressAsync("Control+Enter");

        var note = rep.Page.Locator("[data-beside] [data-note]").Filter(new() { HasText = said });
        await Assertions.Expect(note).ToBeVisibleAsync();
        await note.GetByRole(AriaRole.Link, new() { Name = rep.Say("From 0:01", "从 0:01 播放") }).ClickAsync();
        await rep.Page.WaitForFunctionAsync("() => document.querySelector('audio.playing').currentTime >= 1");
        await Assertions.Expect(rep.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
        await note.GetByRole(AriaRole.Button, new() { Name = rep.Say("It helped", "有帮助") }).ClickAsync();
        await Assertions.Expect(manager.Page.Locator("[data-beside] .note").Filter(new() { HasText = said })).ToContainTextAsync(manager.Say("It helped", "对方说有帮助"));
    }

    [Theory, InlineData("en", "Tilbury Steelworks"), InlineData("zh-Hans", "上海云栈软件")]
    public async Task A_note_about_a_lead_appears_on_its_page_and_is_answered_there(string language, string company)
    {
        OnceUnlessThorough(language);
        var (lead, name) = await Owned(company);
        var rep = await SignIn(language, name);
        var manager = await SignIn(language, rep.Say("Aisha Rahman", "周明哲"));
        await rep.Page.GotoAsync($"/leads/{lead}");
        await rep.Page.EvaluateAsync("document.body.dataset.loaded = 'once'");
        await manager.Page.GotoAsync($"/leads/{lead}");

        var said = manager.Say("Who signs there?", "那边谁签字？");
        await manager.Text($"Write {name} a note about this lead", $"就这条线索给{name}写便签").ClickAsync();
        await manager.Page.Locator("[data-beside] textarea").FillAsync(said);
        await manager.Page.Locator("[data-beside]").GetByRole(AriaRole.Button, new() { Name = manager.Say("Send note", "发送便签") }).ClickAsync();

        var note = rep.Page.Locator("[data-beside] [data-note]").Filter(new() { HasText = said });
        await Assertions.Expect(note).ToBeVisibleAsync();
        await note.GetByText(rep.Say("Reply", "回复"), new() { Exact = true }).ClickAsync();
        var answer = rep.Say("The owner herself.", "老板本人。");
        await note.GetByRole(AriaRole.Textbox).FillAsync(answer);
        await note.GetByRole(AriaRole.Button, new() { Name = rep.Say("Send reply", "发送回复") }).ClickAsync();
        await Assertions.Expect(manager.Page.Locator("[data-beside] .note").Filter(new() { HasText = answer })).ToBeVisibleAsync();
        await Assertions.Expect(rep.Page.Locator("body")).ToHaveAttributeAsync("data-loaded", "once");
    }

    private async Task<(Guid Lead, string Name)> Owned(string company)
    {
        await using var db = Academy.Read();
        var found = await db.Set<LeadRow>().Where(lead => lead.Company == company).Join(db.Set<PersonRow>(), lead => lead.Owner, person => person.Id, (lead, person) => new { lead.Id, person.Name }).SingleAsync(TestContext.Current.CancellationToken);
        return (found.Id, found.Name);
    }
}
