namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Draws each certificate in the arrangement of its design. Shared by all threads.</summary>
internal sealed class CertificateDrawing(FontLibrary fonts) : ICertificateDrawing
{
    private const int PictureWidth = 1200;

    public byte[] Draw(CertificateText text)
    {
        var (page, artwork) = Lay(text);
        return CertificatePdf.Write(page, text, artwork);
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
        return text.IsSpecimen ? laid with { DrawArtwork = canvas => { SpecimenMark.Draw(canvas, text.Paper, fonts.SemiBold); laid.DrawArtwork(canvas); } } : laid;
    }
}
