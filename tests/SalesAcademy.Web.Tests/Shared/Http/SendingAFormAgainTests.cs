using System.Net;
using System.Net.Http.Headers;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Tests.Shared.Http;

public sealed class SendingAFormAgainTests
{
    [Theory, InlineData("en", "This form was sent before"), InlineData("zh-Hans", "这份表单已经提交过")]
    public async Task A_browser_that_went_back_and_sends_other_words_reads_a_page_and_a_script_a_problem(string language, string title)
    {
        await using var app = new AcademyApp(withoutRounds: true);
        using var browser = await app.SignIn(await app.Join("Omar Haddad", Role.SalesOps, language: language));
        Assert.Equal(HttpStatusCode.Redirect, (await Send("Kestrel Outdoor")).StatusCode);

        browser.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        var page = await Send("Harbor and Pine");
        browser.Http.DefaultRequestHeaders.Accept.Clear();
        browser.Http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var problem = await Send("Harbor and Pine");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (page.StatusCode, problem.StatusCode));
        Assert.Contains(title, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);

        Task<HttpResponseMessage> Send(string company) => browser.Submit(
            "/leads/new", ("_key", "one-and-the-same"), ("Company", company), ("Contact", "Dana"), ("Email", "dana@kestrel.example"), ("Tier", "C"), ("Currency", "CNY"));
    }
}
