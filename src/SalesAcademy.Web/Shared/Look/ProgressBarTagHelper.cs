using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>How far along, as a bar. The figure stands in text beside it; the label names what is measured.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ProgressBarTagHelper : TagHelper
{
    public double Value { get; set; }
    public double Max { get; set; } = 100;
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "progress";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("value", Drawing.Number(Math.Clamp(Value, 0, Max)));
        output.Attributes.SetAttribute("max", Drawing.Number(Max));
        output.Attributes.SetAttribute("aria-label", Label);
    }
}
