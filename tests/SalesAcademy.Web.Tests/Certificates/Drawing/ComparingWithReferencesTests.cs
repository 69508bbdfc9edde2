using System.Runtime.CompilerServices;
using SalesAcademy.Content;
using SalesAcademy.Web.Features.Certificates.Drawing;
using SkiaSharp;

namespace SalesAcademy.Web.Tests.Certificates.Drawing;

/// <summary>
/// Certificates as they were looked at and found right, against the same drawn today: as a PDF, by a renderer that is not ours. Where one differs on
/// purpose, the test is run with ACADEMY_REFERENCES=write, and the new picture is looked at before it is kept.
/// </summary>
public sealed class ComparingWithReferencesTests(Drawings drawings) : IClassFixture<Drawings>
{
    // Another version of a renderer shades edges otherwise; a line that moved by half a millimetre changes far more than this.
    private const int Shade = 96;
    private const double Share = 0.002;
    private const string Dots = "50";
    private const string Logo = "logo";

    private static readonly Dictionary<string, CertificateText> Texts = new(StringComparer.Ordinal)
    {
        ["english"] = Certificate.English,
        ["chinese"] = Certificate.Chinese,
        ["mixed"] = Certificate.Mixed,
        ["long"] = Certificate.LongEnglish,
        ["long-chinese"] = Certificate.LongChinese,
        [Logo] = Certificate.Named("Ada Ng") with { Logo = Logos.Wide },
        ["hostile"] = Certificate.Named("<b>O'Hara</b> & \"Søns\" %s ../../ﬁ ½"),
    };

    public static TheoryData<string, string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string, string>();
            foreach (var design in CertificateDesign.Shipped)
                foreach (var paper in new[] { "a4", "letter" })
                    foreach (var text in Texts.Keys.Where(text => text != Logo || paper == "a4"))
                        pages.Add(design.Id, paper, text);
            return pages;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_looks_as_it_was_found_right(string design, string paper, string text)
    {
        var folder = Directory.CreateTempSubdirectory("reference-");
        try
        {
            var name = $"{design}-{paper}-{text}";
            var file = Path.Combine(folder.FullName, $"{name}.pdf");
            await File.WriteAllBytesAsync(file, drawings.Modern.Draw(Set(design, paper, text)), TestContext.Current.CancellationToken);
            await Programs.Output("qpdf", "--check", file);
            await Programs.Output("pdftoppm", "-r", Dots, "-png", "-singlefile", file, Path.Combine(folder.FullName, name));
            var drawn = Path.Combine(folder.FullName, $"{name}.png");
            var reference = Path.Combine(References, $"{name}.png");
            if (Environment.GetEnvironmentVariable("ACADEMY_REFERENCES") == "write")
                File.Copy(drawn, reference, overwrite: true);

            Assert.InRange(Difference(drawn, reference), 0, Share);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, InlineData("modern"), InlineData("classic")]
    public async Task A_name_that_stands_half_a_millimetre_off_is_told_apart(string design)
    {
        var folder = Directory.CreateTempSubdirectory("reference-");
        try
        {
            var text = Set(design, "a4", "english");
            var measures = new Dictionary<string, DesignMeasure>(text.Design.Measures, StringComparer.Ordinal);
            measures["stack.top"] = new(measures["stack.top"].English + 1, 0, 0);
            var file = Path.Combine(folder.FullName, "moved.pdf");
            await File.WriteAllBytesAsync(file, drawings.Modern.Draw(text with { Design = text.Design with { Measures = measures } }), TestContext.Current.CancellationToken);
            await Programs.Output("pdftoppm", "-r", Dots, "-png", "-singlefile", file, Path.Combine(folder.FullName, "moved"));

            Assert.True(Difference(Path.Combine(folder.FullName, "moved.png"), Path.Combine(References, $"{design}-a4-english.png")) > Share);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string References => Path.Combine(Folder(), "References");

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!; // a source file lies in a folder

    private static CertificateText Set(string design, string paper, string text) => Texts[text] with
    {
        Design = CertificateDesign.Shipped.Single(shipped => shipped.Id == design),
        Paper = paper == "letter" ? Sheet.Letter : Sheet.A4,
    };

    /// <summary>The share of pixels that are clearly lighter or darker in one than in the other.</summary>
    private static double Difference(string drawn, string reference)
    {
        using var one = SKBitmap.Decode(drawn);
        using var other = SKBitmap.Decode(reference);
        Assert.NotNull(other);
        Assert.Equal((other.Width, other.Height), (one.Width, one.Height));
        var differing = one.Pixels.Zip(other.Pixels).Count(pair => Math.Abs(Grey(pair.First) - Grey(pair.Second)) > Shade);
        return (double)differing / one.Pixels.Length;
    }

    private static double Grey(SKColor colour) => (0.299 * colour.Red) + (0.587 * colour.Green) + (0.114 * colour.Blue);
}
