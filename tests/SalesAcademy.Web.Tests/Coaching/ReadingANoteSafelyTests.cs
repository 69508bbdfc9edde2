using System.Diagnostics;
using System.Text.Encodings.Web;
using SalesAcademy.Web.Features.Coaching;

namespace SalesAcademy.Web.Tests.Coaching;

public sealed class ReadingANoteSafelyTests
{
    [Theory]
    [InlineData("a **b** *c*", "<p>a <b>b</b> <i>c</i></p>")]
    [InlineData("one\n\ntwo\nlines", "<p>one</p><p>two<br>lines</p>")]
    [InlineData("- x\n- y", "<ul><li>x</li><li>y</li></ul>")]
    [InlineData("[page](https://academy.example/a?b=1&c)", "<p><a rel=\"noopener noreferrer\" target=\"_blank\" href=\"https://academy.example/a?b=1&amp;c\">page</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>")]
    [InlineData("[x](http://a.example)", "<p>[x](http://a.example)</p>")]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>")]
    [InlineData("**<img src=x onerror=y>**", "<p><b>&lt;img src=x onerror=y&gt;</b></p>")]
    [InlineData("2 * 3 ** 4", "<p>2 <i> 3 </i>* 4</p>")]
    [InlineData("*", "<p>*</p>")]
    [InlineData("a*b", "<p>a*b</p>")]
    public void Little_is_set_and_the_rest_is_shown_as_typed(string words, string html)
    {
        Assert.Equal(html, Set(words));
    }

    [Theory, InlineData("[a]("), InlineData("[a](https://x"), InlineData("*a"), InlineData("**"), InlineData("["), InlineData("*a **b ")]
    public void No_pattern_makes_it_slow(string piece)
    {
        Set("warm");
        var clock = Stopwatch.StartNew();

        Set(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));

        Assert.True(clock.ElapsedMilliseconds < 500, $"100 KB took {clock.ElapsedMilliseconds} ms");
    }

    private static string Set(string words)
    {
        using var writer = new StringWriter();
        NoteMarkup.Of(words).WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
