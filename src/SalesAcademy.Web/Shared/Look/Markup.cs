using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Markup of ours. It joins a page as text, which is written straight through; other content would be copied and flushed piece by piece.</summary>
internal sealed class Markup(string html) : IHtmlContentContainer
{
    public void MoveTo(IHtmlContentBuilder builder) => builder.AppendHtml(html);

    public void CopyTo(IHtmlContentBuilder builder) => builder.AppendHtml(html);

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(html);
}
