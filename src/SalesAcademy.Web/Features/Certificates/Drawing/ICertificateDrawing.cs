namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// Draws one certificate as a PDF of one page. The same text gives the same bytes, always.
/// Refuses with <see cref="CertificateCannotBeDrawn"/>, so call it before the certificate is issued.
/// </summary>
internal interface ICertificateDrawing
{
    byte[] Draw(CertificateText text);

    /// <summary>The same page as a PNG, to be looked at on a screen.</summary>
    byte[] Picture(CertificateText text);
}
