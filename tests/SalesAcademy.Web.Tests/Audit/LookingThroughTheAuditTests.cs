using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SalesAcademy.Domain.People;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Audit;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Ledger;

namespace SalesAcademy.Web.Tests.Audit;

public sealed class LookingThroughTheAuditTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_happened_is_found_by_person_side_kind_room_and_day(Store store)
    {
        await using var app = new AcademyApp(store);
        var hr = await app.Join("孙洁", Role.Hr);
        var rep = await app.Join("Zoë O'Brien-Łukasiewicz", Role.Rep);
        using var browser = await app.SignIn(hr);
        await browser.Submit($"/people/{rep}/suspension", ("Reason", "Left"));

        Assert.Contains("Person suspended", await browser.Open("/audit"), StringComparison.Ordinal);
        Assert.Equal([("person-suspended", rep), ("person-joined", rep)], await Found(browser, "q=brien"));
        Assert.Equal([("person-suspended", rep)], await Found(browser, $"did=true&q={hr:N}@example.com"));
        Assert.Equal([("person-suspended", rep)], await Found(browser, "kind=person-suspended"));
        Assert.Equal(3, (await Found(browser, "room=People&from=2026-11-23&to=2026-11-23")).Count);
        Assert.Empty(await Found(browser, "room=Leads"));
        Assert.Empty(await Found(browser, "to=2026-11-22"));
        Assert.Empty(await Found(browser, "q=nobody"));
    }

    [Fact]
    public async Task Pages_lead_from_the_newest_event_to_the_first()
    {
        await using var app = new AcademyApp();
        var hr = await app.Join("Sun Jie", Role.Hr);
        await Happen(app, hr, 119);
        using var browser = await app.SignIn(hr);

        var seen = new List<int>();
        for (var url = "/audit?room=People"; url.Length > 0;)
        {
            var page = await browser.Open(url);
            seen.Add(page.Split("<tr>").Length - 2);
            var next = page.Split("rel=\"next\" href=\"");
            url = next.Length > 1 ? WebUtility.HtmlDecode(next[1].Split('"')[0]) : "";
        }

        Assert.Equal([50, 50, 20], seen);
    }

    [Fact]
    public async Task What_was_measured_of_somebody_and_what_other_systems_do_is_not_told_here_to_whom_it_does_not_concern()
    {
        await using var app = new AcademyApp();
        var hr = await app.Join("Sun Jie", Role.Hr);
        var administrator = await app.Join("Priya", Role.Admin);
        await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
        {
            entry.Record(new Domain.Coaching.NoteHelped(hr, Guid.CreateVersion7(), administrator));
            entry.Record(new Domain.Integrations.WebhookDisabled(Guid.CreateVersion7(), default));
            return Task.FromResult<Decision<Done>>(Done.Value);
        }, TestContext.Current.CancellationToken);
        using var desk = await app.SignIn(hr);
        using var office = await app.SignIn(administrator);

        Assert.Equal(["note-helped"], (await Found(desk, "room=Coaching")).Select(e => e.Kind));
        Assert.DoesNotContain("&quot;note&quot;", await desk.Open("/audit?room=Coaching"), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(await Found(desk, "kind=webhook-disabled"), e => e.Kind == "webhook-disabled");
        Assert.Equal(["webhook-disabled"], (await Found(office, "kind=webhook-disabled")).Select(e => e.Kind));
    }

    [Fact]
    public async Task An_export_of_many_pages_holds_every_event_once_in_order_and_no_formula()
    {
        await using var app = new AcademyApp();
        var hr = await app.Join("Sun Jie", Role.Hr);
        await app.Join("=HYPERLINK(\"http://evil.example\")", Role.Rep);
        await Happen(app, hr, 2_500);
        using var browser = await app.SignIn(hr);

        var answer = await browser.Get("/audit/events.csv");
        var csv = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(1, 2_502), new CsvReader(csv, ',').Rows().Skip(1).Select(row => int.Parse(row.Cells[0], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory, InlineData("en"), InlineData("zh-Hans")]
    public async Task Every_kind_of_event_has_its_words(string language)
    {
        await using var app = new AcademyApp();
        System.Globalization.CultureInfo.CurrentUICulture = new(language);
        var words = app.Services.GetRequiredService<IStringLocalizer<Words>>();

        Assert.All(EventTrunk.Types.Keys, kind => Assert.False(words[$"kind.{kind}"].ResourceNotFound, kind));
        Assert.All(EventTrunk.Types.Values, kind => Assert.False(words[$"room.{kind.Namespace!.Split('.')[^1]}"].ResourceNotFound, kind.Name));
    }

    private static Task<Decision<Done>> Happen(AcademyApp app, Guid whom, int times) => app.Ledger.Run<Done>(app.Clock.Act(), entry =>
    {
        for (var i = 0; i < times; i++)
            entry.Record(new PersonChanged(whom));
        return Task.FromResult<Decision<Done>>(Done.Value);
    });

    // What the page finds, by what its export holds in the page's order.
    private static async Task<IReadOnlyList<(string Kind, Guid About)>> Found(Browser browser, string query)
    {
        var page = await browser.Open($"/audit?{query}");
        var csv = await (await browser.Get($"/audit/events.csv?{query}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var rows = new CsvReader(csv, ',').Rows().Skip(1).Where(row => !row.IsEmpty).Select(row => (row.Cells[4], Guid.Parse(row.Cells[6]))).Reverse().ToArray();
        Assert.Equal(rows.Length, Math.Max(0, page.Split("<tr>").Length - 2));
        return rows;
    }
}
