using System.Net;
using Microsoft.EntityFrameworkCore;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations;
using SalesAcademy.Web.Features.Integrations.Webhooks;
using SalesAcademy.Web.Features.Leads;

namespace SalesAcademy.Web.Tests.Integrations;

/// <summary>What is refused leaves nothing behind, so that one app will do for all of it.</summary>
public sealed class RefusingTests(RefusingTests.Shared shared) : IClassFixture<RefusingTests.Shared>
{
    [Theory]
    [InlineData("""{"company":"","contact":"D","email":"no","tier":"Z"}""", 400, "/tier")]
    [InlineData("""{"contact":"D","email":"no address","tier":"C"}""", 422, "/company", "/email")]
    [InlineData("""{"company":"K","contact":"D","email":"d@k.example","tier":"Shadow"}""", 422, "/tier")]
    [InlineData("""{"company":"K","contact":"D","email":"d@k.example","tier":"C","colour":"red"}""", 400, "/colour")]
    [InlineData("""{"company":"K","company":"L","contact":"D","email":"d@k.example","tier":"C"}""", 400, "/company")]
    [InlineData("""{"company":7,"contact":"D","email":"d@k.example","tier":"C"}""", 400, "/company")]
    [InlineData("""{"company":"K","contact":"D","email":"d@k.example","tier":"C","value":1.005}""", 422, "/value")]
    [InlineData("""{"company":"K","contact":"D","email":"d@k.example","tier":"C","value":-1,"currency":"BTC"}""", 422, "/value", "/currency")]
    [InlineData("""{"company":"K","contact":"D","email":"d@k.example","tier":"C","tags":[{"kind":"language","value":"en"},{"kind":"mood","value":"GOOD"}]}""", 422, "/tags/1/kind", "/tags/1/value")]
    [InlineData("""{"company":"a\u0000b","contact":"D","email":"d@k.example","tier":"C"}""", 422, "/company")]
    [InlineData("""{"company":"a\ud800b","contact":"D","email":"d@k.example","tier":"C"}""", 400, "/company")]
    [InlineData("""[1,2]""", 400, "")]
    [InlineData("""{"company":""", 400, "/company")]
    public async Task What_does_not_fit_is_refused_with_its_place_and_nothing_is_kept(string body, int status, params string[] places)
    {
        using var machine = await Machine.With(shared.App, Scopes.LeadsWrite);

        var answer = await machine.Post("/api/v1/leads", body);

        var (_, kind, problem) = await Machine.ProblemOf(answer);
        Assert.Equal((status, status == 400 ? "unreadable" : "invalid"), ((int)answer.StatusCode, kind));
        Assert.Equal(places, problem["errors"]!.AsArray().Select(fault => fault!["pointer"]!.GetValue<string>()));
        Assert.DoesNotContain("System.", problem.ToJsonString(), StringComparison.Ordinal);
        await using var db = shared.App.Read();
        Assert.Equal(0, await db.Set<LeadRow>().CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("limit=0"), InlineData("limit=201"), InlineData("limit=1&limit=2"), InlineData("cursor=x.y"), InlineData("cursor=AAAA"), InlineData("state=Owned"), InlineData("state="), InlineData("limit="), InlineData("updatedSince=yesterday"), InlineData("sort=email;--")]
    public async Task What_is_not_understood_in_a_query_is_refused(string query)
    {
        using var machine = await Machine.With(shared.App, Scopes.LeadsRead);

        var (status, kind, _) = await Machine.ProblemOf(await machine.Get($"/api/v1/leads?{query}"));

        Assert.Equal((400, "bad-query"), (status, kind));
    }

    [Theory]
    [InlineData("http://hooks.example.com/x"), InlineData("https://user:secret@hooks.example.com/"), InlineData("https://127.0.0.1/x"), InlineData("https://10.1.2.3/"), InlineData("https://192.168.0.1/")]
    [InlineData("https://169.254.169.254/latest/meta-data"), InlineData("https://0.0.0.0/"), InlineData("https://[::1]/"), InlineData("https://[fd00::1]/"), InlineData("https://[fe80::1]/"), InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://2130706433/"), InlineData("https://0x7f.1/"), InlineData("https://localhost/"), InlineData("ftp://198.41.0.4/"), InlineData("not an address")]
    public async Task An_address_that_is_not_public_is_not_saved(string address)
    {
        using var desk = await shared.App.SignIn(await shared.App.Join("Wu Tong", Role.SalesOps));

        var refused = await desk.Submit(WebhooksController.Address, ("Address", address), ("Type", WebhookTypes.LeadWon));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await using var db = shared.App.Read();
        Assert.False(await db.Set<WebhookRow>().AnyAsync(TestContext.Current.CancellationToken));
    }

    public sealed class Shared : IAsyncDisposable
    {
        internal AcademyApp App { get; } = new(withoutRounds: true);

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
