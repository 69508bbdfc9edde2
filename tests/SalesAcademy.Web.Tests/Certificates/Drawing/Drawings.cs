using SalesAcademy.Web.Features.Certificates.Drawing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>The drawing under test, with the faces opened once, and its result read back by another PDF library.</summary>
public sealed class Drawings : IDisposable
{
    internal FontLibrary Fonts { get; } = new(FontLibrary.DefaultFolder);

    public Drawings() => Modern = new CertificateDrawing(Fonts);

    internal ICertificateDrawing Modern { get; }

    internal LaidOut Lay(CertificateText text) => ((CertificateDrawing)Modern).Lay(text);

    internal string TextOf(CertificateText text)
    {
        using var pdf = PdfDocument.Open(Modern.Draw(text));
        return pdf.GetPage(1).Text;
    }

    internal IReadOnlyList<Letter> LettersOf(CertificateText text)
    {
        using var pdf = PdfDocument.Open(Modern.Draw(text));
        return [.. pdf.GetPage(1).Letters];
    }

    public void Dispose() => Fonts.Dispose();
}
