using SalesAcademy.Web.Features.Certificates.Drawing;
using Xunit;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

public sealed class ScanningACertificateTests(Drawings drawings) : IClassFixture<Drawings>
{
    [Theory]
    [InlineData("7K4M-Q2XD-9RTP", "/v/", 0)]
    [InlineData("B9XW-4HTE-2MKC", "/v/", 1)]
    [InlineData("7K4M-Q2XD-9RTP-B9XW-4HTE-2MKC-7K4M", "/certificates/verify/", 0)]
    [InlineData("7K4M-Q2XD-9RTP-B9XW-4HTE-2MKC-7K4M", "/certificates/verify/", 1)]
    public async Task The_code_leads_to_the_page_that_verifies(string code, string path, int design)
    {
        if (!await Runs("pdftoppm", "-v") || !await Runs("zbarimg", "--version"))
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") is null, "poppler-utils and zbar-tools are needed to read the code.");
            Assert.Skip("poppler-utils and zbar-tools are not installed.");
        }
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "certificate.pdf");
            await File.WriteAllBytesAsync(file, drawings.Modern.Draw(Certificate.English with { VerificationCode = code, VerificationAddress = new Uri($"https://academy.lanteng.example{path}"), Design = SalesAcademy.Content.CertificateDesign.Shipped[design] }), TestContext.Current.CancellationToken);

            await Programs.Output("pdftoppm", "-r", "200", "-png", "-singlefile", file, Path.Combine(folder.FullName, "page"));
            var read = await Programs.Output("zbarimg", "--quiet", "--raw", Path.Combine(folder.FullName, "page.png"));

            Assert.Equal($"https://academy.lanteng.example{path}{code}", read.Trim());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> Runs(string program, string argument)
    {
        try
        {
            await Programs.Run(program, argument);
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
