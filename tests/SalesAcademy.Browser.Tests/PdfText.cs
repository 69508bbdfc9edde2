using System.Diagnostics;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace SalesAcademy.Browser.Tests;

/// <summary>A downloaded document: what it says, and where its square leads.</summary>
internal sealed record PdfText(byte[] Bytes, string Text)
{
    public static async Task<PdfText> Of(IDownload download) => Of(await File.ReadAllBytesAsync(await download.PathAsync()));

    public static PdfText Of(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        return new PdfText(bytes, document.GetPage(1).Text.Replace('’', '\'')); // names are set with the printer's apostrophe
    }

    /// <summary>Prints the page and scans the square, as a phone would.</summary>
    public async Task<Uri> Scan()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "certificate");
            await File.WriteAllBytesAsync($"{file}.pdf", Bytes);
            await Run("pdftoppm", "-r", "200", "-png", "-singlefile", $"{file}.pdf", file);
            return new Uri(await Run("zbarimg", "--quiet", "--raw", $"{file}.png"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return said.Trim();
    }
}
