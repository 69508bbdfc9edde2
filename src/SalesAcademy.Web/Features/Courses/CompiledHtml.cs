using Microsoft.AspNetCore.Html;
using SalesAcademy.Content;
using SalesAcademy.Web.Shared.Look;

namespace SalesAcademy.Web.Features.Courses;

/// <summary>Markup that the content compiler wrote from closed lists; the only text of ours that is not encoded again.</summary>
internal static class CompiledHtml
{
    public static IHtmlContent Of(LessonText lesson) => new Markup(lesson.Html);
}
