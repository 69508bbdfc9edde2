using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Tests.Quizzes;
using static SalesAcademy.Web.Tests.Quizzes.JudgedQuiz;
using LeadFloor = SalesAcademy.Web.Tests.Leads.Floor;

namespace SalesAcademy.Web.Tests.Coaching;

/// <summary>Notes beside an answer that was handed in, at a second of a recorded pitch, and on the page of a lead.</summary>
public sealed class AnchoringANoteTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_note_about_a_lead_stands_on_its_page_and_among_ones_leads_and_only_the_two_see_it(Store store)
    {
        await using var app = new AcademyApp(store);
        var (mei, ana, lead) = await Owned(app);
        using var coach = await app.SignIn(mei);
        using var seller = await app.SignIn(ana);
        using var operations = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Contains("Write Ana Ruiz a note about this lead", await coach.Open($"/leads/{lead}"), StringComparison.Ordinal);
        var sent = await coach.Submit("/coaching/notes", ("Person", $"{ana}"), ("Lead", $"{lead}"), ("Text", "Canary: ask who decides."), ("ReturnUrl", $"/leads/{lead}"), ("_key", "k1"));

        Assert.Equal($"/leads/{lead}", sent.Headers.Location?.ToString());
        var page = await coach.Open($"/leads/{lead}");
        Assert.Contains("Canary: ask who decides.", page, StringComparison.Ordinal);
        Assert.Contains("Waiting, not delivered yet", page, StringComparison.Ordinal);
        Assert.Contains($"/leads/{lead}#notes-{lead}", await seller.Open("/leads"), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", await operations.Open($"/leads/{lead}"), StringComparison.Ordinal);
        var own = await seller.Open($"/leads/{lead}");
        Assert.Contains("Canary: ask who decides.", own, StringComparison.Ordinal);
        Assert.Contains("Got it", own, StringComparison.Ordinal);
        Assert.Contains("Kestrel Outdoor", await seller.Open("/coaching/notes"), StringComparison.Ordinal);
        Assert.Contains("Delivered, not read yet", await coach.Open($"/leads/{lead}"), StringComparison.Ordinal);

        Assert.IsType<Accepted<Done>>(await new LeadFloor(app).Pool.Return(app.Clock.Act(ana, "No time"), lead, ana));
        var after = await seller.Open("/coaching/notes");
        Assert.Contains("A former lead", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Kestrel Outdoor", after, StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_note_about_a_lead_of_somebody_else_is_not_found_and_nothing_is_written(Store store)
    {
        await using var app = new AcademyApp(store);
        var (mei, ana, lead) = await Owned(app);
        var max = await app.Join("Max Kern", Role.Manager);
        var bo = await app.Join("Bo Lind", Role.Rep, await TeamOf(app, ana), "sdr");
        using var coach = await app.SignIn(mei);
        using var other = await app.SignIn(max);
        await coach.Open("/");
        await other.Open("/");

        foreach (var (browser, person, about) in ((Browser, Guid, string)[])[(coach, bo, $"{lead}"), (coach, ana, $"{Guid.NewGuid()}"), (coach, ana, "junk"), (other, ana, $"{lead}")])
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Submit("/coaching/notes", ("Person", $"{person}"), ("Lead", about), ("Text", "Not theirs."))).StatusCode);

        await using var db = app.Read();
        Assert.Empty(await db.Set<NoteRow>().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_note_stands_beside_the_answer_and_starts_the_recording_at_its_second(Store store)
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(store, content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        var attempt = await Answer(rep);
        await rep.Submit(attempt);
        var page = $"/quizzes/grading/{attempt}/{Pitch}";

        Assert.Contains("name=\"Second\"", await manager.Open(page), StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"Second\"", await manager.Open($"/quizzes/grading/{attempt}/{Open}"), StringComparison.Ordinal);
        var sent = await Write(manager, rep, attempt, Pitch, "Canary: breathe here.", second: "65");

        Assert.Equal(page, sent.Headers.Location?.ToString());
        var result = await rep.Browser.Open($"/quizzes/attempts/{attempt}/result");
        Assert.Contains("Canary: breathe here.", result, StringComparison.Ordinal);
        Assert.Matches("/quizzes/recordings/[0-9a-f-]{36}#t=65\" data-second=\"65\"", result);
        Assert.Contains("From 1:05", result, StringComparison.Ordinal);
        var notes = await rep.Browser.Open("/coaching/notes");
        Assert.Contains($"/quizzes/attempts/{attempt}/result#note-", notes, StringComparison.Ordinal);
        Assert.Contains($"Question {Pitch}", notes, StringComparison.Ordinal);
        Assert.Contains("Canary: breathe here.", await manager.Open(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", await manager.Open($"/quizzes/grading/{attempt}/{Open}"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Before_it_is_handed_in_an_answer_takes_no_note_and_of_other_people_never(Store store)
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(store, content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        var bo = await app.Join("Bo Lind", Role.Rep, await TeamOf(app, rep.Person), "sdr");
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        var attempt = await Answer(rep);
        await manager.Open("/");

        Assert.Equal(HttpStatusCode.NotFound, (await Write(manager, rep, attempt, Open, "Too early.")).StatusCode);
        await rep.Submit(attempt);
        Assert.Equal(HttpStatusCode.NotFound, (await Write(manager, rep, attempt, 7, "No such question.")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.Submit("/coaching/notes", ("Person", $"{bo}"), ("Attempt", $"{attempt}"), ("Question", $"{Open}"), ("Text", "Not theirs."))).StatusCode);
        var refused = await Write(manager, rep, attempt, Open, "No recording here.", second: "5");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var kept = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("No recording here.", kept, StringComparison.Ordinal);
        Assert.Contains($"name=\"Attempt\" value=\"{attempt}\"", kept, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await Write(manager, rep, attempt, Open, "Canary: well asked.")).StatusCode);
        // HR may grade, and still reads nothing that a coach wrote.
        Assert.DoesNotContain("Canary", await hr.Open($"/quizzes/grading/{attempt}/{Open}"), StringComparison.Ordinal);
        await using var db = app.Read();
        Assert.Single(await db.Set<NoteRow>().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Beside_every_answer_that_was_handed_in_a_manager_finds_room_for_a_note(Store store)
    {
        using var content = JudgedQuiz.Copy();
        await using var app = new AcademyApp(store, content.Settings);
        using var team = await RepAndManager.Of(app);
        var (rep, manager) = (team.Rep, team.Manager);
        using var stranger = await app.SignIn(await app.Join("Max Kern", Role.Manager));
        var attempt = await Answer(rep);
        var page = $"/quizzes/handed-in/{attempt}";

        Assert.Equal(HttpStatusCode.NotFound, (await manager.Get(page)).StatusCode);
        await rep.Submit(attempt);
        Assert.Contains($"href=\"{page}\"", await manager.Open($"/readiness/{rep.Person}"), StringComparison.Ordinal);
        var answers = await manager.Open(page);
        foreach (var question in (int[])[Open, Pitch, Choice])
            Assert.Contains($"name=\"Question\" value=\"{question}\"", answers, StringComparison.Ordinal);
        Assert.DoesNotContain("Your answer", answers, StringComparison.Ordinal);
        var sent = await Write(manager, rep, attempt, Choice, "Canary: why this one?");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Canary: why this one?", await manager.Open(page), StringComparison.Ordinal);
        Assert.Contains("Canary: why this one?", await rep.Browser.Open($"/quizzes/attempts/{attempt}/result"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(page)).StatusCode);
    }

    private static Task<HttpResponseMessage> Write(Browser manager, Sitting rep, Guid attempt, int question, string text, string second = "") => manager.Submit(
        "/coaching/notes",
        ("Person", $"{rep.Person}"), ("Attempt", $"{attempt}"), ("Question", $"{question}"), ("Second", second), ("Text", text), ("ReturnUrl", $"/quizzes/grading/{attempt}/{question}"));

    private static async Task<Guid> Answer(Sitting rep)
    {
        var attempt = await rep.Start(Judged);
        await rep.Save(attempt, Open, [], null, ("fill", "I would ask what it costs."));
        Assert.Equal(HttpStatusCode.OK, (await Record(rep.Browser, attempt, Webm)).StatusCode);
        await rep.Save(attempt, Choice, await rep.Places(attempt, Choice));
        return attempt;
    }

    private static async Task<(Guid Coach, Guid Seller, Guid Lead)> Owned(AcademyApp app)
    {
        var mei = await app.Join("Li Mei", Role.Manager);
        var floor = new LeadFloor(app);
        var ana = await floor.Seller(Tier.C, "Ana Ruiz", await app.Team("East", mei));
        var lead = await floor.Arrives();
        Assert.Equal(ana, (await floor.Row(lead)).Owner);
        return (mei, ana, lead);
    }

    private static async Task<Guid> TeamOf(AcademyApp app, Guid person)
    {
        await using var db = app.Read();
        return (await db.Set<SalesAcademy.Web.Features.People.PersonRow>().SingleAsync(p => p.Id == person, TestContext.Current.CancellationToken)).TeamId!.Value;
    }
}
