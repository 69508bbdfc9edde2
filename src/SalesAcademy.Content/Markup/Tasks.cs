using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace SalesAcademy.Content.Markup;

/// <summary>Finds the box of a task list's item.</summary>
internal static class Tasks
{
    public static TaskList? Of(ListItemBlock item) =>
        item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: TaskList task } ? task : null;
}
