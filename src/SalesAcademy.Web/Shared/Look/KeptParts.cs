using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace SalesAcademy.Web.Shared.Look;

/// <summary>Parts of the shell that depend on language and theme alone, kept as first written.</summary>
internal sealed class KeptParts(HtmlEncoder encoder)
{
    private readonly ConcurrentDictionary<(string View, string Language, string Theme), Markup> kept = [];

    public async ValueTask<IHtmlContent> Write(IHtmlHelper html, string view, ShellPage shell)
    {
        var key = (view, shell.Language, shell.Theme);
        if (kept.TryGetValue(key, out var known))
            return known;
        using var text = new StringWriter();
        (await html.PartialAsync(view, shell)).WriteTo(text, encoder);
        return kept[key] = new Markup(text.ToString());
    }
}
