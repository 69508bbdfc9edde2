using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Whether the answer is on the server: "Saved 09:41:07". All icons are there, so that a script only changes data-state and the text of the last child.</summary>
[HtmlTargetElement("state-line")]
public sealed class StateLineTagHelper : TagHelper
{
    public SaveState State { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.AddClass("state-line", HtmlEncoder.Default);
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("data-state", State.ToString().ToLowerInvariant());
        output.Content
            .AppendIcon("cloud-check", "glyph on-saved")
            .AppendIcon("cloud-up", "glyph on-saving")
            .AppendIcon("cloud-off", "glyph on-unsaved")
            .AppendHtml("<span>").AppendHtml(words).AppendHtml("</span>");
    }
}

public enum SaveState
{
    Saved,
    Saving,
    Unsaved,
}
