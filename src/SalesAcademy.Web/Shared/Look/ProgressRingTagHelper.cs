using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>How far along, as a ring beside a title. Silent unless it has a label.</summary>
[HtmlTargetElement("progress-ring", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressRingTagHelper : TagHelper
{
    public double Value { get; set; }
    public double Max { get; set; } = 100;
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ring", HtmlEncoder.Default);
        output.Attributes.SetAttribute("viewBox", "0 0 36 36");
        output.Attributes.SetAttribute("width", "18");
        output.Attributes.SetAttribute("height", "18");
        output.Speak(Label);
        var share = Max > 0 ? 100 * Math.Clamp(Value / Max, 0, 1) : 0;
        output.Content.SetHtmlContent(Rings.Circles(share));
    }
}
