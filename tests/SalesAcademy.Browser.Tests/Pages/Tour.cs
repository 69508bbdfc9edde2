using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Features.Demo;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Browser.Tests.Pages;

/// <summary>A walk over the pages of an academy of its own, by several people at once. What is wrong is collected, so that one walk tells everything.</summary>
internal sealed class Tour
{
    private readonly Func<Task<Person>> window;
    private readonly string language;
    private readonly LatinWords words;
    private readonly ConcurrentQueue<(string What, string Where)> faults = [];

    private Tour(Academy academy, string language, Func<Task<Person>> window, LatinWords words) =>
        (Academy, this.language, this.window, this.words) = (academy, language, window, words);

    public Academy Academy { get; }

    public bool IsEnglish => language == "en";

    /// <summary>Each fault once, with some of the places it stands at; empty when there is none.</summary>
    public string Report => string.Join('\n', faults.GroupBy(fault => fault.What, fault => fault.Where)
        .Select(fault => $"{fault.Key}\n    on {string.Join(", ", fault.Distinct().Take(4))}"));

    public static async Task<Tour> Through(Academy academy, string language, Func<Task<Person>> window)
    {
        await using var db = academy.Read();
        var leads = await db.Set<LeadRow>().ToListAsync();
        return new Tour(academy, language, window, new LatinWords([
            .. DemoOrganisation.People.SelectMany(person => new[] { person.Name, person.LatinName ?? "", Initials.Of(person.Name) }),
            .. academy.The<Library>().Now.Courses.SelectMany(course => course.Quizzes.Select(quiz => quiz.Title).Prepend(course.Title)).Select(title => title.In("en").Value), // of content, for those who read it in the other language
            .. academy.The<Library>().Now.Families.Keys, // the ids by which authors and those who grade anew know a question
            .. leads.SelectMany(lead => new[] { lead.Company, lead.About, lead.Contact }),
        ]));
    }

    /// <summary>A stranger at the door.</summary>
    public async Task<Visitor> Stranger() => new(await window(), this);

    public async Task<Visitor> As(string name)
    {
        var visitor = await Stranger();
        await visitor.Person.SignIn(name);
        return visitor;
    }

    public async Task<Visitor> As(string email, string password)
    {
        var visitor = await Stranger();
        await visitor.Person.SignIn(email, password);
        return visitor;
    }

    /// <summary>Looks at an open page in one theme and width, and where there is time for it (tests/run --long) in the other ones.</summary>
    public async Task Look(Person person)
    {
        if (Thorough.IsAsked || person.Language == "en")
            await Look(person, person.Language == "en" ? ColorScheme.Dark : ColorScheme.Light, "phone", (360, 780));
        if (Thorough.IsAsked || person.Language != "en")
            await Look(person, person.Language == "en" ? ColorScheme.Light : ColorScheme.Dark, "desktop", (1280, 800));
        if (person.Language == "en")
            return;
        foreach (var fault in (await person.FontFaults()).Concat(await words.Faults(person)))
            Note(fault, person, "both");
    }

    private async Task Look(Person person, ColorScheme theme, string device, (int Width, int Height) size)
    {
        await person.Page.SetViewportSizeAsync(size.Width, size.Height);
        await person.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await person.Page.EvaluateAsync("document.getElementById('toasts')?.replaceChildren()"); // news of somebody else's walk stand on what is examined
        foreach (var fault in await person.AccessFaults())
            Note(fault, person, $"{theme} {device}");
    }

    private void Note(string fault, Person person, string look) => faults.Enqueue((fault, $"{new Uri(person.Page.Url).PathAndQuery} ({look})"));
}

/// <summary>Somebody on a tour.</summary>
internal sealed class Visitor(Person person, Tour tour)
{
    public Person Person => person;

    public IPage Page => person.Page;

    public Academy Academy => tour.Academy;

    /// <summary>Whoever of the demo is meant in the language of the tour.</summary>
    public Guid Whom(string english, string chinese) => DemoOrganisation.IdOf(person.Say(english, chinese));

    public Task Look() => tour.Look(person);

    public async Task Open(params string[] addresses)
    {
        foreach (var address in addresses)
        {
            await Page.GotoAsync(address);
            await Look();
        }
    }
}
