using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The Modern design: landscape, text on the left, a ribbon of fine lines on the right. Shared by all threads.</summary>
internal sealed class ModernCertificate(FontLibrary fonts) : ICertificateDrawing
{
    private const double Left = 20;
    private const double QrSize = 25;
    private const double QrTop = 155.1;

    public byte[] Draw(CertificateText text)
    {
        var page = new CertificatePage(text.Paper.Width, text.Paper.Height, text.Paper.Down);
        Head(page, text);
        Body(page, text);
        Facts(page, text);
        Signatures(page, text);
        Verification(page, text);
        return CertificatePdf.Write(page, text, DrawArtwork);
    }

    private static void DrawArtwork(SKCanvas canvas, CertificateText text)
    {
        Ribbon.Draw(canvas, text.Paper.Width - 39, text.Paper.Height);
        OrganisationMark.Draw(canvas, Left + 5.4, 24.4 + text.Paper.Down, 5.4, Palette.Teal);
        VerificationQr.Draw(canvas, text.VerificationLink, RightOf(text) - QrSize, QrTop + text.Paper.Down, QrSize);
    }

    private static double RightOf(CertificateText text) => text.Paper.Width - 81;

    private static double SignatureWidth(double right) => (right - 86) / 2;

    private void Head(CertificatePage page, CertificateText text)
    {
        const double x = Left + 14.6;
        var right = RightOf(text);
        var mixed = text.Language == CertificateLanguage.Mixed;
        page.Write(nameof(text.Organisation), text.Organisation.In(text.Language), x, 23.6, new Fitting(right - x, 8),
            new TextStyle(fonts.SemiBold, 11, Palette.Ink) { HanScale = mixed ? 0.97 : 1, HanTracking = 0.03 });
        page.Write(nameof(text.Unit), text.Unit.In(text.Language), x, 28.6, new Fitting(right - x, 7),
            new TextStyle(fonts.Regular, 8.5, Palette.Soft) { HanScale = mixed ? 0.98 : 1, HanTracking = 0.03 });
    }

    private void Body(CertificatePage page, CertificateText text)
    {
        foreach (var (field, line, style, baseline) in TextStack.Place(ModernBody.Of(text, fonts, RightOf(text) - Left), top: 46, bottom: 129))
            page.Write(field, line, Left, baseline, style);
    }

    private void Facts(CertificatePage page, CertificateText text)
    {
        var right = RightOf(text);
        page.Rule(Left, right, 138);
        (string Field, Bilingual Label, string Value)[] facts =
        [
            (nameof(text.Number), CertificateWords.Number(text.Language), Typography.Tidy(text.Number)),
            (nameof(text.ContentHash), CertificateWords.ContentVersion, CertificateWords.Hash(text.ContentHash)),
            (nameof(text.Issued), CertificateWords.Issued, CertificateWords.Date(text.Issued, text.Language)),
            (nameof(text.ValidUntil), CertificateWords.ValidUntil, text.ValidUntil is { } end
                ? CertificateWords.Date(end, text.Language)
                : CertificateWords.NoExpiry.In(text.Language)),
        ];
        var column = (right - Left) / facts.Length;
        var label = new TextStyle(fonts.Regular, 7.5, Palette.Soft) { HanScale = 0.98, HanTracking = 0.02 };
        var value = new TextStyle(fonts.SemiBold, 10.5, Palette.Ink) { HanScale = 0.97, ScriptGap = 0.06, LatinTracking = -0.006 };
        var fitting = new Fitting(column - 3, 7);
        for (var i = 0; i < facts.Length; i++)
        {
            page.Write(facts[i].Field, facts[i].Label.In(text.Language), Left + column * i, 144.6, fitting, label);
            page.Write(facts[i].Field, facts[i].Value, Left + column * i, 150, fitting, value);
        }
    }

    private void Signatures(CertificatePage page, CertificateText text)
    {
        if (text.Signatories.Count == 0)
            throw CertificateCannotBeDrawn.Missing(nameof(text.Signatories));
        if (text.Signatories.Count > 2)
            throw CertificateCannotBeDrawn.TooLong(nameof(text.Signatories));
        var mixed = text.Language == CertificateLanguage.Mixed;
        var name = new TextStyle(fonts.SemiBold, 10, Palette.Ink) { HanScale = mixed ? 0.97 : 1, HanTracking = 0.03 };
        var role = new TextStyle(fonts.Regular, mixed ? 7.75 : 8.25, Palette.Soft) { HanScale = 0.98, HanTracking = 0.02 };
        var (x, width) = (Left, SignatureWidth(RightOf(text)));
        foreach (var signatory in text.Signatories)
        {
            page.Rule(x, x + width, 180);
            page.Write(nameof(text.Signatories), signatory.Name.In(text.Language), x, 185.6, new Fitting(width, 7), name);
            page.Write(nameof(text.Signatories), signatory.Role.In(text.Language), x, 190.2, new Fitting(width, 6, Step: 0.25), role);
            x += width + 10;
        }
    }

    private void Verification(CertificatePage page, CertificateText text)
    {
        var right = RightOf(text);
        var width = right - Left - 2 * SignatureWidth(right) - 12;
        var address = text.VerificationAddress.Authority + text.VerificationAddress.AbsolutePath;
        var style = new TextStyle(fonts.Regular, 7.5, Palette.Soft) { HanScale = 0.98, AlignsByInk = true };
        var labelled = $"{CertificateWords.VerifyAt(text.Language).In(text.Language)} {address}";
        // A long address does without the words before it: the code above says what it is for.
        var fitting = new Fitting(width, 6, Step: 0.25);
        var line = fitting.Fits(nameof(text.VerificationAddress), labelled, style) ? labelled : address;
        page.WriteBefore(nameof(text.VerificationAddress), line, right, 185.6, fitting, style);
        page.WriteBefore(nameof(text.VerificationCode), text.VerificationCode, right, 190.2, new Fitting(width, 6, Step: 0.25),
            new TextStyle(fonts.SemiBold, 8.25, Palette.Ink) { LatinTracking = 0.02, AlignsByInk = true });
        page.Link(text.VerificationLink, right - QrSize, QrTop, right, 191);
    }
}
