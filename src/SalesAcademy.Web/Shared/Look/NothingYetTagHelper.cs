using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>An empty list: one sentence that says why, and what to do about it.</summary>
[HtmlTargetElement("nothing-yet")]
public sealed class NothingYetTagHelper : TagHelper
{
    public string Icon { get; set; } = "inbox";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "div";
        output.AddClass("nothing", HtmlEncoder.Default);
        output.Content.AppendIcon(Icon).AppendHtml("<div>").AppendHtml(words).AppendHtml("</div>");
    }
}
