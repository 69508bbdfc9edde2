using System.Collections.Concurrent;
using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Addresses of the site's own files with the fingerprint of their content, which a browser keeps for ever. Not for a module that another one imports: it would be loaded twice.</summary>
internal sealed class ClientFiles(EndpointDataSource routes)
{
    private readonly ConcurrentDictionary<string, string> named = [];
    private readonly Lazy<FrozenDictionary<string, string>> addresses = new(() => Addresses(routes));

    /// <summary>The address of a file of wwwroot, such as js/theme.js.</summary>
    public string this[string file] => addresses.Value.GetValueOrDefault(file) ?? "/" + file;

    /// <summary>The address of the one file that begins so and goes on with the hash of what is in it.</summary>
    public string Named(string beginning) => named.GetOrAdd(beginning, static (start, files) => "/" + files.Keys.Single(file => file.StartsWith(start, StringComparison.Ordinal)), addresses.Value);

    private static FrozenDictionary<string, string> Addresses(EndpointDataSource routes) =>
        (from file in routes.Endpoints.Select(route => route.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
         let label = file.Properties.FirstOrDefault(property => property.Name == "label")?.Value
         where label is not null
         select (label, Address: "/" + file.Route)).DistinctBy(file => file.label).ToFrozenDictionary(file => file.label, file => file.Address, StringComparer.Ordinal);
}
