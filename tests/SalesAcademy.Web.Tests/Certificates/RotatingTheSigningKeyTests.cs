using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Certificates.Credentials;
using SalesAcademy.Web.Shared.Commands;

namespace SalesAcademy.Web.Tests.Certificates;

/// <summary>Another key takes the place of the one that signs; one that somebody else may have proves nothing any more.</summary>
public sealed class RotatingTheSigningKeyTests
{
    private static readonly Dictionary<string, string?> Patient = new() { ["Limits:VerificationsPerMinute"] = "1000" };

    [Fact]
    public async Task What_the_old_key_signed_verifies_as_before_here_and_with_an_independent_library()
    {
        await using var app = new AcademyApp(settings: Patient);
        var anna = await app.Join("Anna Berg", Role.Rep, profile: "sdr");
        var first = await app.Certify(anna);
        var before = await Trust(app);

        Assert.Equal(0, await Do(app, Keys(app).Replace));
        var second = await app.Certify(await app.Join("Boris", Role.Rep, profile: "sdr"));

        var trust = await Trust(app);
        Assert.Equal((1, 2), (before.Keys.Count, trust.Keys.Count));
        Assert.Equal([Authenticity.Valid, Authenticity.Valid], [await At(app, trust, first), await At(app, trust, second)]);
        // The old file knows neither the new key nor what the lists say that it has signed.
        Assert.Equal([Authenticity.Valid, Authenticity.UnknownKey], [await At(app, before, first), await At(app, before, second)]);
        Assert.NotEqual(await KeyOf(app, first), await KeyOf(app, second));
        using var holder = await app.SignIn(anna);
        using var visitor = app.Visitor();
        var folder = Directory.CreateTempSubdirectory("credential-").FullName;
        try
        {
            await Write("credential.jwt", await holder.Open($"/certificates/{first.Id}/credential"));
            await Write("keys.json", await visitor.Open("/.well-known/jwks.json"));
            await Write("list.jwt", await visitor.Open("/certificates/status/revocation/0"));
            var said = JsonDocument.Parse(await Programs.Output("node", Path.Combine(Here(), "verify.mjs"), Path.GetFullPath(Path.Combine(Here(), "../../../src/SalesAcademy.Web")), folder, $"{app.Time.GetUtcNow():O}")).RootElement;
            Assert.Equal((first.Number, "0,131072,false"), (said.GetProperty("number").GetString(), said.GetProperty("list").GetString()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Task Write(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
    }

    [Theory, InlineData(Store.Sqlite), InlineData(Store.Postgres)]
    public async Task A_key_that_somebody_else_may_have_proves_nothing_and_signs_nothing(Store store)
    {
        await using var app = new AcademyApp(store, settings: Patient);
        Assert.Equal(1, await Do(app, Keys(app).Replace)); // there is none yet
        var first = await app.Certify(await app.Join("Anna Berg", Role.Rep, profile: "sdr"));
        await using var db = app.Read();
        var lost = await db.Set<SigningKeyRow>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var lists = (await Trust(app)).Status;

        Assert.Equal(0, await Do(app, entry => Keys(app).Distrust(entry, lost.Id)));
        Assert.Equal(1, await Do(app, entry => Keys(app).Distrust(entry, lost.Id)));
        Assert.Equal(1, await Do(app, entry => Keys(app).Distrust(entry, "nothing")));
        var second = await app.Certify(await app.Join("Boris", Role.Rep, profile: "sdr"));

        var trust = await Trust(app);
        Assert.Equal([Authenticity.Distrusted, Authenticity.Valid], [await At(app, trust, first), await At(app, trust, second)]);
        // Nor is a list believed that it has signed: whoever has the key may have made it.
        Assert.Equal(Authenticity.Stale, await At(app, trust with { Status = lists }, second));
        using var visitor = app.Visitor();
        Assert.DoesNotContain(lost.X, await visitor.Open("/.well-known/jwks.json"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/certificates/keys/{lost.Id}")).StatusCode);
        // The paper loses nothing: whoever asks the academy by its code is told what stands in the record.
        Assert.Contains("Anna Berg", await visitor.Open($"/certificates/verify/{first.Code}"), StringComparison.Ordinal);
        Assert.Single(await app.Told<SigningKeyDistrusted>());
        Assert.Equal(lost.Id, Assert.Single(await app.Told<SigningKeyReplaced>()).Retired);
    }

    private static SigningKeys Keys(AcademyApp app) => app.Services.GetRequiredService<SigningKeys>();

    private static Task<int> Do(AcademyApp app, Func<Web.Shared.Ledger.Entry, Task<Decision<SigningKeyRow>>> change) =>
        app.Services.GetServices<ICommand>().OfType<CertificateKeysCommand>().Single().Do(change);

    private static async Task<byte[]> Document(AcademyApp app, CertificateRow certificate)
    {
        await using var db = app.Read();
        return (await db.Set<DocumentRow>().SingleAsync(d => d.Certificate == certificate.Id, TestContext.Current.CancellationToken)).Bytes;
    }

    private static async Task<Authenticity> At(AcademyApp app, TrustFile trust, CertificateRow certificate) =>
        new OfflineVerification(trust).Verify(await Document(app, certificate), app.Clock.Now).Authenticity;

    private static async Task<string> KeyOf(AcademyApp app, CertificateRow certificate) => SignedText.Read(CredentialAttachment.Read(await Document(app, certificate))!.Value.Credential)!.KeyId;

    private static async Task<TrustFile> Trust(AcademyApp app)
    {
        using var visitor = app.Visitor();
        return JsonSerializer.Deserialize<TrustFile>(await visitor.Open(CredentialsController.TrustAddress))!;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
