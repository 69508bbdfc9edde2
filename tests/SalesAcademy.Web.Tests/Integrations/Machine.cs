using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SalesAcademy.Domain.Shared;
using SalesAcademy.Web.Features.Integrations;

namespace SalesAcademy.Web.Tests.Integrations;

/// <summary>Another system with a token of its own, over plain HTTP.</summary>
internal sealed class Machine(HttpClient http, Guid token) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>The id of the token.</summary>
    public Guid Token => token;

    /// <summary>A system that may do these things.</summary>
    public static Task<Machine> With(AcademyApp app, params string[] scopes) => Of(app, "crm", scopes);

    public static async Task<Machine> Of(AcademyApp app, string system, params string[] scopes)
    {
        var secret = TokenSecret.New();
        var form = new TokenForm { Name = "A feed", System = system, Scope = scopes };
        var issued = await app.Ledger.Run<Guid>(app.Clock.Act(Guid.CreateVersion7()), entry => Task.FromResult(Tokens.Issue(entry, form, secret)));
        return new(Client(app, secret), Assert.IsType<Accepted<Guid>>(issued).Value);
    }

    public static HttpClient Client(AcademyApp app, string secret)
    {
        var http = app.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return http;
    }

    public Task<HttpResponseMessage> Get(string url, string? unless = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (unless is not null)
            request.Headers.Add("If-None-Match", unless);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonNode> Read(string url)
    {
        var answer = await Get(url);
        Assert.True(answer.IsSuccessStatusCode, $"{url} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await Of(answer);
    }

    /// <summary>Posts a body, under a new key unless one is given.</summary>
    public Task<HttpResponseMessage> Post(string url, object body, string? key = null, string? version = null) =>
        Send(url, body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body), key ?? $"{Guid.NewGuid():N}", version);

    public Task<HttpResponseMessage> Send(string url, HttpContent content, string? key, string? version = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (version is not null)
            request.Headers.Add("If-Match", version);
        return http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonNode> Of(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>Which problem an answer tells of; its shape is that of RFC 9457.</summary>
    public static async Task<(int Status, string Kind, JsonNode Problem)> ProblemOf(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await Of(answer);
        Assert.Equal((int)answer.StatusCode, problem["status"]!.GetValue<int>());
        Assert.NotEmpty(problem["title"]!.GetValue<string>());
        Assert.NotEmpty(problem["traceId"]!.GetValue<string>());
        return ((int)answer.StatusCode, problem["type"]!.GetValue<string>().Split('#')[^1], problem);
    }

    /// <summary>A lead that a seller of tier C may be given.</summary>
    public static object Lead(string? externalId = null, string company = "Kestrel Outdoor", string? email = null) => new
    {
        externalId,
        company,
        contact = "Dana Whitfield",
        email = email ?? $"{Guid.NewGuid():N}@kestrel.example",
        tier = "C",
        value = 128000,
        currency = "GBP",
    };

    public void Dispose() => http.Dispose();
}
