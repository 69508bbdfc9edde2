using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Diagnostics;
using Microsoft.AspNetCore.Razor.Hosting;

namespace SalesAcademy.Browser.Tests.Pages;

/// <summary>Every view, part and component that an academy has shown, so that a new one cannot be forgotten.</summary>
internal sealed class ViewsShown : IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentDictionary<string, bool> shown = [];

    /// <summary>All there are.</summary>
    public static IEnumerable<string> All => typeof(Program).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>().Select(view => view.Identifier)
        .Where(view => !view.EndsWith("/_ViewImports.cshtml", StringComparison.Ordinal) && !view.EndsWith("/_ViewStart.cshtml", StringComparison.Ordinal));

    public IEnumerable<string> Missing => All.Except(shown.Keys).Order(StringComparer.Ordinal);

    public static ViewsShown In(Academy academy)
    {
        var views = new ViewsShown();
        academy.The<DiagnosticListener>().Subscribe(views, name => name == BeforeViewPageEventData.EventName);
        return views;
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is BeforeViewPageEventData view)
            shown[view.Page.Path] = true;
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
