using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>A sentence in which what stands between grave accents is shown as it is written in a file.</summary>
[HtmlTargetElement("coded-words", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class CodedWordsTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var (place, piece) in Text.Split('`').Index())
            if (place % 2 == 0)
                output.Content.Append(piece);
            else
            {
                var code = new TagBuilder("code");
                code.InnerHtml.Append(piece);
                output.Content.AppendHtml(code);
            }
    }
}
