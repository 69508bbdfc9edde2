using SalesAcademy.Content;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Draws each certificate in the arrangement of its design. Shared by all threads.</summary>
internal sealed class CertificateDrawing(FontLibrary fonts) : ICertificateDrawing
{
    private const int PictureWidth = 1200;

    // Two designs on two papers in three languages, and specimens of each, are twice as many as an organisation has.
    private const int MostShared = 48;

    private readonly Remembered<Look, byte[]> shared = new(MostShared);

    public byte[] Draw(CertificateText text)
    {
        var (page, artwork) = Lay(text);
        return CertificatePdf.Write(page, text, artwork, shared.Of(Look.Of(text), _ => PdfForm.Of(page.Width, page.Height, artwork.DrawShared)));
    }

    public byte[] Picture(CertificateText text) => CertificatePicture.Write(Lay(text), PictureWidth);

    /// <summary>What stands where, before anything is drawn.</summary>
    internal LaidOut Lay(CertificateText text)
    {
        if (text.Signatories.Count == 0)
            throw CertificateCannotBeDrawn.Missing(nameof(text.Signatories));
        if (text.Signatories.Count > 2)
            throw CertificateCannotBeDrawn.TooLong(nameof(text.Signatories));
        var design = new PageDesign(text, fonts);
        var laid = design.IsClassic ? new ClassicCertificate(text, design).Lay() : new ModernCertificate(text, design).Lay();
        return text.IsSpecimen ? laid with { Artwork = laid.Artwork with { DrawShared = Marked(text, laid.Artwork) } } : laid;
    }

    private Action<SKCanvas> Marked(CertificateText text, Artwork artwork) => canvas =>
    {
        SpecimenMark.Draw(canvas, text.Paper, fonts.SemiBold);
        artwork.DrawShared(canvas);
    };

    /// <summary>All that decides what is drawn for many.</summary>
    private sealed record Look(CertificateDesign Design, uint? Accent, Sheet Paper, CertificateLanguage Language, int Signatories, bool HasLogo, bool IsSpecimen)
    {
        public static Look Of(CertificateText text) => new(text.Design, text.Accent, text.Paper, text.Language, text.Signatories.Count, text.Logo is not null, text.IsSpecimen);
    }
}
