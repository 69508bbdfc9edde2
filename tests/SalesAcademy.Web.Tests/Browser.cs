using System.Net;
using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Tests;

/// <summary>What a person does with a browser, over plain HTTP: open pages, submit their forms with the token they carry.</summary>
internal sealed partial class Browser(HttpClient http) : IDisposable
{
    private string? token;

    public HttpClient Http => http;

    /// <summary>Opens a page and expects it to be there.</summary>
    public async Task<string> Open(string url)
    {
        var answer = await http.GetAsync(url, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{url} answered {(int)answer.StatusCode} {answer.Headers.Location}: {html[..Math.Min(html.Length, 400)]}");
        token = Token().Match(html) is { Success: true } match ? match.Groups["token"].Value : token;
        return html;
    }

    public Task<HttpResponseMessage> Get(string url) => http.GetAsync(url, TestContext.Current.CancellationToken);

    /// <summary>Submits a form as the page would, with its antiforgery token.</summary>
    public async Task<HttpResponseMessage> Submit(string url, params (string Name, string Value)[] fields)
    {
        if (token is null)
            await Open(url == "/people/sign-in" ? url : "/people/me"); // the lightest page of somebody signed in
        var form = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token!)]);
        var answer = await http.PostAsync(url, form, TestContext.Current.CancellationToken);
        if (url == "/people/sign-in")
            token = null;
        return answer;
    }

    /// <summary>The antiforgery token of the pages this browser sees, for requests made by script.</summary>
    public async Task<string> AntiforgeryToken()
    {
        if (token is null)
            await Open("/people/me");
        return token!;
    }

    /// <summary>The same of a page open to strangers.</summary>
    public async Task<string> AntiforgeryTokenOf(string url)
    {
        await Open(url);
        return token!;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
