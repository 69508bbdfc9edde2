namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>A Latin face and the Chinese face of the same weight.</summary>
internal sealed record FontPair(FontFace Latin, FontFace Han);

/// <summary>The six faces of the Modern design, opened once for the whole process.</summary>
internal sealed class FontLibrary : IDisposable
{
    public FontLibrary(string folder)
    {
        Regular = Open("400Regular");
        Medium = Open("500Medium");
        SemiBold = Open("600SemiBold");

        FontPair Open(string weight) => new(
            new FontFace(Path.Combine(folder, $"Inter_{weight}.ttf")),
            new FontFace(Path.Combine(folder, $"NotoSansSC_{weight}.ttf")));
    }

    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "fonts");

    public FontPair Regular { get; }

    public FontPair Medium { get; }

    public FontPair SemiBold { get; }

    public void Dispose()
    {
        foreach (var pair in new[] { Regular, Medium, SemiBold })
        {
            pair.Latin.Dispose();
            pair.Han.Dispose();
        }
    }
}
