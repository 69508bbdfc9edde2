using Microsoft.AspNetCore.Html;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>The one place where HTML is shown as it is: the compiler of content has made it, from a list of safe elements.</summary>
internal static class CompiledHtml
{
    public static IHtmlContent AsHtml(this string compiled) => new Markup(compiled);
}
