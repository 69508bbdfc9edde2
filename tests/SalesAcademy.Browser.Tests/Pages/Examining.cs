using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SalesAcademy.Browser.Tests.Pages;

/// <summary>What a machine can say of an open page; each answers with the faults it finds.</summary>
internal static class Examining
{
    private static readonly AxeRunOptions Wcag22 = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }, ResultTypes = [ResultType.Violations] };

    /// <summary>WCAG 2.2 A and AA, and nothing that needs scrolling sideways.</summary>
    public static async Task<IReadOnlyList<string>> AccessFaults(this Person person)
    {
        // The examiner styles the page to measure contrast, which the page's policy rightly blocks and reports.
        person.IsDisturbed = true;
        var result = await person.Page.RunAxe(Wcag22);
        var wide = await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        person.IsDisturbed = false;
        var faults = result.Violations.Select(v => $"{v.Id} ({v.Impact}): {v.Help} {string.Join(' ', v.Nodes.Take(3).Select(n => n.Html))}");
        return wide > 1 ? [.. faults, $"scrolls sideways by {wide} px"] : [.. faults];
    }

    /// <summary>Every glyph drawn, Chinese or Latin, comes from a font that the app serves, not from whatever the machine has, or lacks.</summary>
    public static async Task<IReadOnlyList<string>> FontFaults(this Person person)
    {
        await person.Page.EvaluateAsync("document.fonts.ready");
        var inspector = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await inspector.SendAsync("DOM.enable");
        await inspector.SendAsync("CSS.enable");
        var root = (await inspector.SendAsync("DOM.getDocument"))!.Value.GetProperty("root").GetProperty("nodeId").GetInt32();
        var nodes = (await inspector.SendAsync("DOM.querySelectorAll", new() { ["nodeId"] = root, ["selector"] = "body, body *" }))!.Value.GetProperty("nodeIds").EnumerateArray().Select(id => id.GetInt32());
        var fonts = (await Task.WhenAll(nodes.Select(node => FontsOf(inspector, node)))).SelectMany(some => some).ToHashSet();
        await inspector.DetachAsync();
        string[] missing = fonts.Any(font => font.Name.StartsWith("Noto Sans SC", StringComparison.Ordinal)) ? [] : ["draws no Chinese at all"];
        return [.. missing, .. fonts.Where(font => !font.Served).Select(font => $"draws with the machine's own font {font.Name}")];
    }

    private static async Task<IEnumerable<(string Name, bool Served)>> FontsOf(ICDPSession inspector, int node)
    {
        try
        {
            var drawn = await inspector.SendAsync("CSS.getPlatformFontsForNode", new() { ["nodeId"] = node });
            return drawn!.Value.GetProperty("fonts").EnumerateArray().Select(font => (font.GetProperty("familyName").GetString()!, font.GetProperty("isCustomFont").GetBoolean()));
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("Could not find node", StringComparison.Ordinal))
        {
            return []; // a live page has redrawn itself meanwhile
        }
    }
}
