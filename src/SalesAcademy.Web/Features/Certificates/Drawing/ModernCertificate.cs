using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The Modern arrangement: landscape, text on the left, a ribbon of fine lines on the right.</summary>
internal sealed class ModernCertificate(CertificateText text, PageDesign design)
{
    // Between the mark and the name beside it.
    private const double MarkGap = 3.8;

    private readonly double left = design.Of("column.left");
    private readonly double right = text.Paper.Width - design.Of("column.right");
    private readonly double codeSize = design.Of("code.size");

    public LaidOut Lay()
    {
        var page = new CertificatePage(text.Paper.Width, text.Paper.Height, text.Paper.Down);
        Head(page);
        Body(page);
        Facts(page);
        Signatures(page);
        Verification(page);
        return new(page, new(DrawShared, Logo, Code));
    }

    private double SignatureWidth => (right - design.Of("signatures.beside")) / 2;

    private PlacedLogo? Logo => design.Logo(_ => design.Of("mark.x"));

    private void DrawShared(SKCanvas canvas)
    {
        Ribbon.Draw(canvas, text.Paper.Width - design.Of("ribbon.right"), text.Paper.Height, design.Line, design.Pale);
        var radius = design.Of("mark.height") / 2;
        if (text.Logo is null)
            OrganisationMark.Draw(canvas, design.Of("mark.x") + radius, design.Of("mark.y") + text.Paper.Down, radius, design.Accent);
    }

    private PlacedCode Code => new(text.VerificationLink, right - codeSize, design.Of("code.y") + text.Paper.Down, codeSize, design.Ink);

    private void Head(CertificatePage page)
    {
        var x = (Logo?.Right ?? design.Of("mark.x") + design.Of("mark.height")) + MarkGap;
        page.Write(nameof(text.Organisation), text.Organisation.In(text.Language), x, design.Of("organisation.y"), design.Fitting("organisation", right - x), design.Style("organisation", design.Faces.Strong, design.Ink));
        page.Write(nameof(text.Unit), text.Unit.In(text.Language), x, design.Of("unit.y"), design.Fitting("unit", right - x), design.Style("unit", design.Faces.Small, design.Soft));
    }

    private void Body(CertificatePage page)
    {
        foreach (var (field, line, style, baseline) in TextStack.Place(new CertificateBody(text, design, right - left).Entries(), design.Of("stack.top"), design.Of("stack.bottom")))
            page.Write(field, line, left, baseline, style);
    }

    private void Facts(CertificatePage page)
    {
        page.Rule(left, right, design.Of("facts.rule"));
        var facts = CertificateFacts.Of(text);
        var column = (right - left) / facts.Length;
        for (var i = 0; i < facts.Length; i++)
        {
            page.Write(facts[i].Field, facts[i].Label, left + column * i, design.Of("fact-label.y"), design.Fitting("fact-label", column - 3), design.Style("fact-label", design.Faces.Small, design.Soft));
            page.Write(facts[i].Field, facts[i].Value, left + column * i, design.Of("fact.y"), design.Fitting("fact", column - 3), design.Style("fact", design.Faces.SmallStrong, design.Ink));
        }
    }

    private void Signatures(CertificatePage page)
    {
        var (x, width) = (left, SignatureWidth);
        foreach (var signatory in text.Signatories)
        {
            page.Rule(x, x + width, design.Of("signatures.rule"));
            page.Write(nameof(text.Signatories), signatory.Name.In(text.Language), x, design.Of("signatory.y"), design.Fitting("signatory", width), design.Style("signatory", design.Faces.Strong, design.Ink));
            page.Write(nameof(text.Signatories), signatory.Role.In(text.Language), x, design.Of("role.y"), design.Fitting("role", width), design.Style("role", design.Faces.Small, design.Soft));
            x += width + design.Of("signatures.between");
        }
    }

    private void Verification(CertificatePage page)
    {
        var width = right - left - (2 * SignatureWidth) - 12;
        var style = design.Style("address", design.Faces.Small, design.Soft) with { AlignsByInk = true };
        var fitting = design.Fitting("address", width);
        var line = CertificateFacts.Address(text, text.VerificationAddress.Authority + text.VerificationAddress.AbsolutePath, fitting, style);
        page.WriteBefore(nameof(text.VerificationAddress), line, right, design.Of("address.y"), fitting, style);
        page.WriteBefore(nameof(text.VerificationCode), text.VerificationCode, right, design.Of("address-code.y"), design.Fitting("address-code", width),
            design.Style("address-code", design.Faces.SmallStrong, design.Ink) with { AlignsByInk = true });
        page.Link(text.VerificationLink, right - codeSize, design.Of("code.y"), right, design.Of("code.y") + 35.9);
    }
}
