using System.Net;
using System.Net.Sockets;

namespace SalesAcademy.Web.Features.Integrations.Webhooks;

/// <summary>Which addresses the academy may call: those of the public internet. What lies behind its own firewall is nobody's business who may type in an address.</summary>
internal static class PublicAddress
{
    // IANA special-purpose registries for IPv4 and IPv6: everything that is not for everybody.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork[] SpecialV6 = [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork GlobalV6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool IsPublic(IPAddress address) => address switch
    {
        { IsIPv4MappedToIPv6: true } => IsPublic(address.MapToIPv4()),
        { AddressFamily: AddressFamily.InterNetwork } => !Special.Any(network => network.Contains(address)),
        _ when Translated.Contains(address) => IsPublic(new IPAddress(address.GetAddressBytes().AsSpan(12))),
        _ => GlobalV6.Contains(address) && !SpecialV6.Any(network => network.Contains(address)),
    };

    public static bool IsThisMachine(IPAddress address) => IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
