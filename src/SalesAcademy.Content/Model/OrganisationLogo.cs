namespace SalesAcademy.Content;

/// <summary>The logo of the organisation, made ready for print: on white, without margins, no finer than a printer shows.</summary>
public sealed record OrganisationLogo
{
    /// <summary>The resolution a logo has at least where it is printed at its largest: below it, a printer shows steps in its edges.</summary>
    public const int DotsPerInch = 600;

    /// <summary>The largest it is printed, in millimetres.</summary>
    public const int MostWide = 60;

    /// <summary>In millimetres.</summary>
    public const int MostHigh = 12;

    /// <summary>The file in the content folder.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 (hex) of the file.</summary>
    public required string Hash { get; init; }

    /// <summary>In pixels.</summary>
    public required int Width { get; init; }

    /// <summary>In pixels.</summary>
    public required int Height { get; init; }

    /// <summary>As PNG: three channels of eight bits, opaque.</summary>
    public required ReadOnlyMemory<byte> Png { get; init; }
}
