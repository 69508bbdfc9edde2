using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Says beside a field why what stands in it was refused, to the eye and to a screen reader. A group of fields says it at its end.</summary>
[HtmlTargetElement("input", Attributes = Of, TagStructure = TagStructure.WithoutEndTag), HtmlTargetElement("select", Attributes = Of), HtmlTargetElement("fieldset", Attributes = Of)]
public sealed class FieldRefusalTagHelper : TagHelper
{
    private const string Of = "refusal-of";

    /// <summary>The name of the field in the form.</summary>
    [HtmlAttributeName(Of)]
    public string Field { get; set; } = "";

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!; // the framework sets it

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!ViewContext.ModelState.TryGetValue(Field, out var entry) || entry.Errors.Count == 0)
            return;
        var id = $"{Field}-refusal";
        var said = new TagBuilder("p");
        said.AddCssClass("field-validation-error");
        said.Attributes["id"] = id;
        said.InnerHtml.Append(string.Join(' ', entry.Errors.Select(error => error.ErrorMessage)));
        output.Attributes.SetAttribute("aria-describedby", output.Attributes["aria-describedby"]?.Value is { } hint ? $"{id} {hint}" : id);
        if (output.TagName == "fieldset")
        {
            output.PostContent.AppendHtml(said);
            return;
        }

        output.Attributes.SetAttribute("aria-invalid", "true");
        output.PostElement.AppendHtml(said);
    }
}
