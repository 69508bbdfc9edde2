using System.Net;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Certificates;

public sealed class CorrectingACertificateTests
{
    [Theory, InlineData(Store.Sqlite), PostgresWhenLong]
    public async Task A_wrong_name_is_put_right_by_a_new_certificate_until_the_same_day_and_found_however_it_is_typed(Store store)
    {
        await using var app = new AcademyApp(store);
        var zoe = await app.Join("Zoe Lukasiewitz", Role.Rep, profile: "sdr");
        var wrong = await app.Certify(zoe);
        await app.Rename(zoe, "Zoë O'Brien-Łukasiewicz");
        using var hr = await app.SignIn(await app.Join("Helen", Role.Hr));
        var at = $"/certificates/{wrong.Id}/correction";

        Assert.Contains("Łukasiewicz", WebUtility.HtmlDecode(await hr.Open(at)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit(at)).StatusCode);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hr.Submit(at, ("Reason", "Her name was mistyped"))));

        var (old, right) = await app.Certificates(zoe) is [var first, var second] ? (first, second) : throw new InvalidOperationException("Not two certificates.");
        Assert.Equal((right.Id, wrong.Until, wrong.Attempt, "Zoë O'Brien-Łukasiewicz"), (old.SupersededBy!.Value, right.Until, right.Attempt, right.Name));
        Assert.Equal("Zoe Lukasiewitz", old.Name);
        Assert.NotNull(old.CorrectionReason);
        Assert.Single(await app.Told<CertificateCorrected>());
        Assert.Contains("Only a certificate in force", await (await hr.Submit(at, ("Reason", "Again"))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        foreach (var typed in new[] { "zoe", "lukasiewicz", "O’Brien", "ZOË" })
            Assert.Contains(right.Number, await hr.Open($"/certificates/desk?q={Uri.EscapeDataString(typed)}"), StringComparison.Ordinal);

        await hr.Open($"/certificates/{right.Id}/revocation");
        await hr.Submit($"/certificates/{right.Id}/revocation", ("Reason", "Sat by somebody else"));
        var revoked = await hr.Open($"/certificates/{right.Id}/revocation");
        Assert.Contains("Sat by somebody else", revoked, StringComparison.Ordinal);
        Assert.Contains("by Helen", revoked, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await hr.Submit($"/certificates/{right.Id}/correction", ("Reason", "Back"))).StatusCode);
    }
}
