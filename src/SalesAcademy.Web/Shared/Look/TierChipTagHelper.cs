using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SalesAcademy.Domain.Readiness;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>A tier as colour and letter, always both.</summary>
[HtmlTargetElement("tier-chip", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TierChipTagHelper : TagHelper
{
    public Tier Tier { get; set; }

    /// <summary>The tier's name for a chip without words beside it.</summary>
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("tier", HtmlEncoder.Default);
        output.AddClass(Tier.CssClass(), HtmlEncoder.Default);
        if (!string.IsNullOrEmpty(Label))
        {
            output.Speak(Label);
            output.Attributes.SetAttribute("title", Label);
        }
        output.Content.SetContent(Tier.Letter());
    }
}
