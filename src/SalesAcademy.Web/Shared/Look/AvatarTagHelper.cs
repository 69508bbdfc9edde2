using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>A person as initials, with the shape of their presence. Silent unless it has a label: the name stands beside it.</summary>
[HtmlTargetElement("avatar", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AvatarTagHelper : TagHelper
{
    public string Name { get; set; } = "";
    public Presence Presence { get; set; }
    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("face", HtmlEncoder.Default);
        output.Speak(Label);
        output.Content.Append(Initials.Of(Name));
        if (Presence is not Presence.Unknown)
            output.Content.AppendHtml($"""<svg class="presence" viewBox="0 0 12 12" width="12" height="12">{Shape(Presence)}</svg>""");
    }

    /// <summary>The shape tells the state, the colour repeats it.</summary>
    private static string Shape(Presence presence) => presence switch
    {
        Presence.Online => """<circle class="online" cx="6" cy="6" r="4"/>""",
        Presence.Idle => """<circle class="ring-idle" cx="6" cy="6" r="3.4"/><path class="idle" d="M6 2a4 4 0 0 0 0 8z"/>""",
        Presence.InExam => """<rect class="exam" x="2" y="2" width="8" height="8" rx="1.5"/>""",
        _ => """<circle class="offline" cx="6" cy="6" r="3.2"/>""",
    };
}

public enum Presence
{
    /// <summary>Not shown.</summary>
    Unknown,
    Online,
    Idle,
    InExam,
    Offline,
}
