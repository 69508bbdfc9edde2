using Microsoft.AspNetCore.Html;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Markup that the content compiler wrote from closed lists: the only text that is not encoded again.</summary>
internal static class CompiledHtml
{
    public static IHtmlContent AsHtml(this string compiled) => new Markup(compiled);
}
