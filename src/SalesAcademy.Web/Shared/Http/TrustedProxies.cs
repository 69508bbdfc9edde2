using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace SalesAcademy.Web.Shared.Http;

/// <summary>Whose word about the client's address and scheme is taken: a proxy on this machine, and those named in Academy:Proxies. Anybody else could claim to be anybody.</summary>
internal static class TrustedProxies
{
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app, IReadOnlyList<string> named)
    {
        // Every hop is checked against the list, from the nearest outwards, so their number needs no limit.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        foreach (var proxy in named)
        {
            if (IPAddress.TryParse(proxy, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new InvalidOperationException($"Academy:Proxies holds '{proxy}', which is neither an address such as 10.0.0.5 nor a network such as 10.0.0.0/8.");
        }

        return app.UseForwardedHeaders(options);
    }
}
