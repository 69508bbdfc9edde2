using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static SalesAcademy.Web.Shared.Look.Drawing;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>What one competency adds to the score: knowledge, skill, what was forgotten, out of its weight. All in the same unit; Widest is the heaviest weight of the table, so that bars compare.</summary>
[HtmlTargetElement("share-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ShareBarTagHelper : TagHelper
{
    public double Knowledge { get; set; }
    public double Skill { get; set; }
    public double Forgotten { get; set; }
    public double Weight { get; set; }
    public double Widest { get; set; }

    /// <summary>None where the table gives every figure in text.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("share", HtmlEncoder.Default);
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", "10");
        output.Speak(Label);
        var scale = Math.Max(Widest, Weight);
        string Of(double points) => Percent(scale > 0 ? points / scale : 0);
        output.Content.SetHtmlContent(
            $"""<rect class="track" width="{Of(Weight)}" height="10" rx="3"/><rect class="knowledge" width="{Of(Knowledge)}" height="10" rx="2"/><rect class="skill" x="{Of(Knowledge)}" width="{Of(Skill)}" height="10"/><line class="tail" x1="{Of(Knowledge + Skill)}" x2="{Of(Knowledge + Skill + Forgotten)}" y1="5" y2="5" stroke-width="10"/>""");
    }
}
