using SalesAcademy.Content;
using SalesAcademy.Web.Data;
using SalesAcademy.Web.Features.Certificates;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Tests.Courses;
using UglyToad.PdfPig;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>The organisation's logo stands where the mark stood, in its own proportions, and weighs little.</summary>
public sealed class SettingALogoTests(Drawings drawings) : IClassFixture<Drawings>
{
    [Theory]
    [InlineData("modern")]
    [InlineData("classic")]
    public void It_keeps_its_proportions_within_the_measures_of_the_design(string id)
    {
        var design = CertificateDesign.Shipped.Single(shipped => shipped.Id == id);
        var (room, height) = (design.Measures["mark.width"].English, design.Measures["mark.height"].English);
        foreach (var logo in new[] { Logos.Wide, Logos.Square, Logos.Tall })
        {
            var text = Certificate.English with { Design = design, Logo = logo };
            var placed = drawings.Lay(text).Artwork.Logo!.Where;
            using var pdf = PdfDocument.Open(drawings.Modern.Draw(text));
            var printed = Assert.Single(pdf.GetPage(1).GetImages());

            Assert.InRange(placed.Width / 1000, 0, room + 0.001);
            Assert.InRange(placed.Height / 1000, 0, height + 0.001);
            Assert.True(placed.Width / 1000 > room - 0.01 || placed.Height / 1000 > height - 0.01);
            Assert.Equal((double)logo.Width / logo.Height, placed.Width / placed.Height, 0.01);
            Assert.Equal(design.Measures["mark.y"].English, placed.MidY / 1000, 0.001);
            Assert.Equal((logo.Width, logo.Height), (printed.WidthInSamples, printed.HeightInSamples));
            Assert.Equal(placed.Width / 1000, printed.BoundingBox.Width * 25.4 / 72, 0.01);
            Assert.Equal(210 - (placed.MidY / 1000), printed.BoundingBox.Centroid.Y * 25.4 / 72, 0.15); // a page is counted in whole points
            Assert.True(printed.TryGetPng(out _));
        }
    }

    [Fact]
    public async Task One_named_in_the_academy_is_on_what_is_drawn_from_then_on()
    {
        using var copy = new WorkingCopy();
        await File.AppendAllTextAsync(Path.Combine(copy.Content, "academy.yml"), "logo: sail.png\n", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(copy.Content, "sail.png"), Logos.File(), TestContext.Current.CancellationToken);
        var catalogue = ContentCompiler.Compile(copy.Content, previous: null, TestContext.Current.CancellationToken).Catalogue!; // or the file is not right

        var text = CertificateWriting.Specimen(catalogue.FindCertification("first-call")!, catalogue, new AcademyOptions(), new("Ada Ng", null), new DateOnly(2026, 3, 14));

        Assert.Same(catalogue.Logo, text.Logo);
        var file = Path.Combine(copy.Content, "../specimen.pdf");
        await File.WriteAllBytesAsync(file, drawings.Modern.Draw(text), TestContext.Current.CancellationToken);
        await Programs.Output("qpdf", "--check", file);
        Assert.Contains("Northwind Instruments", await Programs.Output("pdftotext", file, "-"), StringComparison.Ordinal);
        Assert.Contains(" 284 ", await Programs.Output("pdfimages", "-list", file), StringComparison.Ordinal);
    }
}
