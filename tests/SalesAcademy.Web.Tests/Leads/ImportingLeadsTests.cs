using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Leads;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Leads;
using SalesAcademy.Web.Shared.Http;
using SalesAcademy.Web.Shared.Notices;

namespace SalesAcademy.Web.Tests.Leads;

public sealed class ImportingLeadsTests
{
    private const string Sheet =
        """
        Company,Contact,E-mail,Phone,Tier,Value,Currency,Language,Do not contact,Favourite colour
        Kestrel Outdoor,Dana Whitfield,dana@kestrel.example,,,,,,,red
        "Harbour, Pine
        and Sons",Oliver Grant,oliver@harbour.example,+44 20 7946 0133,C,24500.50,GBP,English,,
        Kestrel Outdoor,Dana Whitfield,Dana@Kestrel.Example,+44 20 7946 0101,C,9800,GBP,en,no,
        Kestrel Outdoor,Dana Whitfield,dana@kestrel.example,,,,,,,

        Northgate,,nobody,,Gold,"12,50",XBT,Klingon,perhaps,
        Tilbury,Martin Cole,martin@tilbury.example,,,,,,yes,
        """;

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_preview_says_of_every_row_what_would_happen_and_writes_nothing(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        await new Floor(app).Seller(Tier.C);
        var known = await new Floor(app).Arrives(Floor.Lead() with { Email = "oliver@harbour.example", Company = "Harbour & Pine", Phone = "" });
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        await browser.Open("/leads/import");
        var before = await app.Dump();

        var sent = await browser.Send(Sheet);
        var page = await browser.Open(sent);
        var report = await browser.Read($"{sent}/report.csv");
        var begun = await browser.Submit(sent);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, begun.StatusCode); // rows are refused and nobody said that they are to be left out
        Assert.Equal(before, await app.Dump());
        Assert.Contains("1 column is not read", page, StringComparison.Ordinal);
        Assert.Contains("Favourite colour", page, StringComparison.Ordinal);
        Assert.Contains($"/leads/{known}", page, StringComparison.Ordinal);
        Assert.Equal("2 New", Line(Rows(report)[0]));
        Assert.Equal("3 Merged: Lead: Harbour & Pine. Filled: Phone, Language. Kept beside it, since the lead has it otherwise: Company, Contact, Value.", Line(Rows(report)[1]));
        Assert.Equal("4 Merged: Same customer as row 2. Filled: Phone, Value, Language.", Line(Rows(report)[2]));
        Assert.Equal("5 Nothing new: Same customer as row 2.", Line(Rows(report)[3]));
        var refused = Line(Rows(report)[4]);
        foreach (var said in (string[])
        [
            "7 Refused", "Contact: Whom should the seller call?", "E-mail: This is not an e-mail address.", "Tier: “Gold” is not known here. Write one of: C, B, A, Enterprise.",
            "Value: Write the value in figures with a point", "Currency: “XBT”", "Language: “Klingon” is not known here. Write one of: English, Chinese.", "Do not contact: “perhaps” is not known here. Write one of: yes, no.",
        ])
            Assert.Contains(said, refused, StringComparison.Ordinal);
        Assert.Equal("8 Do not contact", Line(Rows(report)[5]));
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Who_left_only_a_phone_number_is_known_by_it(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var known = await new Floor(app).Arrives(Floor.Lead() with { Email = "", Phone = "0086 138 1234 5678", Company = "杭州青禾" });
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        await browser.Open("/leads/import");

        var sent = await browser.Send("""
            Company,Contact,Phone
            青禾科技,王敏,13812345678
            Harbour Pine,Oliver Grant,+44 20 7946 0133
            Harbour & Pine,O. Grant,0044 20 79460133
            Northgate,Sam Reed,1234
            """);
        var report = Rows(await browser.Read($"{sent}/report.csv"));
        var typed = await browser.Submit("/leads/new", ("Company", "Tilbury"), ("Contact", "Martin Cole"), ("Phone", "0571-8888 0000"), ("Tier", "C"), ("Currency", "CNY"));
        var empty = await browser.Submit("/leads/new", ("Company", "Tilbury"), ("Contact", "Martin Cole"), ("Tier", "C"), ("Currency", "CNY"));

        Assert.StartsWith("2 Merged: Lead: 杭州青禾.", Line(report[0]), StringComparison.Ordinal);
        Assert.Equal("3 New", Line(report[1]));
        Assert.StartsWith("4 Merged: Same customer as row 3.", Line(report[2]), StringComparison.Ordinal);
        Assert.Equal("5 Refused: E-mail: Write an e-mail address, or a phone number of at least five digits: it tells duplicates apart.", Line(report[3]));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (typed.StatusCode, empty.StatusCode));
        Assert.DoesNotContain("mailto:", await browser.Open($"/leads/{known}"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_good_rows_come_in_as_the_preview_said_and_the_refused_ones_are_given_back(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        var floor = new Floor(app);
        var seller = await floor.Seller(Tier.C, tags: new Tag("language", "en"));
        var operations = await app.Join("Omar Haddad", Role.SalesOps);
        using var browser = await app.SignIn(operations);
        var sent = await browser.Send(Sheet);
        var foretold = Rows(await browser.Read($"{sent}/report.csv")).Select(row => (row[0], row[3]));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(sent, ("SkipRefused", "true"))).StatusCode);
        Assert.Contains("0 of 5 rows are in", await browser.Open(sent), StringComparison.Ordinal);
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        var page = await browser.Open(sent);
        Assert.Contains("Every row is in", page, StringComparison.Ordinal);
        Assert.Equal(foretold, Rows(await browser.Read($"{sent}/report.csv")).Select(row => (row[0], row[3])));
        await using var db = app.Read();
        var leads = await db.Set<LeadRow>().OrderBy(l => l.Email).ThenBy(l => l.State).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([LeadState.Duplicate, LeadState.Owned, LeadState.Locked, LeadState.Owned], leads.Select(l => l.State));
        Assert.Equal((seller, 9800m, "GBP", "+44 20 7946 0101"), (leads[1].Owner!.Value, leads[1].Value, leads[1].Currency, leads[1].Phone));
        Assert.Equal("Harbour, Pine and Sons", leads[3].Company);
        Assert.NotNull(leads[3].LastDay); // protection runs, as on every path
        Assert.Equal(["lead-import-begun", "lead-import-ended"], (await app.Events()).Select(e => e.Type).Where(type => type.StartsWith("lead-import", StringComparison.Ordinal)));
        Assert.Equal(1, await db.Set<NoticeRow>().CountAsync(n => n.Person == operations && n.Kind == "leads-imported", TestContext.Current.CancellationToken));
        Assert.Equal(1, await db.Set<NoticeRow>().CountAsync(n => n.Person == seller && n.Kind == "lead-merged", TestContext.Current.CancellationToken));
        Assert.Contains("leads.csv, row 4", await browser.Open($"/leads/{leads[1].Id}"), StringComparison.Ordinal);

        var refused = Rows(await browser.Read($"{sent}/refused.csv"));
        Assert.Equal(["Northgate", "", "nobody"], Assert.Single(refused).Take(3));
        Assert.Contains("Whom should the seller call?", refused[0][^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_rows_once_corrected_are_read_as_they_were_given_back()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        var sent = await browser.Send("Company,Contact,E-mail,Phone\r\nKestrel,Dana,wrong,+44 20 7946 0101\r\n=cmd|x,Oliver,oliver@harbour.example,1\r\n");

        var refused = await browser.Read($"{sent}/refused.csv");
        var again = await browser.Send(refused.Replace("wrong", "dana@kestrel.example", StringComparison.Ordinal));
        await browser.Submit(again);
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        Assert.Contains("\"'+44 20 7946 0101\"", refused, StringComparison.Ordinal); // no cell can be taken for a formula
        await using var db = app.Read();
        Assert.Equal("+44 20 7946 0101", (await db.Set<LeadRow>().SingleAsync(TestContext.Current.CancellationToken)).Phone);
        Assert.Contains("\"'=cmd|x\"", await browser.Read($"{sent}/report.csv"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_same_file_again_and_a_stop_in_the_middle_bring_every_row_once(Store store)
    {
        await using var app = new AcademyApp(store, withoutRounds: true);
        await new Floor(app).Seller(Tier.C);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        var sent = await browser.Send(Many(120));
        await browser.Submit(sent);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = app.Importer().GoOn(stop.Token);
        await Eventually.Holds(async () => await Imported(app) >= 3, "the first rows are in");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        var stopped = await Imported(app);
        await Task.WhenAll(app.Importer().GoOn(TestContext.Current.CancellationToken), app.Importer().GoOn(TestContext.Current.CancellationToken)); // two nodes
        Assert.Equal(sent, await browser.Send(Many(120)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(sent)).StatusCode);
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        Assert.InRange(stopped, 3, 119);
        await using var db = app.Read();
        Assert.Equal(120, await db.Set<LeadRow>().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(120, await db.Set<LeadRow>().Select(l => l.Email).Distinct().CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, (await app.Events()).Count(e => e.Type == "lead-import-ended"));
    }

    [Fact]
    public async Task A_corrected_file_brings_only_what_is_new_in_it()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        await browser.Submit(await browser.Send(Sheet), ("SkipRefused", "true"));
        await app.Importer().GoOn(TestContext.Current.CancellationToken);
        var before = await app.Dump("leads", "lead_merges", "lead_tags");

        var corrected = await browser.Send(Sheet.Replace("Northgate,,nobody,,Gold,\"12,50\",XBT,Klingon,perhaps,", "Northgate,Priya,priya@northgate.example,,B,12,GBP,,,", StringComparison.Ordinal));
        await browser.Submit(corrected);
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        var added = (await app.Dump("leads", "lead_merges", "lead_tags")).Except(before);
        Assert.Contains("priya@northgate.example", Assert.Single(added), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_begins_by_itself_and_lets_others_write_between_two_rows()
    {
        await using var app = new AcademyApp();
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        var rows = Thorough.Times(300, 5_000);
        var sent = await browser.Send(Many(rows));
        await browser.Submit(sent);
        await Eventually.Holds(async () => await Imported(app) > 0, "the import has begun");

        await new Floor(app).Write(_ => Task.CompletedTask);
        var between = await Imported(app);
        await Eventually.Holds(async () => (await browser.Open(sent)).Contains("Every row is in", StringComparison.Ordinal), "every row is in", seconds: 300);

        Assert.InRange(between, 1, rows - 1);
        Assert.Equal(rows, await Imported(app));
    }

    [Fact]
    public async Task Five_thousand_rows_are_looked_at_with_few_queries()
    {
        var counted = new QueryCount();
        using var listening = counted.Listen(); // before the first command: the framework looks for listeners once a second
        await using var app = new AcademyApp(withoutRounds: true);
        var files = app.Services.GetRequiredService<ImportFiles>();
        var sheet = Assert.IsType<Accepted<LeadSheet>>(files.Open(Encoding.UTF8.GetBytes(Many(5_000)))).Value;
        var before = counted.Commands;

        await using var db = app.Read();
        var lines = await ImportPreview.Of(db, sheet, TestContext.Current.CancellationToken);

        Assert.Equal(5_000, lines.Count(line => line.Outcome == ImportOutcome.Arrived));
        Assert.InRange(counted.Commands - before, 1, 40);
    }

    [Fact]
    public async Task A_Chinese_sheet_as_a_spreadsheet_saves_it_is_read_and_told_in_Chinese()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("吴桐", Role.SalesOps, language: "zh-Hans"));
        var sheet = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("公司;联系人;电子邮件;等级;币种;金额;地区;不可联系\r\n苏州恒润精密;孙磊;sun@hengrun.example;B 级;人民币;86000;华东;否\r\n杭州青禾;;he@qinghe.example;金牌;;;;\r\n");

        var sent = await browser.Send(sheet);
        var page = await browser.Open(sent);
        await browser.Submit(sent, ("SkipRefused", "true"));
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        Assert.Contains("以下是当前预览，尚未写入任何内容。", page, StringComparison.Ordinal);
        Assert.Contains("联系人：请填写联系人。", page, StringComparison.Ordinal);
        Assert.Contains("等级：无法识别“金牌”", page, StringComparison.Ordinal);
        await using var db = app.Read();
        var lead = await db.Set<LeadRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("苏州恒润精密", Tier.B, 86_000m, "CNY"), (lead.Company, lead.Tier, lead.Value, lead.Currency));
        Assert.Equal(("region", "east-china"), await db.Set<LeadTagRow>().Select(t => new ValueTuple<string, string>(t.Kind, t.Value)).SingleAsync(TestContext.Current.CancellationToken));
        Assert.StartsWith("\uFEFF\"公司\",\"联系人\",\"电子邮件\"", await browser.Read("/leads/import/template.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("Company,Contact,E-mail\r\n", "There is no row below the headings.")]
    [InlineData("Company,Contact\r\nKestrel,Dana\r\n", "The first row has no heading for: E-mail.")]
    [InlineData("Company,Contact,E-mail,email\r\nKestrel,Dana,a@b.example,\r\n", "Two columns are called E-mail.")]
    [InlineData("Company,\"Contact,E-mail\r\nKestrel,Dana,a@b.example\r\n", "Line 1: a quotation mark is opened and never closed")]
    [InlineData("PK\u0003\u0004", "This is a workbook.")]
    public async Task A_file_that_is_no_sheet_of_leads_is_refused_with_what_to_do(string file, string said)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var answer = await browser.Upload(Encoding.UTF8.GetBytes(file));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_has_a_largest_size_and_a_longest_table()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:ImportMegabytes"] = "1", ["Academy:Limits:ImportRows"] = "10" }, withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        foreach (var (file, said) in ((string, string)[])[(Many(11), "more than 10 rows"), (new string('x', (1024 * 1024) + 1), "larger than 1 MB")])
            Assert.Contains(said, await (await browser.Upload(Encoding.UTF8.GetBytes(file))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("/leads/import/", await browser.Send(Many(10)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_real_line_a_file_may_be_larger_than_any_form_and_no_larger_than_the_limit()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:ImportMegabytes"] = "1" }, withoutRounds: true);
        app.OnAPort();
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        Assert.Contains("15000", await browser.Open(await browser.Send(Many(15_000))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.Upload(new byte[3 * 1024 * 1024])).StatusCode);
    }

    [Fact]
    public async Task What_nobody_said_yes_to_is_gone_after_an_hour_and_what_came_in_is_forgotten_after_a_month()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        var left = await browser.Send(Many(2));
        app.Time.Advance(TimeSpan.FromMinutes(61));
        var taken = await browser.Send(Many(3));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(left)).StatusCode);
        await browser.Submit(taken);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(app.DataFolder, "uploads")));
        await app.Importer().GoOn(TestContext.Current.CancellationToken);

        app.Time.Advance(TimeSpan.FromDays(31));
        await app.Importer().Forget(TestContext.Current.CancellationToken);

        await using var db = app.Read();
        Assert.Null((await db.Set<ImportRow>().SingleAsync(TestContext.Current.CancellationToken)).Text);
        using var later = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));
        Assert.Contains("Every row is in", await later.Open(taken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await later.Get($"{taken}/report.csv")).StatusCode);
    }

    [Fact]
    public async Task A_preview_points_at_leads_of_the_same_name_and_at_who_keeps_an_account_and_merges_by_neither()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        var floor = new Floor(app);
        await floor.Seller(Tier.C, "Lin Yue");
        var lead = await floor.Arrives(Floor.Lead() with { Account = "K-77" });
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var page = await browser.Open(await browser.Send("Company,Contact,E-mail,Customer account\r\nKestrel Outdoor,Someone,someone@kestrel.example,K-77\r\n"));

        Assert.Contains("The account is kept by Lin Yue.", page, StringComparison.Ordinal);
        Assert.Contains("A lead of the same name exists.", page, StringComparison.Ordinal);
        Assert.Contains($"/leads/{lead}", page, StringComparison.Ordinal);
        Assert.Contains("<dt>New</dt><dd><b class=\"num\">1</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_a_sheet_is_text()
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps));

        var page = await browser.Open(await browser.Send("Company,Contact,E-mail,<script>alert(1)</script>\r\n<script>alert(2)</script>,<b>,\"<i>@x\",\r\n", "<script>3</script>.csv"));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>3", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(2)", page, StringComparison.Ordinal);
    }

    private static string Many(int rows) => "Company,Contact,E-mail\r\n" + string.Concat(Enumerable.Range(1, rows).Select(i => $"Company {i},Contact {i},contact-{i}@example.com\r\n"));

    private static IReadOnlyList<string>[] Rows(string csv) => [.. new CsvReader(csv.TrimStart('\uFEFF'), ',').Rows().Skip(1).Select(row => row.Cells)];

    private static string Line(IReadOnlyList<string> row) => $"{row[0]} {row[3]}{(row[4].Length > 0 ? $": {row[4]}" : "")}";

    private static async Task<int> Imported(AcademyApp app)
    {
        await using var db = app.Read();
        return await db.Set<ImportedRow>().CountAsync(TestContext.Current.CancellationToken);
    }
}
