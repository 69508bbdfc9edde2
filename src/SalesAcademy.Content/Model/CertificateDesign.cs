using SalesAcademy.Content.Documents;

namespace SalesAcademy.Content;

/// <summary>How a certificate is set: an arrangement of the page, and every measure and colour of it.</summary>
public sealed record CertificateDesign
{
    /// <summary>The file's name; modern and classic come with the academy.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required Localised<string> Name { get; init; }

    /// <summary>The shipped design whose arrangement and line work it has: modern or classic.</summary>
    public required string Arrangement { get; init; }

    /// <summary>Whether it is set in the serif faces instead of the sans-serif ones.</summary>
    public required bool HasSerifs { get; init; }

    /// <summary>Opaque colours as 0xRRGGBB, by what they are used for.</summary>
    public required IReadOnlyDictionary<string, uint> Colours { get; init; }

    /// <summary>What is measured, as element.property, such as holder.size: millimetres, points or em.</summary>
    public required IReadOnlyDictionary<string, DesignMeasure> Measures { get; init; }

    /// <summary>Those that come with the academy; the first is used where nothing else is said.</summary>
    public static IReadOnlyList<CertificateDesign> Shipped { get; } = [DesignReader.Shipped("modern"), DesignReader.Shipped("classic")];
}

/// <summary>A number as it holds on the English, the Chinese and the mixed certificate.</summary>
public sealed record DesignMeasure(double English, double Chinese, double Mixed);
