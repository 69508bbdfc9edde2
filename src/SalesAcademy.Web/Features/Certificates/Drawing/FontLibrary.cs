namespace SalesAcademy.Web.Features.Certificates.Drawing;

/// <summary>A Latin face and the Chinese face of the same weight.</summary>
internal sealed record FontPair(FontFace Latin, FontFace Han);

/// <summary>What a certificate is set in, by what is set.</summary>
internal sealed record FontFamily(FontPair Text, FontPair Strong, FontPair Title, FontPair MixedTitle, FontPair Display, FontPair Italic, FontPair Small, FontPair SmallStrong);

/// <summary>The faces of all documents, each opened once for the whole process; those with serifs when they are first used.</summary>
internal sealed class FontLibrary : IDisposable
{
    private readonly List<FontFace> opened = [];
    private readonly string folder;
    private readonly Lazy<FontFamily> serif;

    public FontLibrary(string folder)
    {
        this.folder = folder;
        Regular = Sans("400Regular");
        Medium = Sans("500Medium");
        SemiBold = Sans("600SemiBold");
        WithoutSerifs = new(Regular, SemiBold, SemiBold, Medium, SemiBold, Regular, Regular, SemiBold);
        serif = new(Serif);
    }

    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "fonts");

    public FontPair Regular { get; }

    public FontPair Medium { get; }

    public FontPair SemiBold { get; }

    public FontFamily WithoutSerifs { get; }

    public FontFamily WithSerifs => serif.Value;

    public void Dispose() => opened.ForEach(face => face.Dispose());

    private FontPair Sans(string weight) => new(Open($"Inter_{weight}"), Open($"NotoSansSC_{weight}"));

    private FontFamily Serif()
    {
        var (regular, strong) = (Open("NotoSerifSC_400Regular"), Open("NotoSerifSC_600SemiBold"));
        FontPair title = new(Open("SourceSerif4Display-Regular"), strong);
        return new(
            new(Open("SourceSerif4-Regular"), regular), new(Open("SourceSerif4-Semibold"), strong), title, title, new(Open("SourceSerif4Display-Semibold"), strong),
            new(Open("SourceSerif4-It"), regular), new(Open("SourceSerif4SmText-Regular"), regular), new(Open("SourceSerif4SmText-Semibold"), strong));
    }

    private FontFace Open(string name)
    {
        var face = new FontFace(Path.Combine(folder, $"{name}.ttf"));
        opened.Add(face);
        return face;
    }
}
