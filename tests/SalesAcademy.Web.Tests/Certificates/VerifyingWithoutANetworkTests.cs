using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Certificates.Credentials;

namespace SalesAcademy.Web.Tests.Certificates;

/// <summary>A file alone, with what its issuer published, says what it is worth.</summary>
public sealed class VerifyingWithoutANetworkTests
{
    private static readonly Dictionary<string, string?> Patient = new() { ["Limits:VerificationsPerMinute"] = "1000" };

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task It_is_valid_until_it_ends_is_revoked_or_replaced(Store store)
    {
        await using var app = new AcademyApp(store, settings: Patient);
        var person = await app.Join("欧阳娜娜", Role.Rep, profile: "sdr", language: "zh-Hans", latinName: "Ouyang Nana");
        var first = await app.Certify(person);
        var file = await File(app, first);
        var early = await Trust(app);

        var verified = new OfflineVerification(early).Verify(file, app.Clock.Now);
        Assert.Equal(Authenticity.Valid, verified.Authenticity);
        Assert.Contains("欧阳娜娜", verified.Credential!.Value.GetProperty("credentialSubject").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(Authenticity.Valid, At(early, file, app.Clock.Now + StatusLists.Lifetime));
        Assert.Equal(Authenticity.Stale, At(early, file, app.Clock.Now + StatusLists.Lifetime + TimeSpan.FromSeconds(1)));

        app.Time.Advance(new DateTimeOffset(2028, 11, 22, 15, 59, 59, TimeSpan.Zero) - app.Time.GetUtcNow()); // the last second of the last day in Shanghai
        Assert.Equal(Authenticity.Valid, At(await Trust(app), file, app.Clock.Now));
        await app.Pass(person);
        Assert.Equal(Authenticity.Superseded, At(await Trust(app), file, app.Clock.Now));
        var second = await File(app, (await app.Certificates(person))[^1]);
        Assert.Equal(Authenticity.Valid, At(await Trust(app), second, app.Clock.Now));
        app.Time.Advance(TimeSpan.FromDays(800));
        Assert.Equal(Authenticity.Expired, At(await Trust(app), second, app.Clock.Now));

        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        await hr.Open($"/certificates/{first.Id}/revocation");
        await hr.Submit($"/certificates/{first.Id}/revocation", ("Reason", "Somebody else sat the quiz"));
        var late = await Trust(app);
        Assert.Equal(Authenticity.Revoked, At(late, file, app.Clock.Now));
        Assert.Equal(Authenticity.Revoked, At(late, file, app.Clock.Now.AddYears(1)));
    }

    [Fact]
    public async Task No_byte_of_it_can_be_changed_unnoticed()
    {
        await using var app = new AcademyApp(settings: Patient);
        var file = await File(app, await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr")));
        var verification = new OfflineVerification(await Trust(app));
        var update = CredentialAttachment.Read(file)!.Value.Document.Length;

        // Every byte of what was attached, and one in seven of the drawing.
        foreach (var at in Enumerable.Range(0, file.Length).Where(at => at >= update || at % 7 == 0))
        {
            var altered = (byte[])file.Clone();
            altered[at] ^= 1;
            Assert.NotEqual(Authenticity.Valid, verification.Verify(altered, app.Clock.Now).Authenticity);
        }

        Assert.Equal(Authenticity.Altered, verification.Verify([.. file, (byte)'\n'], app.Clock.Now).Authenticity);
        Assert.Equal(Authenticity.Unsigned, verification.Verify(file[..update], app.Clock.Now).Authenticity);
        Assert.Equal(Authenticity.Unsigned, verification.Verify([], app.Clock.Now).Authenticity);
    }

    [Fact]
    public async Task A_credential_of_another_document_and_a_key_of_another_academy_are_told_apart()
    {
        await using var app = new AcademyApp(settings: Patient);
        var anna = await File(app, await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr")));
        var boris = await File(app, await app.Certify(await app.Join("Boris", Role.Rep, profile: "sdr")));
        var mixed = CredentialAttachment.Attach(CredentialAttachment.Read(boris)!.Value.Document, CredentialAttachment.Read(anna)!.Value.Credential);
        await using var other = new AcademyApp(settings: Patient);
        await other.Certify(await other.Join("Anna Berg", Role.Rep, profile: "sdr"));

        Assert.Equal(Authenticity.Altered, At(await Trust(app), mixed, app.Clock.Now));
        Assert.Equal(Authenticity.UnknownKey, At(await Trust(other), anna, app.Clock.Now));
        // Keys without lists know nothing of revocations.
        Assert.Equal(Authenticity.Stale, At((await Trust(app)) with { Status = [] }, anna, app.Clock.Now));
        // Nor does a list that another academy has signed for ours.
        Assert.Equal(Authenticity.Stale, At((await Trust(app)) with { Status = (await Trust(other)).Status }, anna, app.Clock.Now));
    }

    [Fact]
    public async Task An_independent_library_accepts_the_credential_and_its_status_list()
    {
        await using var app = new AcademyApp(settings: Patient);
        var person = await app.Join("Zoë O'Brien-Łukasiewicz", Role.Rep, profile: "sdr");
        var certificate = await app.Certify(person);
        using var browser = await app.SignIn(person);
        var folder = Directory.CreateTempSubdirectory("credential-").FullName;
        try
        {
            await System.IO.File.WriteAllBytesAsync(Path.Combine(folder, "certificate.pdf"), await File(app, certificate), TestContext.Current.CancellationToken);
            // Taken out of the file by a reader that is not ours either.
            await Programs.Output("pdfdetach", "-saveall", "-o", folder, Path.Combine(folder, "certificate.pdf"));
            Assert.Equal(await browser.Open($"/certificates/{certificate.Id}/credential"), await System.IO.File.ReadAllTextAsync(Path.Combine(folder, CredentialAttachment.FileName), TestContext.Current.CancellationToken));
            using var visitor = app.Visitor();
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "keys.json"), await visitor.Open("/.well-known/jwks.json"), TestContext.Current.CancellationToken);
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "list.jwt"), await visitor.Open("/certificates/status/revocation/0"), TestContext.Current.CancellationToken);

            var said = JsonDocument.Parse(await Programs.Output("node", Path.Combine(Here(), "verify.mjs"), Path.GetFullPath(Path.Combine(Here(), "../../../src/SalesAcademy.Web")), folder, $"{app.Time.GetUtcNow():O}")).RootElement;

            Assert.Equal("Zoë O'Brien-Łukasiewicz", said.GetProperty("name").GetString());
            Assert.Equal(certificate.Number, said.GetProperty("number").GetString());
            Assert.Equal("0,131072,false", said.GetProperty("list").GetString());
            Assert.Equal("ERR_JWS_SIGNATURE_VERIFICATION_FAILED", said.GetProperty("altered").GetString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_command_says_it_by_its_exit_code_and_needs_no_database()
    {
        await using var app = new AcademyApp(settings: Patient);
        var file = await File(app, await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr")));
        var folder = Directory.CreateTempSubdirectory("credential-").FullName;
        try
        {
            var (pdf, trust) = (Path.Combine(folder, "certificate.pdf"), Path.Combine(folder, "trust.json"));
            using var visitor = app.Visitor();
            await System.IO.File.WriteAllTextAsync(trust, await visitor.Open(CredentialsController.TrustAddress), TestContext.Current.CancellationToken);
            await System.IO.File.WriteAllBytesAsync(pdf, file, TestContext.Current.CancellationToken);
            var command = new CertificateVerifyCommand(app.Clock);

            Assert.Equal(0, await command.Run(null!, [pdf, "--trust", trust])); // a command of this kind has no use for the application
            file[100] ^= 1;
            await System.IO.File.WriteAllBytesAsync(pdf, file, TestContext.Current.CancellationToken);
            Assert.Equal(14, await command.Run(null!, [pdf, "--trust", trust]));
            Assert.Equal(2, await command.Run(null!, [pdf]));
            Assert.Equal(2, await command.Run(null!, [pdf, "--trust", pdf]));
            Assert.Equal(2, await command.Run(null!, [Path.Combine(folder, "nothing.pdf"), "--trust", trust]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_credential_is_its_holders_and_the_private_key_nobodys()
    {
        await using var app = new AcademyApp(settings: Patient);
        var anna = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        var certificate = await app.Certify(anna);
        using var holder = await app.SignIn(anna);
        using var other = await app.SignIn(await app.Join("Boris", Role.Rep, profile: "sdr"));
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        using var visitor = app.Visitor();
        var address = $"/certificates/{certificate.Id}/credential";

        Assert.Equal(HttpStatusCode.OK, (await holder.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await hr.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/certificates/status/revocation/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/certificates/status/other/0")).StatusCode);
        await using var db = app.Read();
        var key = await db.Set<SigningKeyRow>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(await visitor.Open($"/certificates/keys/{key.Id}"), JsonDocument.Parse(await visitor.Open("/.well-known/jwks.json")).RootElement.GetProperty("keys")[0].GetRawText());
        Assert.DoesNotContain("\"d\"", await visitor.Open(CredentialsController.TrustAddress), StringComparison.Ordinal);
        Assert.DoesNotContain("Berg", await visitor.Open(CredentialsController.TrustAddress), StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    private static Authenticity At(TrustFile trust, byte[] file, DateTime now) => new OfflineVerification(trust).Verify(file, now).Authenticity;

    private static async Task<byte[]> File(AcademyApp app, CertificateRow certificate)
    {
        await using var db = app.Read();
        return (await db.Set<DocumentRow>().SingleAsync(d => d.Certificate == certificate.Id, TestContext.Current.CancellationToken)).Bytes;
    }

    private static async Task<TrustFile> Trust(AcademyApp app)
    {
        using var visitor = app.Visitor();
        return JsonSerializer.Deserialize<TrustFile>(await visitor.Open(CredentialsController.TrustAddress))!;
    }
}
