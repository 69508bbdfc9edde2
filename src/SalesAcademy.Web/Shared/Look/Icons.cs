using System.Collections.Frozen;
using System.Reflection;
using Microsoft.AspNetCore.Html;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>The drawings that the build embeds; ClientLibraries.targets lists them.</summary>
internal static class Icons
{
    private const string Folder = "icons/";
    private static readonly FrozenDictionary<string, (Markup Drawing, Markup Element)> Drawings = Load();

    /// <summary>The inside of the svg element of one icon.</summary>
    public static IHtmlContent Drawing(string name) => Find(name).Drawing;

    /// <summary>An icon in the colour of the text around it, silent, since words stand beside it.</summary>
    public static IHtmlContent Of(string name) => Find(name).Element;

    private static (Markup Drawing, Markup Element) Find(string name) => Drawings.TryGetValue(name, out var icon)
        ? icon
        : throw new InvalidOperationException($"There is no icon '{name}': add it to the list in ClientLibraries.targets.");

    private static FrozenDictionary<string, (Markup Drawing, Markup Element)> Load()
    {
        var assembly = typeof(Icons).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[Folder.Length..], resource => Read(assembly, resource), StringComparer.Ordinal);
    }

    private static (Markup Drawing, Markup Element) Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!); // named by the assembly itself
        var svg = reader.ReadToEnd();
        var inside = svg[(svg.IndexOf('>', StringComparison.Ordinal) + 1)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)];

        // Every drawing starts with an invisible square of the whole grid.
        var lines = inside.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var drawing = string.Concat(lines.Where(line => !line.Contains("M0 0h24v24H0z", StringComparison.Ordinal)));
        return (new Markup(drawing), new Markup($"{Look.Drawing.IconStart("glyph")}{drawing}</svg>"));
    }
}
