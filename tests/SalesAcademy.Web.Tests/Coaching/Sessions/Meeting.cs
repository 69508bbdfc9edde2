using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Content;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Sessions;
using SalesAcademy.Web.Features.People;

namespace SalesAcademy.Web.Tests.Coaching.Sessions;

/// <summary>A session on the floor: Mei coaches Ana, Max and Kim rate beside her; Ken manages Ana's team too and takes no part.</summary>
internal sealed class Meeting : IAsyncDisposable
{
    private Meeting(Floor floor) => Floor = floor;

    public Floor Floor { get; }

    public Guid Id { get; private set; }

    public Guid Kim { get; private set; }

    public Guid Ken { get; private set; }

    public string Url => $"/coaching/sessions/{Id}";

    public Rubric Rubric => Floor.Library.Now.Scorecards[0];

    public static async Task<Meeting> Planned(Store store = Store.Sqlite, SessionKind kind = SessionKind.RolePlay, bool withRaters = true, bool kestrel = false)
    {
        var meeting = new Meeting(await Floor.Open(store, kestrel));
        meeting.Kim = await meeting.Floor.App.Join("Kim Holt", Role.Manager);
        meeting.Ken = await meeting.Floor.App.Join("Ken Ode", Role.Manager);
        await meeting.Floor.App.Ledger.Run<Done>(meeting.Floor.App.Clock.Act(), entry =>
        {
            entry.Db.Add(new TeamManagerRow { TeamId = meeting.Floor.East, PersonId = meeting.Ken });
            entry.Record(new Domain.People.ManagementChanged(meeting.Ken, meeting.Floor.East, Manages: true));
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        meeting.Floor.App.Services.GetRequiredService<Staff>().Forget(meeting.Ken);
        meeting.Id = await meeting.Plan(kind, withRaters);
        return meeting;
    }

    public static async Task<Meeting> Running(Store store = Store.Sqlite, SessionKind kind = SessionKind.RolePlay, bool withRaters = true, bool kestrel = false)
    {
        var meeting = await Planned(store, kind, withRaters, kestrel);
        await meeting.Does(meeting.Floor.Mei, "beginning");
        return meeting;
    }

    /// <summary>A one-to-one that has ended, with a summary.</summary>
    public static async Task<Meeting> SummedUp(Store store = Store.Sqlite)
    {
        var meeting = await Running(store, SessionKind.OneToOne, withRaters: false);
        await meeting.Does(meeting.Floor.Mei, "ending");
        await meeting.Does(meeting.Floor.Mei, "summary", ("WentWell", "You let the silence stand."), ("ToTry", "Name the price first."), ("Edition", "0"));
        return meeting;
    }

    public async Task<Guid> Plan(SessionKind kind, bool withRaters = false)
    {
        var app = Floor.App;
        var planned = await app.Services.GetRequiredService<CoachingSessions>().Plan(app.Clock.Act(Floor.Mei), new SessionPlan
        {
            Kind = kind,
            Seller = Floor.Ana,
            Coach = Floor.Mei,
            Raters = withRaters ? [Floor.Max, Kim] : [],
            Day = app.Clock.Today,
            At = new TimeOnly(10, 0),
            Minutes = 30,
            Rubric = kind == SessionKind.OneToOne ? null : Rubric.Id,
            Agenda = "The opening",
        });
        return Assert.IsType<Accepted<Guid>>(planned).Value;
    }

    /// <summary>Takes a step by its page, and expects it to be taken.</summary>
    public async Task Does(Guid person, string step, params (string Name, string Value)[] fields)
    {
        var answer = await Tries(person, step, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{step} answered {(int)answer.StatusCode}");
    }

    public async Task<HttpResponseMessage> Tries(Guid person, string step, params (string Name, string Value)[] fields)
    {
        using var browser = await Floor.App.SignIn(person);
        return await browser.Submit($"{Url}/{step}", fields);
    }

    /// <summary>Tries a step and reads why it was refused.</summary>
    public async Task<string> Refused(Guid person, string step, params (string Name, string Value)[] fields)
    {
        var answer = await Tries(person, step, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public Task HandIn(Guid rater, int level) => Does(rater, "marks", [.. Levels(level), ("IsDone", "true")]);

    public IEnumerable<(string Name, string Value)> Levels(int level) => Rubric.Criteria.Select(row => ($"Levels[{row.Id}]", $"{level}"));

    public async Task<string> Page(Guid person)
    {
        using var browser = await Floor.App.SignIn(person);
        return WebUtility.HtmlDecode(await browser.Open(Url));
    }

    /// <summary>From now on somebody lives in that zone.</summary>
    public async Task Lives(Guid person, string zone)
    {
        await Floor.App.Ledger.Run<Done>(Floor.App.Clock.Act(), async entry =>
        {
            (await entry.Db.FindAsync<PersonRow>(person))!.Zone = zone; // joined before
            return Done.Value;
        }, TestContext.Current.CancellationToken);
        Floor.App.Services.GetRequiredService<Staff>().Forget(person);
    }

    public async Task<SessionRow> Row()
    {
        await using var db = Floor.App.Read();
        return await db.Set<SessionRow>().SingleAsync(s => s.Id == Id, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Floor.DisposeAsync();
}
