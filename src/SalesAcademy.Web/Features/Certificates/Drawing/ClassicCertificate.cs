using System.Globalization;
using SkiaSharp;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>The Classic arrangement: everything about one axis, a braided frame, the code in a seal between two signatures.</summary>
internal sealed class ClassicCertificate(CertificateText text, PageDesign design)
{
    private const double SignatureRule = 0.22;
    private const double Divider = 0.12;

    private readonly double middle = text.Paper.Width / 2;
    private readonly double codeSize = design.Of("code.size");
    private readonly double block = design.Of("signatures.width");

    public LaidOut Lay()
    {
        var page = new CertificatePage(text.Paper.Width, text.Paper.Height, text.Paper.Down);
        Head(page);
        foreach (var (field, line, style, baseline) in TextStack.Place(new CertificateBody(text, design, text.Paper.Width - (2 * design.Of("column.inset"))).Entries(), design.Of("stack.top"), design.Of("stack.bottom")))
            page.WriteAbout(field, line, middle, baseline, style);
        Signatures(page);
        Facts(page);
        Verification(page);
        return new(page, new(DrawShared, design.Logo(width => From(middle, width)), Code));
    }

    private static double From(double centre, double size) => centre - (size / 2);

    /// <summary>Where the two blocks beside the seal begin.</summary>
    private double[] Blocks => [middle - design.Of("signatures.beside") - block, middle + design.Of("signatures.beside")];

    private void DrawShared(SKCanvas canvas)
    {
        var down = text.Paper.Down;
        ClassicLineWork.Frame(canvas, text.Paper, design);
        ClassicLineWork.Seal(canvas, middle, design.Of("seal.y") + down, design);
        if (text.Logo is null)
            OrganisationMark.Draw(canvas, middle, design.Of("mark.y") + down, design.Of("mark.height") / 2, design.Accent);
        foreach (var x in Blocks.Take(text.Signatories.Count))
            Rule(canvas, x, x + block, design.Of("signatures.rule") + down);
        foreach (var x in Blocks)
            ClassicLineWork.Line(canvas, x + (block / 2), design.Of("facts.top") + down, x + (block / 2), design.Of("facts.bottom") + down, Divider, design.Pale);
    }

    private PlacedCode Code => new(text.VerificationLink, From(middle, codeSize), From(design.Of("seal.y") + text.Paper.Down, codeSize), codeSize, design.Ink);

    private void Rule(SKCanvas canvas, double from, double to, double y) => ClassicLineWork.Line(canvas, from, y, to, y, SignatureRule, design.Ink);

    private void Head(CertificatePage page)
    {
        var name = text.Organisation.In(text.Language).ToUpper(CultureInfo.InvariantCulture);
        page.WriteAbout(nameof(text.Organisation), name, middle, design.Of("organisation.y"), design.Fitting("organisation", text.Paper.Width - (2 * design.Of("column.inset"))), design.Style("organisation", design.Faces.Strong, design.Accent));
    }

    private void Signatures(CertificatePage page)
    {
        foreach (var (signatory, x) in text.Signatories.Zip(Blocks))
        {
            page.WriteAbout(nameof(text.Signatories), signatory.Name.In(text.Language), x + (block / 2), design.Of("signatory.y"), design.Fitting("signatory", block), design.Style("signatory", design.Faces.Strong, design.Ink));
            page.WriteAbout(nameof(text.Signatories), signatory.Role.In(text.Language), x + (block / 2), design.Of("role.y"), design.Fitting("role", block), design.Style("role", design.Faces.Small, design.Soft));
        }
    }

    private void Facts(CertificatePage page)
    {
        var width = (block / 2) - 2;
        foreach (var ((field, label, value), i) in CertificateFacts.Of(text).Select((fact, i) => (fact, i)))
        {
            var x = Blocks[i / 2] + (block * (i % 2 == 0 ? 0.25 : 0.75));
            page.WriteAbout(field, label, x, design.Of("fact-label.y"), design.Fitting("fact-label", width), design.Style("fact-label", design.Faces.Small, design.Soft));
            page.WriteAbout(field, value, x, design.Of("fact.y"), design.Fitting("fact", width), design.Style("fact", design.Faces.SmallStrong, design.Ink));
        }
    }

    private void Verification(CertificatePage page)
    {
        var style = design.Style("address", design.Faces.Small, design.Ink);
        var fitting = design.Fitting("address", text.Paper.Width - (2 * design.Of("column.inset")));
        var address = text.VerificationAddress.Authority + text.VerificationAddress.AbsolutePath + text.VerificationCode;
        page.WriteAbout(nameof(text.VerificationAddress), CertificateFacts.Address(text, address, fitting, style), middle, design.Of("address.y"), fitting, style);
        page.Link(text.VerificationLink, From(middle, codeSize), From(design.Of("seal.y"), codeSize), middle + (codeSize / 2), From(design.Of("seal.y"), codeSize) + codeSize);
    }
}
