using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>A coaching note: who, when, the words (content), where it is anchored. Acts stand in the content, in a div of class acts.</summary>
[HtmlTargetElement("note-card")]
public sealed class NoteCardTagHelper : TagHelper
{
    public string Author { get; set; } = "";
    public Presence Presence { get; set; }

    /// <summary>The time as the reader writes it.</summary>
    public string When { get; set; } = "";

    /// <summary>The passage or answer that the note is about.</summary>
    public string? Where { get; set; }

    /// <summary>Acknowledged: it steps back.</summary>
    public bool Done { get; set; }

    /// <summary>Has just arrived: it slides in once.</summary>
    public bool Live { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "article";
        output.AddClass("note", HtmlEncoder.Default);
        if (Done)
            output.AddClass("done", HtmlEncoder.Default);
        if (Live)
            output.AddClass("live", HtmlEncoder.Default);
        WriteHead(context, output);
        if (Where is not null)
            output.Content.AppendHtml("<p class=\"where\">").Append(Where).AppendHtml("</p>");
        output.Content.AppendHtml(words);
    }

    private void WriteHead(TagHelperContext context, TagHelperOutput output)
    {
        var face = new TagHelperOutput("avatar", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        face.Attributes.SetAttribute("class", "face-small");
        new AvatarTagHelper { Name = Author, Presence = Presence }.Process(context, face);
        output.Content
            .AppendHtml("<header>").AppendHtml(face)
            .AppendHtml("<b>").Append(Author).AppendHtml("</b><span class=\"when num\">").Append(When).AppendHtml("</span></header>");
    }
}
