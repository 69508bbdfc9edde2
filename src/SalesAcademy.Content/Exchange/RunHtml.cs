using SalesAcademy.Content.Markup;
using SalesAcademy.Content.Questions;

namespace SalesAcademy.Content.Exchange;

/// <summary>Runs as the HTML that the compiler makes of them.</summary>
internal static class RunHtml
{
    public static string Of(IReadOnlyList<Run> runs)
    {
        var (flow, blank) = (new Flow(), 0);
        RunGroups.Walk(runs, around => flow.Tag(Opening(around)), around => flow.Tag(Closing(around)), at => Say(flow, runs[at], ref blank));
        return flow.Html;
    }

    private static void Say(Flow flow, Run run, ref int blank)
    {
        if (run.IsBreak)
            flow.HardBreak();
        else if (run.Blank is not null)
            flow.Say(BlankMarks.Sign(blank++));
        else if (run.Style.Code)
        {
            flow.Tag("<code>");
            flow.Say(run.Text);
            flow.Tag("</code>");
        }
        else
            flow.Say(run.Text);
    }

    private static string Opening(Around around) => around.Mark switch
    {
        Around.Linked => $"<a {new Links(new("course", Locales.English, 1, new Dictionary<string, CourseAsset>(StringComparer.Ordinal), new Problems(""))).Check(around.Link, 1)}>",
        Around.Strong => "<strong>",
        _ => "<em>",
    };

    private static string Closing(Around around) => around.Mark switch { Around.Linked => "</a>", Around.Strong => "</strong>", _ => "</em>" };
}
