using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Courses;
using SalesAcademy.Domain.Quizzes;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Courses;
using SalesAcademy.Web.Tests.Paths;
using SalesAcademy.Web.Tests.Shared.Live;

namespace SalesAcademy.Web.Tests.Coaching;

/// <summary>Two teams at work: Mei manages Ana and Bo, Max manages Cy.</summary>
internal sealed partial class Floor : IAsyncDisposable
{
    private Floor(AcademyApp app) => App = app;

    public AcademyApp App { get; }

    public Guid Mei { get; private set; }

    public Guid Max { get; private set; }

    public Guid Ana { get; private set; }

    public Guid Bo { get; private set; }

    public Guid Cy { get; private set; }

    public Guid East { get; private set; }

    public Guid West { get; private set; }

    public Library Library => App.Services.GetRequiredService<Library>();

    public Lesson Lesson => Library.Now.FindCourse("discovery")!.Lessons[0];

    public LessonBlock Passage => Lesson.Text.English!.Blocks.Skip(1).First(block => block.Text.Length > 40);

    public string LessonKey => $"{Lesson.Course}/{Lesson.Id}";

    public static async Task<Floor> Open(Store store = Store.Sqlite, bool kestrel = false, Dictionary<string, string?>? settings = null)
    {
        var app = new AcademyApp(store, settings);
        if (kestrel)
            app.OnAPort();
        var floor = new Floor(app);
        floor.Mei = await app.Join("Li Mei", Role.Manager);
        floor.Max = await app.Join("Max Kern", Role.Manager);
        floor.East = await app.Team("East", floor.Mei);
        floor.West = await app.Team("West", floor.Max);
        floor.Ana = await app.Join("Ana Ruiz", Role.Rep, floor.East, "sdr");
        floor.Bo = await app.Join("Bo Lind", Role.Rep, floor.East, "sdr");
        floor.Cy = await app.Join("Cy Tan", Role.Rep, floor.West, "sdr");
        foreach (var rep in (Guid[])[floor.Ana, floor.Bo, floor.Cy])
            await app.ClearTheWay(rep);
        if (kestrel)
            await LiveWire.HeardByRights(app);
        return floor;
    }

    public async Task<SentNote> Send(Guid author, Guid to, string text, bool anchored = true)
    {
        var form = new NoteForm { Person = to, Text = text };
        if (anchored)
            form = form with { Course = Lesson.Course, Lesson = Lesson.Id, Block = Passage.Id, Quote = Passage.Text[..20] };
        return Assert.IsType<Accepted<SentNote>>(await App.Services.GetRequiredService<SendNote>().Run(App.Clock.Act(author), form)).Value;
    }

    public static async Task<string> Since(Browser browser, long sequence = 0, string? lesson = null) =>
        await (await browser.Get($"/coaching/notes/since/{sequence}?lesson={lesson}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static long Last(string fragment) => long.Parse(LastNumber().Match(fragment).Groups["last"].Value, System.Globalization.CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<NoteRow>> Notes()
    {
        await using var db = App.Read();
        return await db.Set<NoteRow>().OrderBy(n => n.Sequence).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async Task<Guid> StartExam(Guid person, AttemptKind kind = AttemptKind.Certification)
    {
        var attempt = Guid.CreateVersion7();
        await Record(new AttemptStarted(person, attempt, Lesson.Course, "certification", kind, Library.Now.Hash));
        return attempt;
    }

    public Task Grade(Guid person, Guid attempt) =>
        Record(new AttemptGraded(person, attempt, Lesson.Course, "certification", AttemptKind.Certification, 0.8, Passed: true, [], Library.Now.Hash));

    public async Task Record(IEvent happened) => Assert.IsType<Accepted<Done>>(await App.Ledger.Run<Done>(App.Clock.Act(), entry =>
    {
        entry.Record(happened);
        return Task.FromResult<Decision<Done>>(Done.Value);
    }));

    /// <summary>The live connection of a signed-in page, over a real socket.</summary>
    public async Task<LiveLine> Connect(Guid person)
    {
        var (http, cookies) = await SignIn(person);
        var connection = new HubConnectionBuilder().WithUrl(new Uri(http.BaseAddress!, "/live"), o => o.Cookies = cookies).Build();
        var line = new LiveLine(connection, http);
        await connection.StartAsync(TestContext.Current.CancellationToken);
        return line;
    }

    public async Task<(HttpClient Http, CookieContainer Cookies)> SignIn(Guid person)
    {
        var cookies = new CookieContainer();
        var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = App.ClientOptions.BaseAddress };
        using var browser = new Browser(new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = http.BaseAddress });
        var answer = await browser.Submit("/people/sign-in", ("Email", $"{person:N}@example.com"), ("Password", AcademyApp.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (http, cookies);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    [GeneratedRegex("data-last=\"(?<last>\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LastNumber();
}

/// <summary>A live connection that remembers every signal it got.</summary>
internal sealed class LiveLine : IAsyncDisposable
{
    private readonly List<(string Topic, long Sequence)> heard = [];

    public LiveLine(HubConnection connection, HttpClient http)
    {
        (Connection, Http) = (connection, http);
        connection.On<string, long>("Changed", (topic, sequence) =>
        {
            lock (heard)
                heard.Add((topic, sequence));
        });
    }

    public HubConnection Connection { get; }

    public HttpClient Http { get; }

    public int Count(string topic)
    {
        lock (heard)
            return heard.Count(h => h.Topic == topic);
    }

    public async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync();
        Http.Dispose();
    }
}
