using System.Globalization;
using System.Text;
using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Content.Markup;

/// <summary>Gives each passage an id made of its own words, so that edits elsewhere do not move a note.</summary>
internal sealed class BlockIds
{
    private readonly Dictionary<string, int> twins = new(StringComparer.Ordinal);
    private readonly List<LessonBlock> blocks = [];

    public IReadOnlyList<LessonBlock> Blocks => blocks;

    public string Add(string text)
    {
        var folded = Fold(text);
        var id = "b-" + ContentHash.Of(folded.InForm(NormalizationForm.FormC))[..10];
        var count = twins[id] = twins.GetValueOrDefault(id) + 1;
        if (count > 1)
            id = string.Create(CultureInfo.InvariantCulture, $"{id}-{count}");
        blocks.Add(new(id, folded));
        return id;
    }

    public static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
