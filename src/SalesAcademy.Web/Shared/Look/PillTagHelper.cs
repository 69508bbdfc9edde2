using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>A state in one or two words: icon, word and colour together.</summary>
[HtmlTargetElement("status-pill")]
public sealed class PillTagHelper : TagHelper
{
    public Tone Tone { get; set; }
    public string? Icon { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "span";
        output.AddClass("pill", HtmlEncoder.Default);
        output.AddClass(Tone.CssClass(), HtmlEncoder.Default);
        if (Icon is not null)
            output.Content.AppendIcon(Icon);
        output.Content.AppendHtml(words);
    }
}

/// <summary>What a colour means: green is done, amber asks for attention, red is a failure or a destructive act.</summary>
public enum Tone
{
    Plain,
    Good,
    Attention,
    Bad,
    Brand,
}

internal static class ToneMarks
{
    public static string CssClass(this Tone tone) => "tone-" + tone.ToString().ToLowerInvariant();
}
