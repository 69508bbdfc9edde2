using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>An icon drawn in the colour of the text around it, silent unless it has a label.</summary>
[HtmlTargetElement("sa-icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "";

    /// <summary>Only for an icon that stands alone and says something no word beside it says.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (string.IsNullOrEmpty(Label) && output.Attributes.Count == 0)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(Icons.Of(Name));
            return;
        }

        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("glyph", HtmlEncoder.Default);
        foreach (var (attribute, value) in Frame)
            output.Attributes.SetAttribute(attribute, value);
        output.Speak(Label);
        output.Content.SetHtmlContent(Icons.Drawing(Name));
    }

    private static readonly (string, string)[] Frame =
    [
        ("viewBox", "0 0 24 24"), ("width", "18"), ("height", "18"), ("fill", "none"), ("stroke", "currentColor"),
        ("stroke-width", "1.75"), ("stroke-linecap", "round"), ("stroke-linejoin", "round"),
    ];
}
