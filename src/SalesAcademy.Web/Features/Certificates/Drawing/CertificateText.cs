using SalesAcademy.Content;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

internal enum CertificateLanguage { English, Chinese, Mixed }

/// <summary>Everything that a certificate says, and nothing else: the drawing looks nothing up.</summary>
internal sealed record CertificateText
{
    /// <summary>What it is set by.</summary>
    public CertificateDesign Design { get; init; } = CertificateDesign.Shipped[0];

    /// <summary>The organisation's own colour, 0xRRGGBB; null for the design's.</summary>
    public uint? Accent { get; init; }

    /// <summary>The organisation's logo; null where the mark stands instead.</summary>
    public OrganisationLogo? Logo { get; init; }

    /// <summary>Whether it only shows how one would look; it is marked across the page.</summary>
    public bool IsSpecimen { get; init; }

    public Sheet Paper { get; init; } = Sheet.A4;

    public required CertificateLanguage Language { get; init; }

    public required Bilingual Organisation { get; init; }

    /// <summary>The part of the organisation that certifies, such as the sales academy.</summary>
    public required Bilingual Unit { get; init; }

    public required Bilingual Title { get; init; }

    /// <summary>The holder's name in Latin letters, in Chinese characters, or both.</summary>
    public required Bilingual Holder { get; init; }

    public required Bilingual Statement { get; init; }

    public required Bilingual Course { get; init; }

    /// <summary>The line under the course title; the mixed certificate has no room for it and leaves it out.</summary>
    public Bilingual? Closing { get; init; }

    public required string Number { get; init; }

    /// <summary>The hash of the content that was examined, in hexadecimal; its first twelve digits are printed.</summary>
    public required string ContentHash { get; init; }

    public required DateOnly Issued { get; init; }

    /// <summary>The last day of validity; null when the certificate does not expire.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>One or two.</summary>
    public required IReadOnlyList<Signatory> Signatories { get; init; }

    /// <summary>The page that verifies, up to and with the last slash: https://academy.example/v/.</summary>
    public required Uri VerificationAddress { get; init; }

    public required string VerificationCode { get; init; }

    public string VerificationLink => VerificationAddress.AbsoluteUri + VerificationCode;
}

internal sealed record Signatory(Bilingual Name, Bilingual Role);
