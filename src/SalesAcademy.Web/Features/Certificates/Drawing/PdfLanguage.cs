using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>
/// States the language of a PDF, for screen readers, and asks the viewer to show its title. Skia cannot, so the
/// catalogue is written again behind the file as an incremental update (ISO 32000-1, 7.5.6).
/// </summary>
internal static partial class PdfLanguage
{
    public static byte[] Append(byte[] pdf, string languageTag)
    {
        // Latin-1 maps every byte to one character, so positions in the text are positions in the file.
        var text = Encoding.Latin1.GetString(pdf);
        var trailer = Match(Trailer(), text);
        var root = trailer.Groups["root"].Value;
        var catalogue = Match(new Regex($@"(?<=\n){root} 0 obj\n<<(?<entries>.*?)>>\nendobj", RegexOptions.Singleline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), text);

        var update = new StringBuilder();
        if (pdf[^1] != '\n')
            update.Append('\n');
        var catalogueAt = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"{root} 0 obj\n<<{catalogue.Groups["entries"].Value}\n/Lang ({languageTag})\n/ViewerPreferences <</DisplayDocTitle true>>>>\nendobj\n");
        var tableAt = pdf.Length + update.Length;
        update.Append(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{catalogueAt:D10} 00000 n \n");
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<<{trailer.Groups["entries"].Value}\n/Prev {trailer.Groups["table"].Value}>>\nstartxref\n{tableAt}\n%%EOF\n");
        return [.. pdf, .. Encoding.Latin1.GetBytes(update.ToString())];
    }

    private static Match Match(Regex expression, string text)
    {
        var match = expression.Match(text);
        return match.Success ? match : throw new InvalidOperationException("The PDF is not laid out as Skia used to write it.");
    }

    [GeneratedRegex(@"trailer\n<<(?<entries>.*?/Root (?<root>\d+) 0 R.*?)>>\nstartxref\n(?<table>\d+)\n%%EOF", RegexOptions.Singleline | RegexOptions.RightToLeft, 1000)]
    private static partial Regex Trailer();
}
