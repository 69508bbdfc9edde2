using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>The letters of the tiers over a column of small ladders.</summary>
[HtmlTargetElement("ladder-axis", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LadderAxisTagHelper : TagHelper
{
    public IReadOnlyList<double> Thresholds { get; set; } = RoleProfile.DefaultThresholds;

    /// <summary>What the column shows, for a screen reader: the letters alone say nothing.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ladder ladder-axis");
        output.Attributes.SetAttribute("width", "100%");
        output.Attributes.SetAttribute("height", "16");
        output.Speak(Label);
        for (var rank = 1; rank < Thresholds.Count; rank++)
            output.Content.AppendHtml($"""<text class="{((Tier)rank).CssClass()}" x="{Drawing.Percent(Thresholds[rank])}" y="12">{((Tier)rank).Letter()}</text>""");
    }
}
