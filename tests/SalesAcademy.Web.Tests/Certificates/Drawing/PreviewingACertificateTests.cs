using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SalesAcademy.Domain.Certificates;
using SalesAcademy.Web.Features.Certificates.Credentials;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SalesAcademy.Web.Shared.Commands;
using UglyToad.PdfPig;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>Authors and HR look at a certificate before one is issued.</summary>
public sealed class PreviewingACertificateTests
{
    [Theory, InlineData("modern"), InlineData("classic")]
    public async Task It_is_drawn_in_every_language_on_both_papers_and_can_be_taken_for_no_certificate(string design)
    {
        await using var app = new AcademyApp();
        var folder = Directory.CreateTempSubdirectory("preview-").FullName;
        try
        {
            var command = app.Services.GetServices<ICommand>().OfType<CertificatePreviewCommand>().Single();
            Assert.Equal(0, await command.Draw(app.Library().Now.FindCertification("discovery")! with { Design = design }, folder, new Bilingual("Ouyang Nana", "欧阳娜娜")));

            var files = Directory.GetFiles(folder).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(["chinese-a4", "chinese-letter", "english-a4", "english-letter", "mixed-a4", "mixed-letter"], files.Select(file => Path.GetFileNameWithoutExtension(file)["discovery-".Length..]));
            foreach (var file in files)
            {
                await Programs.Output("qpdf", "--check", file);
                using var pdf = PdfDocument.Open(file);
                var said = pdf.GetPage(1).Text;
                Assert.Contains(file.Contains("-chinese-", StringComparison.Ordinal) ? "样本，并非证书" : "Specimen, not a certificate", said, StringComparison.Ordinal);
                Assert.Equal(file.EndsWith("letter.pdf", StringComparison.Ordinal) ? "792" : "842", pdf.GetPage(1).Width.ToString("0", CultureInfo.InvariantCulture));
                var trust = new TrustFile { Issuer = "", TakenAt = app.Clock.Now, Keys = [], Status = [] };
                Assert.Equal(Authenticity.Unsigned, new OfflineVerification(trust).Verify(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), app.Clock.Now).Authenticity);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        using var visitor = app.Visitor();
        var page = await visitor.Get("/v/SPECIMEN");
        Assert.DoesNotContain("Ouyang", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(await app.Certificates());
    }
}
