using System.Text;

namespace SalesAcademy.Domain.Courses;

/// <summary>A passage of a lesson.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its plain text, white space folded.</param>
public sealed record Passage(string Id, string Text)
{
    /// <summary>Stands before the first passage of a lesson, between two and behind the last; no folded text holds it.</summary>
    internal const char End = '\n';

    /// <summary>The passages as one text, and where in it the one with the given id starts; 0 when there is none.</summary>
    internal static (string Text, int Start) Join(IReadOnlyList<Passage> passages, string id)
    {
        var text = new StringBuilder().Append(End);
        var start = 0;
        foreach (var passage in passages)
        {
            if (passage.Id == id)
                start = text.Length;
            text.Append(passage.Text).Append(End);
        }

        return (text.ToString(), start);
    }

    /// <summary>The passage at a place of the joined text.</summary>
    internal static string IdAt(IReadOnlyList<Passage> passages, int place)
    {
        var end = 1;
        foreach (var passage in passages)
        {
            end += passage.Text.Length + 1;
            if (place < end)
                return passage.Id;
        }

        throw new ArgumentOutOfRangeException(nameof(place));
    }
}
