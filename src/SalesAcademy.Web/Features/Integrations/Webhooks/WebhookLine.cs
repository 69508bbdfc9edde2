using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using SalesAcademy.Web.Shared;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>The line to other systems: sends one signed message and reads the beginning of the answer. It follows no redirect, asks no proxy and keeps no cookie.</summary>
internal sealed class WebhookLine : IDisposable
{
    private const int LongestAnswer = 500;

    private readonly HttpClient http;
    private readonly WebhookOptions options;
    private readonly Signing signing;
    private readonly Clock clock;

    public WebhookLine(WebhookAddress address, WebhookOptions options, Signing signing, Clock clock)
    {
        (this.options, this.signing, this.clock) = (options, signing, clock);
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = address.Connect,
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        });
    }

    public async Task<Attempt> Send(WebhookRow webhook, DeliveryRow delivery, CancellationToken cancellation)
    {
        var (at, watch) = (clock.Now, Stopwatch.StartNew());
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        enough.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Body)) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.UserAgent.ParseAdd("SalesAcademy");
            foreach (var (name, value) in signing.Headers(webhook, delivery))
                request.Headers.Add(name, value);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, enough.Token);
            return new(at, (int)watch.ElapsedMilliseconds, (int)answer.StatusCode, await Beginning(answer, enough.Token));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return new(at, (int)watch.ElapsedMilliseconds, null, e is HttpRequestException { HttpRequestError: var error } ? error.ToString() : "NoAnswerInTime");
        }
    }

    public void Dispose() => http.Dispose();

    // A status that arrived counts, whatever becomes of the rest.
    private static async Task<string> Beginning(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            var bytes = new byte[4 * LongestAnswer];
            var read = await body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
            return string.Concat(Encoding.UTF8.GetString(bytes, 0, read).EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)).Take(LongestAnswer));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
    }
}
