using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>The one thing to do next: a sentence (p.say), at most one primary button, what it opens.</summary>
[HtmlTargetElement("next-step")]
public sealed class NextStepTagHelper : TagHelper
{
    /// <summary>The words "Next step".</summary>
    public string Eyebrow { get; set; } = "";
    public string Icon { get; set; } = "arrow-right";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "section";
        output.AddClass("next-step", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", Eyebrow);
        output.Content.AppendHtml("<p class=\"eyebrow\">").AppendIcon(Icon).Append(Eyebrow).AppendHtml("</p>").AppendHtml(words);
    }
}
