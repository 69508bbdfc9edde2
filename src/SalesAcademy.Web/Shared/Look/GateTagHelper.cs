using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>One condition of a tier or a lead: icon, what is asked, where the person stands. Stands in a ul of class gates.</summary>
[HtmlTargetElement("gate-item")]
public sealed class GateTagHelper : TagHelper
{
    public GateState State { get; set; }

    /// <summary>The short answer at the end of the line: "Met", "19 days left", "3.1 to go".</summary>
    public string Standing { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "li";
        output.AddClass("gate-" + State.ToString().ToLowerInvariant(), HtmlEncoder.Default);
        output.Content
            .AppendIcon(IconOf(State))
            .AppendHtml("<div>").AppendHtml(words).AppendHtml("</div><span class=\"standing\">").Append(Standing).AppendHtml("</span>");
    }

    private static string IconOf(GateState state) => state switch
    {
        GateState.Met => "circle-check",
        GateState.Ending => "clock-exclamation",
        GateState.Failed => "circle-x",
        GateState.Locked => "lock",
        _ => "circle-dashed",
    };
}

public enum GateState
{
    Met,
    Ending,
    Open,
    Failed,
    Locked,
}
