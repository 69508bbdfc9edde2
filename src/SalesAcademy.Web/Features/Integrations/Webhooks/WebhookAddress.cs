using System.Net;
using System.Net.Sockets;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>Says whether an address may be called: when it is saved, and again at every connection, since a name may lead elsewhere by then.</summary>
internal sealed class WebhookAddress(WebhookOptions options)
{
    private const int Longest = 500;

    /// <summary>The address as it is kept. Refused: address-invalid, address-private, address-unknown.</summary>
    public async Task<Decision<string>> Decide(string? typed, CancellationToken cancellation)
    {
        if (typed is not { Length: <= Longest } || !Uri.TryCreate(typed.Trim(), UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Fragment.Length > 0 || !(uri.Scheme == "https" || (options.Loopback && uri.Scheme == "http")))
            return new Refusal("address-invalid");
        try
        {
            return await Resolve(uri, cancellation) is [_, ..] ? uri.AbsoluteUri : new Refusal("address-private");
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            return new Refusal("address-unknown");
        }
    }

    /// <summary>Connects to what the name leads to now, where that may be called; nothing is sent elsewhere.</summary>
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var allowed = await Resolve(context.InitialRequestMessage.RequestUri!, cancellation); // a request has its address
        if (allowed.Length == 0)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The name leads to an address that is not public.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // One private address among public ones is enough: whoever answers for the name means no good.
    private async Task<IPAddress[]> Resolve(Uri uri, CancellationToken cancellation)
    {
        var host = uri.IdnHost.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellation);
        return addresses.Length > 0 && addresses.All(address => IsAllowed(uri, address)) ? addresses : [];
    }

    private bool IsAllowed(Uri uri, IPAddress address) => options.Loopback && PublicAddress.IsThisMachine(address) || (uri.Scheme == "https" && PublicAddress.IsPublic(address));
}
