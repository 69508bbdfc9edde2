using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesAcademy.Domain.Readiness;
using static SalesAcademy.Web.Shared.Look.Drawing;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Readiness on the way up: interval, score, what was forgotten, and the thresholds of the tiers. Every share is 0 to 1, as in model.md section 4.</summary>
[HtmlTargetElement("readiness-ladder", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ReadinessLadderTagHelper : TagHelper
{
    public double Score { get; set; }
    public double Lo { get; set; }
    public double Hi { get; set; }

    /// <summary>The score if nothing were forgotten; the tail ends there. 0 for none.</summary>
    public double Faded { get; set; }

    /// <summary>The tier held; it colours the small ladder.</summary>
    public Tier Tier { get; set; }

    public IReadOnlyList<double> Thresholds { get; set; } = RoleProfile.DefaultThresholds;
    public LadderSize Size { get; set; } = LadderSize.Medium;

    /// <summary>A word under each tier of the large ladder, such as "3.1 to go"; same order as the thresholds, from C.</summary>
    public IReadOnlyList<string> Captions { get; set; } = [];

    /// <summary>The whole sentence: score, interval, tier, distance. Every ladder has one.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var look = LadderLook.Of(Size);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ladder", HtmlEncoder.Default);
        output.AddClass(look.CssClass, HtmlEncoder.Default);
        output.AddClass(Tier.CssClass(), HtmlEncoder.Default);
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", look.Height);
        output.Speak(Label);

        var svg = output.Content;
        DrawScore(svg, look);
        for (var rank = 1; rank < Thresholds.Count; rank++)
            DrawThreshold(svg, look, (Tier)rank);
        DrawDot(svg, look);
    }

    private void DrawScore(TagHelperContent svg, LadderLook look)
    {
        var top = look.Axis - look.Track / 2;
        svg.AppendHtml($"""<rect class="track" width="100%" y="{top}" height="{look.Track}" rx="{look.Track / 2}"/>""");
        if (Size != LadderSize.Small)
            svg.AppendHtml($"""<rect class="fill" width="{Percent(Score)}" y="{top}" height="{look.Track}" rx="{look.Track / 2}"/>""");
        if (Faded > Score)
            svg.AppendHtml($"""<line class="tail" x1="{Percent(Score)}" x2="{Percent(Faded)}" y1="{look.Axis}" y2="{look.Axis}" stroke-width="{look.Track}"/>""");
        svg.AppendHtml($"""<rect class="band" x="{Percent(Lo)}" width="{Percent(Hi - Lo)}" y="{look.Axis - look.Band / 2}" height="{look.Band}" rx="{look.BandRound}"/>""");
    }

    private void DrawThreshold(TagHelperContent svg, LadderLook look, Tier tier)
    {
        var at = Percent(Thresholds[(int)tier]);
        svg.AppendHtml($"""<g class="{tier.CssClass()}"><rect class="tick" x="{at}" y="{look.Tick}" width="2" height="{look.TickHeight}" rx="1" transform="translate(-1)"/>""");
        if (look.Chip > 0)
        {
            svg.AppendHtml($"""<rect class="chip" x="{at}" y="{look.Chip}" width="20" height="20" rx="5" transform="translate(-10)"/><text class="letter" x="{at}" y="{look.Chip + 14.5:0.#}">{tier.Letter()}</text>""");
            svg.AppendHtml($"""<text class="at" x="{at}" y="{look.Chip + 35}">{Number(100 * Thresholds[(int)tier])}</text>""");
        }
        if (Size == LadderSize.Large && (int)tier <= Captions.Count)
            svg.AppendHtml($"""<text class="caption" x="{at}" y="{look.Chip + 52}">""").Append(Captions[(int)tier - 1]).AppendHtml("</text>");
        svg.AppendHtml("</g>");
    }

    private void DrawDot(TagHelperContent svg, LadderLook look)
    {
        if (Size == LadderSize.Small && Faded > Score)
            svg.AppendHtml($"""<circle class="was" cx="{Percent(Faded)}" cy="{look.Axis}" r="2.5"/>""");
        svg.AppendHtml($"""<circle class="dot" cx="{Percent(Score)}" cy="{look.Axis}" r="{look.Dot}"/>""");
        if (Size == LadderSize.Large)
            svg.AppendHtml($"""<text class="score{(Score < 0.05 ? " at-start" : Score > 0.95 ? " at-end" : "")}" x="{Percent(Score)}" y="30">""").Append((100 * Score).ToString("F1", CultureInfo.CurrentCulture)).AppendHtml("</text>");
    }
}
