using Microsoft.Playwright;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Quizzes;

namespace SalesAcademy.Browser.Tests;

/// <summary>Somebody who knows. The right answers come from the catalogue that the attempt was begun under, never from the page.</summary>
internal sealed class Answering(Academy academy, Person person, string name)
{
    private readonly Guid id = DemoOrganisation.People.Single(someone => someone.Name == name).Id;

    /// <summary>Begins the check in a lesson and answers it, one question after the other.</summary>
    public async Task Check()
    {
        var form = person.Page.Locator("[data-check] form");
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(form.Locator("[name=question]")).ToHaveValueAsync("1");
        var paper = await PaperAt((await form.GetAttributeAsync("action"))!);
        foreach (var question in paper.Questions)
        {
            await Assertions.Expect(form.Locator("[name=question]")).ToHaveValueAsync($"{question.Number}");
            await Choose(question);
            await person.Button("Check answer", "确认回答").ClickAsync();
        }
    }

    /// <summary>Begins the quiz whose page is open, answers every question and hands in.</summary>
    public async Task Quiz()
    {
        await person.Button("Begin", "开始作答").ClickAsync();
        await person.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var paper = await PaperAt(new Uri(person.Page.Url).AbsolutePath);
        foreach (var question in paper.Questions)
        {
            await Assertions.Expect(person.Text($"Question {question.Number} of {paper.Questions.Count}", $"第 {question.Number} 题，共 {paper.Questions.Count} 题")).ToBeVisibleAsync();
            await Choose(question);
            await Assertions.Expect(person.Page.Locator("[data-state=saved]")).ToBeVisibleAsync();
            await (question.Number < paper.Questions.Count ? person.Button("Next", "下一题") : person.Button("Review and hand in", "检查并交卷")).ClickAsync();
        }

        await Assertions.Expect(person.Text("Everything is answered.", "全部作答完毕。")).ToBeVisibleAsync();
        await person.Button("Hand in", "交卷").ClickAsync();
    }

    /// <summary>Sits a lesson's check on its own page and has every question wrong; ends on the result.</summary>
    public async Task<Paper> MissAll(string quiz)
    {
        await person.Page.GotoAsync(quiz);
        await person.Button("Begin", "开始作答").Or(person.Button("Try again", "再次作答")).ClickAsync();
        await person.Page.WaitForURLAsync("**/quizzes/attempts/*");
        var attempt = new Uri(person.Page.Url).AbsolutePath;
        var paper = await PaperAt(attempt);
        foreach (var question in paper.Questions)
        {
            await person.Page.GotoAsync($"{attempt}?q={question.Number}");
            await person.Page.Locator("[name=option]").Nth(question.Order.Index().First(option => option.Item == WrongOf(question)).Index).CheckAsync();
            await person.Button("Check answer", "确认回答").ClickAsync();
        }

        await person.Page.WaitForURLAsync("**/result");
        return paper;
    }

    /// <summary>The option that is ticked to have a question wrong.</summary>
    public static int WrongOf(PaperQuestion question) => question.Order.First(option => !((ChoiceKey)question.Key).Right[option]);

    /// <summary>The paper of the attempt at an address.</summary>
    public async Task<Paper> PaperAt(string address)
    {
        var attempt = Guid.Parse(address.Split('/')[3]);
        return await academy.The<PaperShelf>().Find(attempt, id) ?? throw new InvalidOperationException($"{name} has no attempt {attempt}.");
    }

    /// <summary>Ticks what is right.</summary>
    public async Task Choose(PaperQuestion question)
    {
        var key = (ChoiceKey)question.Key;
        foreach (var (place, option) in question.Order.Index())
            if (key.Right[option])
                await person.Page.GetByRole(key.Several ? AriaRole.Checkbox : AriaRole.Radio).And(person.Page.Locator("[name=option]")).Nth(place).CheckAsync();
    }
}
