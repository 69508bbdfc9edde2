using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Coaching;
using SalesAcademy.Web.Features.Coaching.Coverage;
using SalesAcademy.Web.Features.People;
using SalesAcademy.Web.Shared.Access;
using SalesAcademy.Web.Tests.Coaching.Sessions;
using SalesAcademy.Web.Tests.Leads;

namespace SalesAcademy.Web.Tests.Coaching.Coverage;

public sealed class SeeingWhoWaitsForCoachingTests
{
    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_note_a_session_or_a_scorecard_counts_and_a_manager_sees_their_own_team(Store store)
    {
        await using var meeting = await Meeting.SummedUp(store);
        var floor = meeting.Floor;
        floor.App.Time.Advance(TimeSpan.FromDays(20));
        await floor.Send(floor.Mei, floor.Bo, "Ask once more.", anchored: false);
        using var bo = await floor.App.SignIn(floor.Bo);
        await bo.Open("/coaching/notes");
        await floor.Send(floor.Mei, floor.Ana, "Never fetched, so nobody was coached by it.", anchored: false);
        floor.App.Time.Advance(TimeSpan.FromDays(15));
        using var mei = await floor.App.SignIn(floor.Mei);

        var month = WebUtility.HtmlDecode(await mei.Open("/coaching/coverage"));
        var fortnight = WebUtility.HtmlDecode(await mei.Open("/coaching/coverage?days=14"));

        Assert.Contains("1 of 2 sellers was not coached for 30 days or more.", month, StringComparison.Ordinal);
        Assert.Contains("Mon 23 Nov · coaching session", month, StringComparison.Ordinal);
        Assert.Contains($"/coaching/sessions/new?person={floor.Ana}", month, StringComparison.Ordinal);
        Assert.Contains("Sun 13 Dec · note", fortnight, StringComparison.Ordinal);
        Assert.DoesNotContain("Cy Tan", fortnight, StringComparison.Ordinal);
        Assert.Contains("too few (n = 0)", month, StringComparison.Ordinal);
        Assert.Contains("They do not say that coaching changed a result.", month, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hr_sees_everybody_and_takes_away_a_file_in_which_no_name_is_a_formula()
    {
        await using var floor = await Floor.Open();
        await floor.App.Join("=HYPERLINK(1)", Role.Rep, floor.West, "sdr");
        floor.App.Time.Advance(TimeSpan.FromDays(31));
        using var hr = await floor.App.SignIn(await floor.App.Join("Hanna", Role.Hr));

        var page = await hr.Open("/coaching/coverage");
        var file = await (await hr.Get("/coaching/coverage.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Cy Tan", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/coaching/sessions/new", page, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(1)\",\"West\",\"\",\"\",\"31\"", file, StringComparison.Ordinal);
        using var ana = await floor.App.SignIn(floor.Ana);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Get("/coaching/coverage.csv")).StatusCode);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_thousand_sellers_and_ten_thousand_notes_are_read_in_the_same_few_questions(Store store)
    {
        Assert.SkipUnless(Thorough.IsAsked, "Times are taken with the slow proofs: tests/run --long.");
        await using var floor = await Floor.Open(store);
        var hr = await floor.App.Join("Hanna", Role.Hr);
        var viewer = await floor.App.Services.GetRequiredService<Staff>().Find(hr, TestContext.Current.CancellationToken);
        var few = await Questions(floor, viewer!);
        await Fill(floor, sellers: 1000, notesEach: 10);
        Assert.Equal(few, await Questions(floor, viewer!));
        var (reading, page) = (new List<double>(), new List<double>());
        using var browser = await floor.App.SignIn(hr);

        for (var i = 0; i < 21; i++)
        {
            using var scope = floor.App.Services.CreateScope();
            var book = scope.ServiceProvider.GetRequiredService<CoverageBook>();
            var started = Stopwatch.GetTimestamp();
            var read = await book.Read(viewer!, 30, TestContext.Current.CancellationToken);
            reading.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            Assert.Equal((1003, 10_000), (read.Lines.Count, read.Amounts.Notes));
            started = Stopwatch.GetTimestamp();
            await browser.Open("/coaching/coverage");
            page.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{store}: read in {reading.Order().ElementAt(10):0.0} ms, page in {page.Order().ElementAt(10):0.0} ms");
    }

    private static async Task<int> Questions(Floor floor, CurrentPerson viewer)
    {
        var asked = new QueryCount();
        using var listening = asked.Listen();
        using var scope = floor.App.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<CoverageBook>().Read(viewer, 30, TestContext.Current.CancellationToken);
        return asked.Commands;
    }

    private static async Task Fill(Floor floor, int sellers, int notesEach) => await floor.App.Ledger.Run<Done>(floor.App.Clock.Act(), entry =>
    {
        foreach (var i in Enumerable.Range(0, sellers))
        {
            var id = entry.NewId();
            entry.Db.Add(new PersonRow { Id = id, Name = $"Seller {i}", Email = $"{id:N}@example.com", HiredOn = entry.Act.Today, Language = "en", ContentLanguage = "en", Zone = "Asia/Shanghai", TeamId = floor.East });
            entry.Db.Add(new RoleRow { PersonId = id, Role = Role.Rep, GrantedAt = entry.Act.At });
            foreach (var number in Enumerable.Range(1, notesEach))
                entry.Db.Add(new NoteRow { Id = entry.NewId(), Person = id, Sequence = number, Author = floor.Mei, Text = "Ask once more.", At = entry.Act.At, ReadAt = entry.Act.At.AddMinutes(number) });
        }

        return Task.FromResult<Decision<Done>>(Done.Value);
    }, TestContext.Current.CancellationToken);
}
