using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests;

/// <summary>
/// What one person or several come to do, each in a window of their own. Whatever a page's console complains of fails the errand, and a
/// failed errand leaves a picture of every window beside the tests, in the folder failures, and with the slow proofs a trace.
/// </summary>
public abstract class Errand(Chromium chromium, Academy academy) : IAsyncLifetime
{
    /// <summary>Errands that take turns: news of a note reach the page of its receiver that asks first, and two would wait for the same one's.</summary>
    internal const string NotesTakeTurns = "notes";

    private readonly List<Person> people = [];
    private readonly List<Academy> others = [];

    protected Academy Academy => academy;

    protected Chromium Chromium => chromium;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Leaves the second language of a long errand to the slow proofs.</summary>
    protected static void OnceUnlessThorough(string language) =>
        Assert.SkipUnless(language == "en" || Thorough.IsAsked, "The second language is for the slow proofs: tests/run --long.");

    /// <summary>An academy of its own, open until its windows are closed; with a clock and a content folder of its own if they are given.</summary>
    protected Academy OpenAnother(TimeProvider? time = null, string? content = null)
    {
        var another = Academy.Open(time, content);
        others.Add(another);
        return another;
    }

    protected async Task<Person> Window(string language, ColorScheme theme = ColorScheme.Light, string device = "desktop", Academy? at = null)
    {
        var person = await chromium.Window(at ?? academy, language, theme, device);
        lock (people)
            people.Add(person);
        return person;
    }

    /// <summary>A window with one of the cast signed in.</summary>
    protected async Task<Person> SignIn(string language, string name, Academy? at = null)
    {
        var person = await Window(language, at: at);
        await person.SignIn(name);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (index, person) in people.Index())
            await person.Leave(failed ? FailureOf(person, index) : null);
        others.ForEach(another => another.Dispose());
        var complaints = people.SelectMany(person => person.Complaints).ToArray();
        Assert.True(complaints.Length == 0, string.Join('\n', complaints));
    }

    private static string FailureOf(Person person, int index)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "failures")).FullName;
        return Path.Combine(folder, $"{TestContext.Current.TestMethod?.MethodName}-{person.Language}-{index + 1}");
    }
}
