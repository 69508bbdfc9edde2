using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Shared.Http;

namespace SalesAcademy.Web.Tests.Certificates;

public sealed class ExportingCertificatesTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task The_filter_decides_what_is_in_the_zip_and_the_pdfs_are_those_issued(Store store)
    {
        await using var app = new AcademyApp(store);
        var (east, west) = (await app.Team("East"), await app.Team("West"));
        var nana = await app.Certify(await app.Join("欧阳娜娜", Role.Rep, east, "sdr", "zh-Hans", "Ouyang Nana"));
        var anna = await app.Certify(await app.Join("Anna Berg", Role.Rep, east, "sdr"));
        await app.Certify(await app.Join("Wei West", Role.Rep, west, "sdr"));
        using var hr = await app.SignIn(await app.Join("孙静怡", Role.Hr, language: "zh-Hans"));

        using var zip = await Zip(await hr.Get($"/certificates/desk/export?team={east}&from=2026-11-01&to=2026-11-30&state=valid"));

        Assert.Equal(["00-清单.csv", "LT-2026-000001-欧阳娜娜-需求挖掘.pdf", "LT-2026-000002-Anna Berg-需求挖掘.pdf"], zip.Entries.Select(e => e.FullName));
        var manifest = Text(zip.Entries[0]);
        Assert.StartsWith("\uFEFF\"证书编号\",\"姓名\",", manifest, StringComparison.Ordinal);
        Assert.Contains(nana.Code, manifest, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Bytes(zip.Entries[2]))), manifest, StringComparison.Ordinal);
        Assert.Equal(await hr.Http.GetByteArrayAsync($"/certificates/{anna.Id}/document.pdf", TestContext.Current.CancellationToken), Bytes(zip.Entries[2]));
    }

    [Fact]
    public async Task Those_chosen_on_the_page_and_no_others()
    {
        await using var app = new AcademyApp();
        await app.Certify(await app.Join("One", Role.Rep, profile: "sdr"));
        var two = await app.Certify(await app.Join("Two", Role.Rep, profile: "sdr"));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        using var zip = await Zip(await hr.Get($"/certificates/desk/export/chosen?id={two.Id}"));
        Assert.Equal(["00-manifest.csv", "LT-2026-000002-Two-Discovery.pdf"], zip.Entries.Select(e => e.FullName));

        Assert.Equal("/certificates/desk", (await hr.Get("/certificates/desk/export/chosen")).Headers.Location!.ToString());
        Assert.Contains("choose at least one", await hr.Open("/certificates/desk"), StringComparison.Ordinal);
    }

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_download_that_was_cut_goes_on_where_it_broke_off_unless_something_of_it_has_changed(Store store)
    {
        await using var app = new AcademyApp(store);
        await Fill(app, 50, 30_000);
        var anna = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        var choice = string.Join('&', (await app.Certificates()).TakeLast(1).Select(c => $"id={c.Id}"));
        var whole = new Dictionary<string, (byte[] Bytes, EntityTagHeaderValue Tag)>();

        foreach (var url in new[] { "/certificates/desk/export", $"/certificates/desk/export/chosen/merged.pdf?{choice}" })
        {
            using var first = await hr.Get(url);
            var bytes = await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal((bytes.Length, "bytes", false), (first.Content.Headers.ContentLength, first.Headers.AcceptRanges.ToString(), first.Headers.ETag!.IsWeak));
            whole[url] = (bytes, first.Headers.ETag);

            using var rest = await Part(hr, url, bytes.Length / 2, null, first.Headers.ETag);
            Assert.Equal((HttpStatusCode.PartialContent, $"bytes {bytes.Length / 2}-{bytes.Length - 1}/{bytes.Length}"), (rest.StatusCode, rest.Content.Headers.ContentRange!.ToString()));
            Assert.Equal(bytes[(bytes.Length / 2)..], await rest.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

            using var middle = await Part(hr, url, 1_000, 1_999, null);
            Assert.Equal(bytes[1_000..2_000], await middle.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await Part(hr, url, bytes.Length, null, null)).StatusCode);
        }

        await hr.Open($"/certificates/{anna.Id}/revocation");
        await hr.Submit($"/certificates/{anna.Id}/revocation", ("Reason", "Sat by somebody else"));
        foreach (var (url, (bytes, tag)) in whole)
        {
            using var again = await Part(hr, url, bytes.Length / 2, null, tag);
            // The table of the ZIP says that one is revoked now; the one document is what it was.
            Assert.Equal(url.Contains("merged", StringComparison.Ordinal) ? HttpStatusCode.PartialContent : HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(url.Contains("merged", StringComparison.Ordinal), again.Headers.ETag!.Equals(tag));
        }
    }

    [Fact]
    public async Task Hostile_names_become_harmless_names_and_cells()
    {
        await using var app = new AcademyApp();
        string[] names = ["../../etc/passwd", "=HYPERLINK(\"http://x.example\")", "C:\\Windows\\..", "<img src=file:///etc/passwd>", "\\input{/etc/passwd}", "CON", new string('M', 60)];
        foreach (var name in names)
        {
            var person = await app.Join(name, Role.Rep, profile: "sdr");
            await app.ReadEveryLesson(person);
            await app.Pass(person);
        }

        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));

        using var zip = await Zip(await hr.Get("/certificates/desk/export"));

        var files = zip.Entries.Skip(1).Select(e => e.FullName).ToArray();
        Assert.Equal(names.Length - 1, files.Length); // sixty wide letters fit no line, and wait at the desk for a person to look
        Assert.Equal(files.Order(StringComparer.Ordinal), files);
        Assert.All(files, file => Assert.Matches(@"^LT-2026-\d{6}-[\p{L}\p{M}\p{Nd} '()-]{1,60}-Discovery\.pdf$", file));
        var manifest = Text(zip.Entries[0]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x.example\"\")\"", manifest, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "etc passwd")]
    [InlineData("A\r\nSet-Cookie: x=1", "A Set-Cookie x 1")]
    [InlineData("C:\\Windows\\..", "C Windows")]
    [InlineData("evil\u202Efdp.exe", "evil fdp exe")]
    [InlineData("欧阳 娜娜（华东）", "欧阳 娜娜（华东）")]
    [InlineData("...", "_")]
    public void A_part_of_a_file_name_keeps_letters_and_nothing_that_acts(string text, string safe) => Assert.Equal(safe, CertificateFile.Safe(text));

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a \"quoted\", b", "\"a \"\"quoted\"\", b\"")]
    [InlineData(null, "\"\"")]
    public void No_cell_is_a_formula(string? text, string cell) => Assert.Equal(cell, CsvWriter.Cell(text));

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task Many_are_streamed_while_memory_holds_a_page_of_them(Store store)
    {
        const int Many = 250, Size = 100_000;
        await using var app = new AcademyApp(store);
        await Fill(app, Many, Size);
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        await hr.Open("/certificates/desk"); // warms what stays in memory anyway
        var before = GC.GetTotalMemory(forceFullCollection: true);

        using var answer = await hr.Http.GetAsync("/certificates/desk/export", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var stream = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var path = Path.Combine(app.DataFolder, "export.zip");
        var (most, samples) = (0L, 0);
        await using (var file = File.Create(path))
        {
            var buffer = new byte[1 << 20];
            for (int read, total = 0, sampled = 0; (read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0; total += read)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), TestContext.Current.CancellationToken);
                if (total / (5 << 20) <= sampled)
                    continue;
                sampled = total / (5 << 20);
                samples++;
                GC.Collect();
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false) - before);
            }
        }

        using var zip = await ZipFile.OpenReadAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(Many + 1, zip.Entries.Count);
        Assert.All(zip.Entries.Skip(1), e => Assert.Equal(Size, e.Length));
        Assert.InRange(samples, 3, int.MaxValue);
        Assert.InRange(most, 0, 12_000_000); // of 25,000,000
    }

    [Fact]
    public async Task Only_hr_and_administrators_reach_the_desk()
    {
        await using var app = new AcademyApp();
        using var rep = await app.SignIn(await app.Join("Rep", Role.Rep, profile: "sdr"));
        using var manager = await app.SignIn(await app.Join("Manager", Role.Manager));

        foreach (var browser in new[] { rep, manager })
            foreach (var url in new[] { "/certificates/desk", "/certificates/desk/export" })
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.Get(url)).StatusCode);
    }

    [Theory]
    [InlineData(Role.Rep)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Author)]
    [InlineData(Role.SalesOps)]
    public async Task Who_has_not_the_right_is_given_no_export_not_even_of_their_own(Role role)
    {
        await using var app = new AcademyApp();
        var asking = await app.Join("Anna Berg", role, profile: "sdr");
        var own = await app.Certify(asking);
        using var browser = await app.SignIn(asking);
        using var stranger = app.Visitor();

        HttpResponseMessage[] refused = [await browser.Get("/certificates/desk/export"), await browser.Get($"/certificates/desk/export/chosen?id={own.Id}")];
        var sentAway = await stranger.Get("/certificates/desk/export");

        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.All(refused, answer => Assert.Null(answer.Content.Headers.ContentDisposition));
        Assert.Equal(HttpStatusCode.Redirect, sentAway.StatusCode);
        Assert.Contains("/people/sign-in", sentAway.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Part(Browser browser, string url, long from, long? to, EntityTagHeaderValue? ifStill)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(from, to) } };
        asked.Headers.IfRange = ifStill is null ? null : new RangeConditionHeaderValue(ifStill);
        return browser.Http.SendAsync(asked, TestContext.Current.CancellationToken);
    }

    private static async Task Fill(AcademyApp app, int many, int size)
    {
        var person = await app.Join("Many", Role.Rep, profile: "sdr");
        for (var page = 0; page < many / 50; page++)
            await app.Ledger.Run<Done>(app.Clock.Act(), entry =>
            {
                for (var i = page * 50 + 1; i <= (page + 1) * 50; i++)
                {
                    var row = new CertificateRow
                    {
                        Id = entry.NewId(),
                        Person = person,
                        Certification = "discovery",
                        Issue = i,
                        Serial = i,
                        Number = $"LT-2026-{i:D6}",
                        Code = $"{i}",
                        Attempt = Guid.CreateVersion7(),
                        From = app.Clock.Today,
                        ContentHash = "",
                        Name = "Many",
                        TitleEnglish = "Discovery",
                        TitleChinese = "需求挖掘",
                        Finding = $"many lt-2026-{i:D6}",
                    };
                    entry.Db.Add(row);
                    entry.Db.Add(new DocumentRow { Certificate = row.Id, Bytes = RandomNumberGenerator.GetBytes(size), Hash = "" });
                }

                return Task.FromResult<Decision<Done>>(Done.Value);
            }, TestContext.Current.CancellationToken);
    }

    private static async Task<ZipArchive> Zip(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.OK, "application/zip"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static string Text(ZipArchiveEntry entry) => System.Text.Encoding.UTF8.GetString(Bytes(entry));
}
