using System.Diagnostics;
using System.Globalization;
using System.Text;
using SalesAcademy.Benchmarks.Bare;
using SalesAcademy.Benchmarks.Load;
using SalesAcademy.Reliability.Coaching;
using SalesAcademy.Running;

namespace SalesAcademy.Benchmarks.Cases;

/// <summary>
/// A note from the moment it is posted until its text is on the receiver's page, against what cannot be left out of that: a signal to a group that comes
/// back, a commit that waits for the disk, and a page for somebody signed in.
/// </summary>
internal static class CoachingCase
{
    private const int Notes = 100;
    private const string Echo = """{"type":1,"target":"Echo","arguments":["notes",1]}""";

    public static async Task<IReadOnlyList<string>> Run(Site site) => [await Delivery(site), await LineCosts.Memory(site), .. await LineCosts.PerNote(site)];

    private static async Task<string> Delivery(Site site)
    {
        var data = site.Folder();
        var team = await Team.Enter(data, null, 1);
        using var academy = await site.Serve(data);
        using var desk = await Desk.Open(academy.Address, team, reader: 0);
        var fragment = await desk.Send();
        using var bare = await site.ServeBare(fragment);
        var ticket = await LessonCase.BareTicket(bare.Address);
        using var screen = await Screen.Open(bare.Address, ticket);
        using var line = new Line(bare.Address);
        await line.Open();
        var page = Asking.Page(bare.Address, "/lesson", ticket).Bytes;
        var writer = BareWriter.Open(Path.Combine(site.Folder(), "floor.db"));
        // What a bare save writes does not matter, only that each is another row.
        var (attempt, saved, at) = (Guid.Empty, 0, DateTime.UnixEpoch);
        var (echo, commit, get) = (new List<double>(), new List<double>(), new List<double>());

        async Task<double> Parts()
        {
            echo.Add(await Median(async () =>
            {
                await screen.Say(Echo);
                await screen.Hear("notes");
            }));
            commit.Add(await Median(() => writer.Save(new BareAnswer(attempt, ++saved, "1", saved, at))));
            get.Add(await Median(() => line.Send(page)));
            return echo[^1] + commit[^1] + get[^1];
        }

        Task<double> Whole() => Median(desk.Send);
        await Parts();
        await Whole();
        var (parts, whole) = await Rounds.Interleave("ms from post to text", Parts, Whole);
        return string.Create(CultureInfo.InvariantCulture, $"post to text on screen: {whole:0.00} ms; echo {Rounds.Median(echo):0.00} + FULL commit {Rounds.Median(commit):0.00} + signed-in GET of {fragment.Length / 1024.0:0.0} KB {Rounds.Median(get):0.00} = {parts:0.00} ms; ratio {whole / parts:0.00} (target <= 1.5)");
    }

    private static async Task<double> Median(Func<Task> run)
    {
        var took = new List<double>();
        for (var i = 0; i < Notes; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await run();
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return took.Order().ElementAt(Notes / 2);
    }
}

/// <summary>A coach and one page of a reader: sends a note and waits until its text is there.</summary>
internal sealed class Desk : IDisposable
{
    private readonly Line posting;
    private readonly Line fetching;
    private readonly Screen screen;
    private readonly Func<int, Asking> note;
    private readonly Func<string, Asking> fetch;
    private string last = "0";
    private int number;

    private Desk(Line posting, Line fetching, Screen screen, Func<int, Asking> note, Func<string, Asking> fetch) =>
        (this.posting, this.fetching, this.screen, this.note, this.fetch) = (posting, fetching, screen, note, fetch);

    public static async Task<Desk> Open(Uri address, Team team, int reader)
    {
        using var coach = await Visitor.SignIn(address, 0);
        using var seller = await Visitor.SignIn(address, reader + 1);
        var (cookies, token, own) = (coach.Cookies, coach.Token, seller.Cookies);
        var place = $"Person={team.Readers[reader]}&Course={team.Course}&Lesson={team.Lesson}&Block={Uri.EscapeDataString(team.Block)}";
        var desk = new Desk(
            new Line(address), new Line(address), await Screen.Open(address, own),
            number => Asking.Form(address, "/coaching/notes", cookies, token, $"{place}&Text=note-{number}-end"),
            last => Asking.Page(address, $"/coaching/notes/since/{last}?lesson={team.Course}/{team.Lesson}", own));
        await desk.posting.Open();
        await desk.fetching.Open();
        return desk;
    }

    /// <summary>The fragment that brought the note.</summary>
    public async Task<string> Send()
    {
        var wanted = $"note-{++number}-end";
        var posted = posting.Send(note(number).Bytes);
        while (true)
        {
            var heard = screen.Hear("notes");
            if (await Task.WhenAny(heard, posted) == posted && !(await posted).Span.StartsWith("HTTP/1.1 302"u8))
                throw new InvalidOperationException($"The note was answered: {Encoding.UTF8.GetString((await posted).Span)[..200]}");
            await heard;
            var answer = await fetching.Send(fetch(last).Bytes);
            var html = Encoding.UTF8.GetString(answer.Span);
            var at = html.IndexOf("data-last=\"", StringComparison.Ordinal);
            if (at < 0)
                throw new InvalidOperationException($"The answer was: {html[..Math.Min(html.Length, 200)]}");
            at += "data-last=\"".Length;
            last = html[at..html.IndexOf('"', at)];
            if (!html.Contains(wanted, StringComparison.Ordinal))
                continue;
            await posted;
            return html[(html.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        }
    }

    public void Dispose()
    {
        screen.Dispose();
        posting.Dispose();
        fetching.Dispose();
    }
}
