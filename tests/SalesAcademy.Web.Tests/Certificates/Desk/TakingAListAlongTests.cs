using System.Globalization;
using System.Net;
using DocumentFormat.OpenXml.Spreadsheet;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Tests.Certificates.Desk;

public sealed class TakingAListAlongTests
{
    private static readonly string[] Planted =
    [
        "=HYPERLINK(\"http://x.example\")", "+1", "-1", "@x", "\tTab", "＝1", "|calc", "'quoted", "O'Brien-Łukasiewicz", "欧阳娜娜", "<f>1+1</f>", " spaced ", "𠮷野家", "LT-2026-000001", "0042", "+86 138 0000 0000",
    ];

    [Fact]
    public void Whatever_somebody_is_called_comes_back_as_text_and_no_cell_is_a_formula()
    {
        using var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "证书 [a]*?/\\: a very long name of a sheet", ["=1+1"], ["=2+2", "Day", "Amount"]))
            foreach (var name in Planted)
                writer.Row([name, new DateOnly(2028, 2, 29), 42]);

        var book = Workbooks.Read(file.ToArray());

        Assert.Equal(["=1+1", "=2+2", .. Planted], book.Rows.Select(row => row[0]));
        Assert.DoesNotContain("<x:f>", book.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<f>", book.Xml, StringComparison.Ordinal);
        Assert.Empty(book.Sheet.Descendants<CellFormula>());
        Assert.All(book.Rows.Skip(2), row => Assert.Equal((new DateTime(2028, 2, 29).ToOADate().ToString(CultureInfo.InvariantCulture), "42"), (row[1], row[2])));
    }

    [Fact]
    public void What_no_file_can_hold_is_shown_as_missing_and_the_file_still_opens()
    {
        using var file = new MemoryStream();
        using (var writer = new WorkbookWriter(file, "List", [], ["Name"]))
            writer.Row(["a\u0001b\uD800c", new string('长', 40_000)]);

        var row = Workbooks.Read(file.ToArray()).Rows[1];

        Assert.Equal("a\uFFFDb\uFFFDc", row[0]);
        Assert.InRange(row[1].Length, 32_000, 32_767);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task The_workbook_holds_what_the_page_shows_below_the_filter_it_was_asked_with(Store store)
    {
        await using var app = new AcademyApp(store);
        var today = app.Clock.Today;
        var team = await app.Team("East");
        var nana = await app.Join("欧阳娜娜", Role.Rep, team, "sdr");
        await app.Holds(nana, "discovery", today.AddDays(-300), today.AddDays(20), "欧阳娜娜");
        await app.Holds(nana, "numbers", today.AddDays(-10), null, "=cmd");
        await app.Holds(await app.Join("West", Role.Rep), "discovery", today, today.AddDays(20));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        var book = await Workbooks.Of(await hr.Get($"/certificates/desk/list.xlsx?team={team}"));
        var csv = await (await hr.Get($"/certificates/desk/list.csv?team={team}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["Certificates", "As of 2026-11-23", "Team: East", "2 certificates"], book.Rows.Take(4).Select(row => row[0]));
        Assert.Equal("Number", book.Rows[4][0]);
        Assert.Equal(["=cmd", "欧阳娜娜"], book.Rows.Skip(5).Select(row => row[1]));
        Assert.Equal(["No end date", today.AddDays(20).ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture)], book.Rows.Skip(5).Select(row => row[6]));
        Assert.Equal("Expiring soon", book.Rows[6][7]);
        var pane = book.Sheet.Descendants<Pane>().Single();
        Assert.Equal((5d, "A6"), (pane.VerticalSplit!.Value, pane.TopLeftCell!.Value));
        Assert.Equal("A5:K7", book.Sheet.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.StartsWith("\"Number\",", csv, StringComparison.Ordinal);
        Assert.Contains("\"'=cmd\"", csv, StringComparison.Ordinal);
        Assert.Equal(3, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("2 certificates", await hr.Open($"/certificates/desk?team={team}"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task Those_that_end_within_some_days_begin_today_and_leave_out_what_holds_no_more(Store store)
    {
        await using var app = new AcademyApp(store);
        var (today, person) = (app.Clock.Today, await app.Join("Anna Berg", Role.Rep));
        foreach (var days in (int[])[-1, 0, 30, 31, 90, 91])
            await app.Holds(person, "discovery", today.AddDays(-400), today.AddDays(days));
        await app.Holds(person, "discovery", today, null);
        await app.Holds(person, "discovery", today, today.AddDays(5), then: row => (row.RevokedAt, row.RevokedOn) = (app.Clock.Now, today));
        await app.Holds(person, "discovery", today, today.AddDays(5), then: row => (row.SupersededBy, row.SupersededOn) = (Guid.CreateVersion7(), today));
        await using var db = app.Read();

        Assert.Equal([0, 30], Days(30));
        Assert.Equal([0, 30, 31, 90], Days(90));
        Assert.Equal([0], Days(0));
        Assert.Equal(9, new DeskFilter { Within = 100_000 }.On(db, today).Count());
        Assert.Equal(0, new DeskFilter { Within = 30, Person = Guid.CreateVersion7() }.On(db, today).Count());

        int[] Days(int within) => [.. new DeskFilter { Within = within, Person = person }.On(db, today).Select(c => c.Row.Until!.Value).AsEnumerable().Select(until => until.DayNumber - today.DayNumber).Order()];
    }

    [Fact]
    public async Task Only_hr_and_administrators_take_it_along()
    {
        await using var app = new AcademyApp();
        using var manager = await app.SignIn(await app.Join("Manager", Role.Manager));

        Assert.Equal(HttpStatusCode.Forbidden, (await manager.Get("/certificates/desk/list.xlsx")).StatusCode);
    }
}
