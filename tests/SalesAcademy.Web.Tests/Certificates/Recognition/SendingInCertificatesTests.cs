using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates.Recognition;

namespace SalesAcademy.Web.Tests.Certificates.Recognition;

public sealed class SendingInCertificatesTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");

    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task What_is_sent_in_is_looked_at_by_HR_listed_as_somebody_elses_and_given_back_as_it_came(Store store)
    {
        await using var app = new AcademyApp(store);
        var rep = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        using var own = await app.SignIn(rep);
        using var other = await app.SignIn(await app.Join("Somebody Else", Role.Rep));
        using var hr = await app.SignIn(await app.Join("Sun Jie", Role.Hr));
        var url = $"/certificates/people/{rep}/external";

        Assert.Equal(HttpStatusCode.Redirect, (await Send(own, url, Pdf, "negotiation.pdf")).StatusCode);

        Assert.Contains("1 certificate from elsewhere waits", await hr.Open("/"), StringComparison.Ordinal);
        Assert.Contains("Negotiation, level 2", await hr.Open("/certificates/external"), StringComparison.Ordinal);
        Assert.DoesNotContain("Negotiation, level 2", await hr.Open($"/certificates/people/{rep}"), StringComparison.Ordinal);
        var sent = Assert.Single(await app.Told<ExternalCertificateSent>());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Pdf)), sent.FileHash);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"{url}/{sent.External}/decision", ("Accept", "true"), ("InsteadOf", "sales-process"))).StatusCode);

        var transcript = await own.Open($"/certificates/people/{rep}");
        Assert.Contains("not verified by the academy", transcript, StringComparison.Ordinal);
        Assert.Contains("Negotiation, level 2", transcript, StringComparison.Ordinal);
        Assert.Contains("Anna Berg", await hr.Open("/certificates/compliance?certification=sales-process&holding=external"), StringComparison.Ordinal);
        Assert.Empty(await app.Certificates());
        var file = await own.Get($"{url}/{sent.External}/file");
        Assert.Equal(("application/pdf", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(Pdf, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"{url}/{sent.External}/file")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(other, url, [.. Pdf, (byte)'\n'], "for-anna.pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"{url}/{sent.External}/decision", ("Accept", "false"), ("Reason", "Too late"))).StatusCode);
        Assert.DoesNotContain(await app.Events(), e => e.Json.Contains("Negotiation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Declining_takes_a_reason_that_its_sender_reads_and_nobody_decides_about_their_own()
    {
        await using var app = new AcademyApp();
        var rep = await app.Join("Anna Berg", Role.Rep);
        using var own = await app.SignIn(rep);
        var hrId = await app.Join("Sun Jie", Role.Hr);
        using var hr = await app.SignIn(hrId);
        await Send(own, $"/certificates/people/{rep}/external", Pdf, "a.pdf");
        await Send(hr, $"/certificates/people/{hrId}/external", Pdf, "b.pdf");
        var (theirs, mine) = ((await app.Told<ExternalCertificateSent>())[0].External, (await app.Told<ExternalCertificateSent>())[1].External);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"/certificates/people/{rep}/external/{theirs}/decision", ("Accept", "false"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await hr.Submit($"/certificates/people/{rep}/external/{theirs}/decision", ("Accept", "false"), ("Reason", "The scan cannot be read"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"/certificates/people/{hrId}/external/{mine}/decision", ("Accept", "true"))).StatusCode);

        Assert.Contains("The scan cannot be read", await own.Open($"/certificates/people/{rep}/external"), StringComparison.Ordinal);
        Assert.Contains("says why", await own.Open("/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_what_its_bytes_say_and_nothing_else_is_kept()
    {
        await using var app = new AcademyApp(settings: new() { ["Academy:Limits:CertificateMegabytes"] = "1" });
        var rep = await app.Join("Anna Berg", Role.Rep);
        using var own = await app.SignIn(rep);
        var url = $"/certificates/people/{rep}/external";

        foreach (var (bytes, says) in new[]
        {
            ("MZ a program called certificate.pdf"u8.ToArray(), "neither a PDF nor"),
            ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "neither a PDF nor"),
            (Pdf[..30], "neither a PDF nor"), // broken off
            ([0x89, .. "PNG\r\n\x1a\n"u8, 0, 0], "neither a PDF nor"),
            (Array.Empty<byte>(), "Choose a file"),
            ([.. "%PDF-1.4\n"u8, .. new byte[1024 * 1024], .. "%%EOF"u8], "larger than 1 MB"),
        })
        {
            var answer = await Send(own, url, bytes, "certificate.pdf");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(says, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await Send(own, url, Pdf, "../../<script>.exe")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(own, url, Pdf, "again.pdf")).StatusCode);
        await using var db = app.Read();
        Assert.Equal("application/pdf", (await db.Set<ExternalRow>().SingleAsync(TestContext.Current.CancellationToken)).MediaType);
    }

    private static async Task<HttpResponseMessage> Send(Browser browser, string url, byte[] file, string name)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.AntiforgeryToken()), "__RequestVerificationToken" },
            { new StringContent("Negotiation, level 2"), "Title" },
            { new StringContent("Institute of Sales"), "Issuer" },
            { new StringContent("2026-05-01"), "IssuedOn" },
            { new StringContent("2028-04-30"), "Until" },
            { new ByteArrayContent(file), "Document", name },
        };
        return await browser.Http.PostAsync(url, form, TestContext.Current.CancellationToken);
    }
}
