using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Coaching;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching.Cadences;
using SalesAcademy.Web.Features.People;
using SessionRow = SalesAcademy.Web.Features.Coaching.Sessions.SessionRow;

namespace SalesAcademy.Web.Tests.Coaching.Cadences;

/// <summary>Today is Monday, 23 November 2026, 08:00 in Shanghai; Mei manages Ana and Bo.</summary>
public sealed class MeetingRegularlyTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_next_one_is_planned_with_everybody_of_the_team_once_whoever_looks(Store store)
    {
        await using var floor = await Floor.Open(store);
        await Set(floor, floor.East);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Look(floor)));
        var first = await Sessions(floor);
        floor.App.Time.Advance(TimeSpan.FromDays(2)); // past the first
        await Look(floor);

        Assert.Equal([floor.Ana, floor.Bo], first.Select(s => s.Seller).Order());
        Assert.All(first, s => Assert.Equal((SessionKind.OneToOne, floor.Mei, 45, "Room 4", "What is new?"), (s.Kind, s.Coach, s.Minutes, s.Place, s.Agenda)));
        Assert.Equal([new(2026, 11, 24, 2, 0, 0), new(2026, 11, 24, 2, 45, 0), new(2026, 12, 8, 2, 0, 0), new DateTime(2026, 12, 8, 2, 45, 0)], (await Sessions(floor)).Select(s => s.StartsAt));
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("One-to-one, 24 November 2026", await ana.Open("/notices"), StringComparison.Ordinal);
        using var mei = await floor.App.SignIn(floor.Mei);
        var page = await mei.Open("/coaching/cadences");
        foreach (var seen in new[] { "Everybody of East", "Every 2 weeks on Tuesday at 10:00, 45 minutes", "Ana Ruiz", "Tue 8 Dec 10:00" })
            Assert.Contains(seen, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_begins_by_the_clock_of_the_coach_in_summer_and_in_winter()
    {
        await using var floor = await Floor.Open();
        await Change(floor, floor.Mei, person => person.Zone = "America/New_York");
        await Set(floor, floor.Ana, weeks: 12);

        floor.App.Time.Advance(TimeSpan.FromDays(3));
        await Look(floor);
        floor.App.Time.Advance(TimeSpan.FromDays(84));
        await Look(floor);

        Assert.Equal([new(2026, 11, 24, 15, 0, 0), new(2027, 2, 16, 15, 0, 0), new DateTime(2027, 5, 11, 14, 0, 0)], (await Sessions(floor)).Select(s => s.StartsAt));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Who_joins_comes_in_at_the_next_one_and_who_leaves_or_moves_drops_out(Store store)
    {
        await using var floor = await Floor.Open(store);
        await Set(floor, floor.East);
        var eva = await floor.App.Join("Eva Sand", Role.Rep, floor.East, "sdr");
        await Change(floor, floor.Ana, person => person.TeamId = floor.West);
        await Change(floor, floor.Bo, person => person.SuspendedAt = floor.App.Clock.Now);

        await Look(floor);
        await Look(floor);

        var sessions = (await Sessions(floor)).ToDictionary(s => s.Seller);
        Assert.Equal([SessionState.Cancelled, SessionState.Cancelled, SessionState.Planned], new[] { floor.Ana, floor.Bo, eva }.Select(seller => sessions[seller].State));
        Assert.Equal(2, (await floor.App.Events()).Count(e => e is { Type: "session-called-off", Actor: null }));
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Contains("called off by itself", await ana.Open($"/coaching/sessions/{sessions[floor.Ana].Id}"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task It_moves_out_of_days_off_and_is_left_out_of_a_long_leave(Store store)
    {
        await using var floor = await Floor.Open(store);
        await Away(floor, floor.Bo, new(2026, 11, 20), new(2026, 12, 20));
        await Set(floor, floor.East);
        await Away(floor, floor.Ana, new(2026, 11, 24), new(2026, 11, 26));

        await Look(floor);
        await Look(floor);

        var session = Assert.Single(await Sessions(floor));
        Assert.Equal((floor.Ana, new DateTime(2026, 11, 27, 2, 0, 0), 1), (session.Seller, session.StartsAt, session.Revision));
        Assert.Single(await floor.App.Events(), e => e.Type == "occurrence-skipped" && e.Subject == floor.Bo);
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Contains("Left out, away", await mei.Open("/coaching/cadences"), StringComparison.Ordinal);
        Assert.Contains("one-to-one of 24 November 2026 is left out", await mei.Open("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_coach_moves_by_hand_or_skips_with_a_word_stays_so()
    {
        await using var floor = await Floor.Open();
        await Set(floor, floor.East);
        var sessions = (await Sessions(floor)).ToDictionary(s => s.Seller, s => s.Id);
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Submit($"/coaching/sessions/{sessions[floor.Ana]}/move", ("Day", "2026-11-25"), ("At", "16:00"), ("Minutes", "30"));
        await mei.Submit($"/coaching/sessions/{sessions[floor.Bo]}/cancellation", ("reason", "We meet at the fair instead."));
        await Away(floor, floor.Ana, new(2026, 11, 25), new(2026, 11, 25));

        await Look(floor);

        var after = (await Sessions(floor)).ToDictionary(s => s.Seller);
        Assert.Equal(2, after.Count);
        Assert.Equal(new DateTime(2026, 11, 25, 8, 0, 0), after[floor.Ana].StartsAt);
        Assert.Equal(SessionState.Cancelled, after[floor.Bo].State);
    }

    [Fact]
    public async Task One_with_a_person_stands_before_that_of_their_team_and_the_end_calls_off_what_lies_ahead()
    {
        await using var floor = await Floor.Open();
        await Set(floor, floor.East);
        await Set(floor, floor.Ana, weeks: 1, weekday: "Friday");
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mei.Submit("/coaching/cadences", Form(floor.Ana))).StatusCode);
        await Look(floor);
        Assert.Equal([DayOfWeek.Friday], (await Sessions(floor)).Where(s => s.Seller == floor.Ana && s.State == SessionState.Planned).Select(s => s.StartsAt.DayOfWeek));
        await using var db = floor.App.Read();
        var team = await db.Set<CadenceRow>().SingleAsync(c => c.IsTeam, TestContext.Current.CancellationToken);
        using var max = await floor.App.SignIn(floor.Max);
        Assert.Equal(HttpStatusCode.NotFound, (await max.Submit($"/coaching/cadences/{team.Id}/end")).StatusCode);

        await mei.Submit($"/coaching/cadences/{team.Id}/end");
        floor.App.Time.Advance(TimeSpan.FromDays(30));
        await Look(floor);

        Assert.Equal([SessionState.Cancelled], (await Sessions(floor)).Where(s => s.Seller == floor.Bo).Select(s => s.State));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_change_moves_what_was_planned_along_and_leaves_what_was_moved_by_hand(Store store)
    {
        await using var floor = await Floor.Open(store);
        await Set(floor, floor.East);
        var before = (await Sessions(floor)).ToDictionary(s => s.Seller, s => s.Id);
        using var mei = await floor.App.SignIn(floor.Mei);
        await mei.Submit($"/coaching/sessions/{before[floor.Bo]}/move", ("Day", "2026-11-25"), ("At", "16:00"), ("Minutes", "30"));
        var cadence = await CadenceOf(floor, floor.East);
        using var max = await floor.App.SignIn(floor.Max);
        Assert.Equal(HttpStatusCode.NotFound, (await max.Submit($"/coaching/cadences/{cadence}", Form(floor.East, 1, "Thursday"))).StatusCode);

        await mei.Submit($"/coaching/cadences/{cadence}", [.. Form(floor.East, 1, "Thursday").Where(field => field.Name != "Agenda"), ("Agenda", "What did you try?")]);
        await Look(floor);

        var after = (await Sessions(floor)).ToDictionary(s => s.Seller);
        Assert.Equal(before, after.ToDictionary(s => s.Key, s => s.Value.Id));
        Assert.Equal((new DateTime(2026, 11, 26, 2, 0, 0), "What did you try?", 1), (after[floor.Ana].StartsAt, after[floor.Ana].Agenda, after[floor.Ana].Revision));
        Assert.Equal((new DateTime(2026, 11, 25, 8, 0, 0), "What is new?"), (after[floor.Bo].StartsAt, after[floor.Bo].Agenda));
        Assert.Single(await floor.App.Events(), e => e.Type == "cadence-changed");
        Assert.Contains("Every week on Thursday at 10:00, 45 minutes", await mei.Open("/coaching/cadences"), StringComparison.Ordinal);
        floor.App.Time.Advance(TimeSpan.FromDays(4));
        await Look(floor);
        Assert.Equal(2, (await Sessions(floor)).Count(s => s.StartsAt.Date == new DateTime(2026, 12, 3)));
    }

    [Fact]
    public async Task A_new_agenda_alone_moves_nothing_and_tells_nobody()
    {
        await using var floor = await Floor.Open();
        await Set(floor, floor.Ana);
        using var mei = await floor.App.SignIn(floor.Mei);

        await mei.Submit($"/coaching/cadences/{await CadenceOf(floor, floor.Ana)}", [.. Form(floor.Ana).Where(field => field.Name != "Agenda"), ("Agenda", "One thing only.")]);

        var session = Assert.Single(await Sessions(floor));
        Assert.Equal(("One thing only.", 0, new DateTime(2026, 11, 24, 2, 0, 0)), (session.Agenda, session.Revision, session.StartsAt));
        Assert.DoesNotContain(await floor.App.Events(), e => e.Type == "session-moved");
    }

    [Fact]
    public async Task What_is_no_number_no_day_or_no_time_is_said_in_words_and_changes_nothing()
    {
        await using var floor = await Floor.Open();
        await Set(floor, floor.Ana);
        var cadence = await CadenceOf(floor, floor.Ana);
        using var mei = await floor.App.SignIn(floor.Mei);
        foreach (var (address, with) in new[] { ("/coaching/cadences", floor.Bo), ($"/coaching/cadences/{cadence}", floor.Ana) })
        {
            var answer = await mei.Submit(address, ("With", $"{with}"), ("Weeks", "two"), ("Weekday", "Someday"), ("At", "25:99"), ("Minutes", ""));
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            foreach (var said in new[] { "“two” does not fit this field", "“Someday” does not fit this field", "“25:99” does not fit this field", "This is needed.", "aria-invalid=\"true\"", "value=\"two\"" })
                Assert.Contains(said, page, StringComparison.Ordinal);
        }

        Assert.Contains("Between two lie 1 to 12 weeks.", await (await mei.Submit($"/coaching/cadences/{cadence}", Form(floor.Ana, weeks: 13))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Single(await Sessions(floor));
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_plan_each_once()
    {
        await using var floor = await Floor.Open(Store.Postgres);
        await using var other = new AcademyApp(settings: new() { ["Academy:Database"] = floor.App.Services.GetRequiredService<Web.Data.AcademyOptions>().Database });
        await Write(floor, entry =>
        {
            entry.Db.Add(new CadenceRow
            {
                Id = entry.NewId(),
                Coach = floor.Mei,
                With = floor.East,
                IsTeam = true,
                First = new(2026, 11, 24),
                Weeks = 1,
                At = new(10, 0),
                Minutes = 45,
                Place = "",
                Agenda = "",
                SetAt = entry.Act.At,
            });
            return Task.CompletedTask;
        });
        PlanOccurrences[] nodes = [floor.App.Services.GetRequiredService<PlanOccurrences>(), other.Services.GetRequiredService<PlanOccurrences>()];

        foreach (var week in Enumerable.Range(1, 3))
        {
            // Both nodes' own rounds hear the clock and look too.
            foreach (var node in (AcademyApp[])[floor.App, other])
                node.Time.Advance(TimeSpan.FromDays(week == 1 ? 0 : 7));
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => nodes[i % 2].LookAtAll(TestContext.Current.CancellationToken))));
            Assert.Equal(2 * week, (await Sessions(floor)).Count);
        }

        Assert.Equal(6, (await floor.App.Events()).Count(e => e.Type == "session-planned"));
        Assert.Equal(6, (await Sessions(floor)).Select(s => s.StartsAt).Distinct().Count());
    }

    [Fact]
    public async Task Nobody_sets_one_with_people_they_do_not_coach()
    {
        await using var floor = await Floor.Open();
        using var mei = await floor.App.SignIn(floor.Mei);

        foreach (var other in new[] { floor.Cy, floor.West, floor.Mei, Guid.Empty })
            Assert.Equal(HttpStatusCode.NotFound, (await mei.Submit("/coaching/cadences", Form(other))).StatusCode);

        Assert.Empty(await Sessions(floor));
    }

    private static async Task<Guid> CadenceOf(Floor floor, Guid with)
    {
        await using var db = floor.App.Read();
        return (await db.Set<CadenceRow>().SingleAsync(c => c.With == with, TestContext.Current.CancellationToken)).Id;
    }

    private static Task Look(Floor floor) => floor.App.Services.GetRequiredService<PlanOccurrences>().LookAtAll(TestContext.Current.CancellationToken);

    private static async Task Set(Floor floor, Guid with, int weeks = 2, string weekday = "Tuesday")
    {
        using var mei = await floor.App.SignIn(floor.Mei);
        Assert.Equal(HttpStatusCode.Redirect, (await mei.Submit("/coaching/cadences", Form(with, weeks, weekday))).StatusCode);
    }

    private static (string Name, string Value)[] Form(Guid with, int weeks = 2, string weekday = "Tuesday") =>
        [("With", $"{with}"), ("Weeks", $"{weeks}"), ("Weekday", weekday), ("At", "10:00"), ("Minutes", "45"), ("Place", " Room 4 "), ("Agenda", "What is new?")];

    private static async Task<IReadOnlyList<SessionRow>> Sessions(Floor floor)
    {
        await using var db = floor.App.Read();
        return await db.Set<SessionRow>().OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static Task Away(Floor floor, Guid person, DateOnly from, DateOnly until) => Write(floor, entry =>
    {
        entry.Db.Add(new LeaveRow { Id = entry.NewId(), PersonId = person, From = from, Until = until });
        return Task.CompletedTask;
    });

    private static async Task Change(Floor floor, Guid person, Action<PersonRow> change)
    {
        await Write(floor, async entry => change((await entry.Db.FindAsync<PersonRow>(person))!)); // joined before
        floor.App.Services.GetRequiredService<Staff>().Forget(person);
    }

    private static async Task Write(Floor floor, Func<Web.Shared.Ledger.Entry, Task> write) => await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), async entry =>
    {
        await write(entry);
        return Done.Value;
    });
}
