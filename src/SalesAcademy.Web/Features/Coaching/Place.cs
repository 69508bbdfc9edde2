using System.Globalization;

namespace SalesAcademy.Web.Features.Coaching;

internal enum PlaceKind
{
    Lesson,
    Quiz,
    Drill,
    Lead,
    Page,
}

/// <summary>Where an open page says its reader is: lesson:course/lesson#block, quiz:kind#question, drill:, lead:id or page:path.</summary>
internal sealed record Place(PlaceKind Kind, string Rest)
{
    private static readonly Dictionary<string, PlaceKind> Kinds = Enum.GetValues<PlaceKind>().ToDictionary(kind => kind.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    public string? Course => Kind == PlaceKind.Lesson ? Rest.Split('/')[0] : null;

    public string? Lesson => Kind == PlaceKind.Lesson && Rest.Split('/') is [_, var lesson] ? lesson.Split('#')[0] : null;

    /// <summary>The passage in view; null when the page has not said yet.</summary>
    public string? Block => Kind == PlaceKind.Lesson && Rest.Split('#') is [_, { Length: > 0 } block] ? block : null;

    /// <summary>Which question of a quiz; never what it asks or how it was answered.</summary>
    public int? Question => Kind == PlaceKind.Quiz && Rest.Split('#') is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var question) ? question : null;

    public Guid? Lead => Kind == PlaceKind.Lead && Guid.TryParse(Rest.Split('/')[0], out var lead) ? lead : null;

    /// <summary>Null for anything that is no place.</summary>
    public static Place? Parse(string said)
    {
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Kinds.TryGetValue(said[..colon], out var kind))
            return null;
        var rest = said[(colon + 1)..];
        return kind == PlaceKind.Page ? OfPage(rest) : new Place(kind, rest);
    }

    // Pages that say nothing themselves are known by their address.
    private static Place OfPage(string path) =>
        path.StartsWith("/quizzes/drill", StringComparison.Ordinal) ? new(PlaceKind.Drill, "")
        : path.StartsWith("/quizzes", StringComparison.Ordinal) ? new(PlaceKind.Quiz, "")
        : path.StartsWith("/leads/", StringComparison.Ordinal) ? new(PlaceKind.Lead, path["/leads/".Length..])
        : new(PlaceKind.Page, path);
}
