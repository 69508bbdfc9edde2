using SkiaSharp;

namespace SalesAcademy.Content.Tests;

/// <summary>An organisation puts its logo on its certificates, and is told by file and line what cannot be printed.</summary>
public sealed class ReadingALogoTests : IDisposable
{
    private const string File = "logo.png";

    private readonly ContentBuilder content = new();

    public ReadingALogoTests() => content.Replace("academy.yml", "time-zone:", $"logo: {File}\ntime-zone:");

    [Fact]
    public void It_is_made_ready_for_print_without_its_margins_and_has_its_own_proportions()
    {
        var square = content.Bytes(File, Png(1000, 1200, canvas => canvas.DrawRect(200, 300, 600, 600, Ink("#7a1f3d")))).Good();
        var wide = content.Bytes(File, Png(3000, 400, canvas => canvas.DrawRect(100, 100, 2800, 200, Ink("#7a1f3d")))).Good();

        Assert.Equal((File, 284, 284), (square.Logo!.Name, square.Logo.Width, square.Logo.Height));
        Assert.Equal((1418, 101), (wide.Logo!.Width, wide.Logo.Height));
        Assert.NotEqual(square.Hash, wide.Hash);
        Assert.Contains(wide.Archive, entry => entry.Path == File && entry.Hash == wide.Logo.Hash);
        Assert.Equal(2, wide.Logo.Png.Span[25]); // red, green and blue, and nothing to see through (PNG, 11.2.2)
    }

    [Theory]
    [InlineData("reference-missing", "academy.yml", 6)] // no such file
    [InlineData("logo-form", File, 0)]
    [InlineData("logo-size", File, 0)]
    [InlineData("logo-pale", File, 0)]
    [InlineData("logo-heavy", File, 0)]
    [InlineData("file-too-large", File, 0)]
    [InlineData("field-value", "academy.yml", 6)]
    public void What_cannot_be_printed_is_told_where_it_stands(string code, string file, int line)
    {
        foreach (var bytes in Wrong(code))
        {
            if (bytes.Length > 0)
                content.Bytes(File, bytes);
            if (code == "field-value")
                content.Replace("academy.yml", File, "../logo.svg");

            Assert.Contains(content.Compile().Problems, problem => problem.Code == code && problem.File == file && problem.Line == line && problem.Remedy.Length > 0);
        }
    }

    [Fact]
    public void A_broken_one_leaves_the_last_that_was_right()
    {
        var before = content.Bytes(File, Png(400, 400, canvas => canvas.DrawCircle(200, 200, 200, Ink("#0f766e")))).Good();

        content.Bytes(File, [1, 2, 3]);
        var after = content.Compile(before).Catalogue!;

        Assert.Equal(before.Hash, after.Hash);
        Assert.Same(before.Logo, after.Logo);
        content.Delete(File);
        Assert.Same(before.Logo, content.Compile(after).Catalogue!.Logo);
    }

    public void Dispose() => content.Dispose();

    private static IEnumerable<byte[]> Wrong(string code) => code switch
    {
        "logo-form" => ["not a picture"u8.ToArray(), Png(400, 400, canvas => canvas.DrawRect(0, 0, 400, 400, Ink("#152033")))[..60]],
        "logo-size" => [Png(1000, 283, canvas => canvas.DrawRect(0, 0, 1000, 283, Ink("#152033"))), Png(400, 400, canvas => canvas.DrawRect(0, 0, 200, 200, Ink("#152033"))), Png(4097, 300, canvas => canvas.Clear(SKColors.Black))],
        "logo-pale" => [Png(400, 400, _ => { }), Png(400, 400, canvas => canvas.DrawRect(0, 0, 400, 400, Ink("#9ccfc8"))), Png(400, 400, canvas => canvas.DrawRect(0, 0, 400, 400, Ink("#30152033")))],
        "logo-heavy" => [Png(284, 284, Photograph)],
        "file-too-large" => [new byte[600 * 1024]],
        _ => [[]],
    };

    private static void Photograph(SKCanvas canvas)
    {
        var noise = 1u;
        for (var at = 0; at < 284 * 284; at++)
        {
            noise = unchecked((noise * 1664525) + 1013904223);
            canvas.DrawPoint(at % 284, at / 284, new SKColor(0xff000000 | (noise >> 8)));
        }
    }

    private static SKPaint Ink(string colour) => new() { Color = SKColor.Parse(colour) };

    private static byte[] Png(int width, int height, Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(width, height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        draw(canvas);
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
