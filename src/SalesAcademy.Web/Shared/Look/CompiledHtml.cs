using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Markup that the content compiler wrote from closed lists: the only text that is not encoded again.</summary>
internal static partial class CompiledHtml
{
    public static IHtmlContent AsHtml(this string compiled) => new Markup(compiled);

    /// <summary>Its words alone, for places that hold no markup; they are encoded like any text.</summary>
    public static string AsText(this string compiled) => WebUtility.HtmlDecode(Tag().Replace(compiled, ""));

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
