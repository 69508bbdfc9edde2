using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SalesAcademy.Web.Features.Integrations.Webhooks;

namespace SalesAcademy.Web.Tests.Integrations;

/// <summary>What another system was told.</summary>
internal sealed record ToldMessage(string Id, string Timestamp, string Signature, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => Json["type"]!.GetValue<string>();

    public string? Lead => Json["data"]!["lead"]?.GetValue<string>();

    public bool IsSignedWith(string secret) => Signature.Split(' ').Contains(Signing.Sign(secret, $"{Id}.{Timestamp}.{Body}"));
}

/// <summary>Another system that listens on a port of this machine, and answers as a test wants it.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private Receiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<ToldMessage> Told { get; } = [];

    public Func<ToldMessage, HttpStatusCode> Answers { get; set; } = _ => HttpStatusCode.NoContent;

    public string Says { get; set; } = "";

    public string Address => app.Urls.First() + "/hook";

    public IEnumerable<string> Types => Told.Select(message => message.Type);

    public static async Task<Receiver> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new Receiver(builder.Build());
        receiver.app.MapPost("/hook", receiver.Hear);
        receiver.app.MapGet("/hook", () => "no redirect leads here");
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Hear(HttpContext http)
    {
        using var body = new StreamReader(http.Request.Body);
        var headers = http.Request.Headers;
        var message = new ToldMessage(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await body.ReadToEndAsync());
        Told.Enqueue(message);
        http.Response.StatusCode = (int)Answers(message);
        if (http.Response.StatusCode == StatusCodes.Status302Found)
            http.Response.Headers.Location = Address;
        if (Says.Length > 0)
            await http.Response.WriteAsync(Says);
    }
}
