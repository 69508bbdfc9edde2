using System.Text;
using AngleSharp.Html.Parser;
using SalesAcademy.Content.Courses;

namespace SalesAcademy.Content.Tests;

/// <summary>Plain drawings stand in the page, where their words get the page's font; whatever is more than plain stays an image.</summary>
public sealed class DrawingsInThePageTests
{
    [Fact]
    public void A_drawing_is_set_into_the_lesson_with_its_alternative_text_and_without_its_own_font()
    {
        using var content = new ContentBuilder();
        content.Text("courses/first-call/assets/plan.svg", Drawing("<title>t</title><text x='1' y='2' font-family='Inter' font-size='14'>需求 &amp; 方案</text>"))
            .Lesson("![The plan, “step” by step](../assets/plan.svg)");

        var text = content.Compile().Catalogue!.FindCourse("first-call")!.FindLesson("closing")!.Text.English!;

        Assert.Contains("role=\"img\" aria-label=\"The plan, “step” by step\" width=\"10\" height=\"20\" viewBox=\"0 0 10 20\" lang=\"zh-Hans\"><text x=\"1\" y=\"2\" font-size=\"14\">需求 &amp; 方案</text></svg>", text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", text.Html, StringComparison.Ordinal);
        Assert.Contains(text.Blocks, block => block.Text == "The plan, “step” by step");
    }

    [Fact]
    public void Ids_and_what_refers_to_them_get_the_drawings_own_prefix()
    {
        var html = Write("<defs><marker id='tip' orient='auto'><path d='M0 0L4 2'/></marker></defs><line x1='0' x2='9' marker-end='url(#tip)'/>");

        Assert.Contains("<marker id=\"p-tip\" orient=\"auto\"><path d=\"M0 0L4 2\"></path></marker>", html, StringComparison.Ordinal);
        Assert.Contains("marker-end=\"url(#p-tip)\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<style>text{fill:red}</style>"), InlineData("<rect style='fill:red'/>"), InlineData("<rect class='btn-primary'/>"), InlineData("<use href='#a'/>")]
    [InlineData("<rect fill='URL(https://evil.example)'/>"), InlineData("<rect fill='url(#a) url(https://evil.example)'/>"), InlineData("<rect id='a\" onload=\"alert(1)'/>")]
    [InlineData("<filter id='a'/>"), InlineData("<rect onclick='alert(1)'/>"), InlineData("<foreignObject><p/></foreignObject>"), InlineData("<script>alert(1)</script>")]
    [InlineData("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>"), InlineData("<a href='javascript:alert(1)'><text>x</text></a>"), InlineData("<image href='https://evil.example'/>")]
    [InlineData("<rect fill='&lt;script&gt;'/>"), InlineData("<svg viewBox='0 0 1 1'/>"), InlineData("<rect data-block='b-1'/>"), InlineData("<animate attributeName='href'/>"), InlineData("<TEXT>x</TEXT>")]
    public void More_than_shapes_and_words_is_not_set_into_the_page(string inside) => Assert.Null(Write(inside));

    [Theory]
    [InlineData("<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>"), InlineData("<text><![CDATA[</svg><script>alert(1)</script>]]></text>"), InlineData("<title><![CDATA[</title><script>alert(1)</script>]]></title><rect/>")]
    [InlineData("<desc><p xmlns='http://www.w3.org/1999/xhtml' onclick='alert(1)'>x</p></desc><rect/>"), InlineData("text outside &lt;img src=x onerror=alert(1)&gt;<rect/>"), InlineData("<title/><rect/>")]
    public void Words_that_look_like_markup_stay_words(string inside)
    {
        var html = $"<svg{Write(inside)}</svg>";

        SafeMarkupTests.AssertSafe(html);
        Assert.Equal(2, new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*").Length);
    }

    private static string Drawing(string inside) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 20' role='img' lang='zh-Hans'>{inside}</svg>";

    private static string? Write(string inside) => InlineSvg.Write(Encoding.UTF8.GetBytes(Drawing(inside)), "p-");
}
