using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Shared.Records;
using SalesAcademy.Web.Tests.Certificates;
using SalesAcademy.Web.Tests.Paths;

namespace SalesAcademy.Web.Tests.People;

/// <summary>Whoever asks what is kept of them is given all of it, and nothing of anybody else.</summary>
public sealed class HandingOutRecordsTests
{
    // Acts of somebody at work, which their events tell with who did them.
    private static readonly string[] NotHandedOut =
    [
        "IdempotencyRow", "DeliveryRow", "PolicyActivationRow", "BatchRow", "ImportRow", "LockRow", "MergeRow",
    ];

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_every_room_keeps_of_a_person_is_in_the_archive_and_nothing_of_others(Store store)
    {
        await using var app = new AcademyApp(store);
        var team = await app.Team("East");
        var rep = await app.Join("欧阳娜娜 <b>", Role.Rep, team, "sdr");
        var other = await app.Join("Somebody Else", Role.Rep, team, "sdr");
        await app.Certify(rep);
        await app.Certify(other);
        await app.ClearTheWay(rep);
        using var own = await app.SignIn(rep);
        await own.Submit("/quizzes/discovery/certification/attempts");
        var hr = await app.Join("Sun Jie", Role.Hr);
        using var browser = await app.SignIn(hr);
        await browser.Submit($"/people/{rep}/suspension", ("Reason", "Left for another company"));

        using var zip = await HandOut(browser, rep);

        Assert.Equal("欧阳娜娜 <b>", Rows(zip, "people/person.json")[0].GetProperty("name").GetString());
        Assert.Equal("Left for another company", Rows(zip, "ledger/spoken.json")[0].GetProperty("words").GetString());
        Assert.Single(Rows(zip, "quizzes/attempt.json"));
        Assert.NotEmpty(Rows(zip, "quizzes/attempt-question.json"));
        Assert.NotEmpty(Rows(zip, "readiness/tier.json"));
        Assert.Single(Rows(zip, "certificates/certificate.json"));
        var all = string.Concat(zip.Entries.Select(Text));
        Assert.DoesNotContain("Somebody Else", all, StringComparison.Ordinal);
        Assert.DoesNotContain(other.ToString(), all, StringComparison.OrdinalIgnoreCase);
        var page = Text(zip.GetEntry("overview.html")!);
        Assert.Contains("欧阳娜娜 &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Equal((hr, rep), (await app.Events()).Where(e => e.Type == "personal-records-handed-out").Select(e => (e.Actor!.Value, e.Subject)).Single());
    }

    [Fact]
    public async Task Nobody_but_HR_hands_out_and_nobody_who_is_not_there()
    {
        await using var app = new AcademyApp();
        var rep = await app.Join("Wei Zhang", Role.Rep);
        using var administrator = await app.SignIn(await app.Join("Priya", Role.Admin));
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));

        Assert.NotEqual(HttpStatusCode.OK, (await administrator.Submit($"/people/{rep}/records")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await hr.Submit($"/people/{Guid.CreateVersion7()}/records")).StatusCode);
        Assert.DoesNotContain(await app.Events(), e => e.Type == "personal-records-handed-out");
    }

    [Fact]
    public async Task Every_table_about_people_is_handed_out_or_said_not_to_be()
    {
        await using var app = new AcademyApp();
        await using var db = app.Read();
        string[] about = ["Person", "PersonId", "About", "Subject"];

        var kept = db.Model.GetEntityTypes().Where(table => table.GetProperties().Any(property => about.Contains(property.Name) && (property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?)))).Select(table => table.ClrType.Name);
        var handed = app.Services.GetServices<PersonRecords>().Select(record => record.Row.Name);

        Assert.Empty(kept.Except(handed).Except(NotHandedOut));
        Assert.Empty(handed.Intersect(NotHandedOut));
    }

    private static async Task<ZipArchive> HandOut(Browser browser, Guid person)
    {
        var answer = await browser.Submit($"/people/{person}/records");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
    }

    private static JsonElement[] Rows(ZipArchive zip, string file) => [.. JsonDocument.Parse(Text(zip.GetEntry(file)!)).RootElement.EnumerateArray()];

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
