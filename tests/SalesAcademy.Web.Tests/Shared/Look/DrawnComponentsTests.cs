using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesAcademy.Domain.Readiness;
using SalesAcademy.Web.Shared.Look;
using Xunit;

namespace SalesAcademy.Web.Tests.Shared.Look;

public class DrawnComponentsTests
{
    [Fact]
    public void The_ladder_places_score_interval_and_thresholds_without_inline_style()
    {
        var svg = Render(new ReadinessLadderTagHelper { Score = 0.619, Lo = 0.575, Hi = 0.661, Faded = 0.67, Label = "61.9, B at 65" });

        Assert.Contains("""class="dot" cx="61.9%" """, svg, StringComparison.Ordinal);
        Assert.Contains("""class="band" x="57.5%" width="8.6%" """, svg, StringComparison.Ordinal);
        Assert.Contains("""class="tail" x1="61.9%" x2="67%" """, svg, StringComparison.Ordinal);
        Assert.Equal(4, svg.Split("class=\"tick\"").Length - 1);
        Assert.Contains("""role="img" aria-label="61.9, B at 65" """.Trim(), svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_forgotten_draws_no_tail()
    {
        var svg = Render(new ReadinessLadderTagHelper { Score = 0.5, Lo = 0.45, Hi = 0.55, Faded = 0.5 });

        Assert.DoesNotContain("tail", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_in_a_drawing_are_encoded()
    {
        var svg = Render(new ReadinessLadderTagHelper { Size = LadderSize.Large, Captions = ["<script>"], Label = "\"><script>" });

        Assert.DoesNotContain("<script>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void An_icon_is_silent_unless_it_has_a_label()
    {
        Assert.Contains("""aria-hidden="true" """.Trim(), Render(new IconTagHelper { Name = "bell" }), StringComparison.Ordinal);
        Assert.Contains("""role="img" aria-label="Notices" """.Trim(), Render(new IconTagHelper { Name = "bell", Label = "Notices" }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_icon_that_the_build_does_not_embed_says_where_to_add_it()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Render(new IconTagHelper { Name = "no-such" }));

        Assert.Contains("ClientLibraries.targets", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_figure_is_written_for_the_machine_whatever_the_reader_writes()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = new("de-DE");
        try
        {
            Assert.Contains("value=\"62.5\"", Render(new ProgressBarTagHelper { Value = 62.5, Label = "read" }), StringComparison.Ordinal);
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_tier_is_colour_and_letter() =>
        Assert.Equal("""<span class="tier tier-e">E</span>""", Render(new TierChipTagHelper { Tier = Tier.Enterprise }));

    private static string Render(TagHelper component)
    {
        var context = new TagHelperContext([], new Dictionary<object, object>(), "one");
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        component.Process(context, output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
