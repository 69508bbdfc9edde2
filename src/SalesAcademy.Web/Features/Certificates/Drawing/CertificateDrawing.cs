namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>Draws each certificate in the arrangement of its design. Shared by all threads.</summary>
internal sealed class CertificateDrawing(FontLibrary fonts) : ICertificateDrawing
{
    public byte[] Draw(CertificateText text)
    {
        if (text.Signatories.Count == 0)
            throw CertificateCannotBeDrawn.Missing(nameof(text.Signatories));
        if (text.Signatories.Count > 2)
            throw CertificateCannotBeDrawn.TooLong(nameof(text.Signatories));
        var design = new PageDesign(text, fonts);
        return design.IsClassic ? new ClassicCertificate(text, design).Draw() : new ModernCertificate(text, design).Draw();
    }
}
