using System.Collections.Frozen;
using Microsoft.AspNetCore.StaticAssets;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Addresses of the site's own files with the fingerprint of their content, which a browser keeps for ever. Not for a module that another one imports: it would be loaded twice.</summary>
internal sealed class ClientFiles(EndpointDataSource routes)
{
    private readonly Lazy<FrozenDictionary<string, string>> addresses = new(() => Addresses(routes));

    /// <summary>The address of a file of wwwroot, such as css/site.css.</summary>
    public string this[string file] => addresses.Value.GetValueOrDefault(file) ?? "/" + file;

    private static FrozenDictionary<string, string> Addresses(EndpointDataSource routes) =>
        (from file in routes.Endpoints.Select(route => route.Metadata.GetMetadata<StaticAssetDescriptor>()).OfType<StaticAssetDescriptor>()
         let label = file.Properties.FirstOrDefault(property => property.Name == "label")?.Value
         where label is not null
         select (label, Address: "/" + file.Route)).DistinctBy(file => file.label).ToFrozenDictionary(file => file.label, file => file.Address, StringComparer.Ordinal);
}
