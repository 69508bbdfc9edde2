using System.Globalization;
using SalesAcademy.Domain.Quizzes;

namespace SalesAcademy.Web.Features.Quizzes;

/// <summary>
/// Between a response, which is in terms of the question's file, and the fields of its form, which are in terms of the screen: the places on
/// screen are this attempt's own, so they tell nothing about another's.
/// </summary>
internal static class AnswerFields
{
    /// <summary>The fields of a form as a response, or null when they do not fit the question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="ticks">The ticked options by their place on screen, from 0.</param>
    /// <param name="fills">What stands in the other fields, in the order of the screen.</param>
    public static Response? Read(PaperQuestion question, IReadOnlyList<int> ticks, IReadOnlyList<string?> fills)
    {
        var order = question.Order;
        Response? response = question.Key switch
        {
            ChoiceKey when ticks.All(IsOnScreen) => new Chosen([.. ticks.Select(place => order[place]).Order()]),
            PairsKey or OrderKey when Numbers(fills) is not { } numbers => null,
            PairsKey when Numbers(fills) is { } numbers && numbers.All(place => place is null || IsOnScreen(place.Value)) => new Arranged([.. numbers.Select(place => place is { } taken ? order[taken] : (int?)null)]),
            OrderKey when Numbers(fills) is { } numbers && numbers.Count == order.Count => new Arranged([.. Enumerable.Range(0, order.Count).Select(item => numbers[PlaceOf(order, item)])]),
            BlanksKey => new Written([.. fills.Select(text => text?.Trim() ?? "")]),
            RubricKey { Medium: AnswerMedium.Text } => new Written([.. fills.Select(text => Tidy(text ?? ""))]),
            RubricKey when fills is [var recording] => string.IsNullOrEmpty(recording) ? new Recorded(null) : Guid.TryParse(recording, out var id) ? new Recorded(id) : null,
            _ => null,
        };
        return response is not null && question.Key.Fits(response) ? response : null;

        bool IsOnScreen(int place) => place >= 0 && place < order.Count;
    }

    /// <summary>How long a written answer may be and how long it is, in characters, where it is too long; otherwise null.</summary>
    public static (int Most, int Written)? Length(PaperQuestion question, IReadOnlyList<string?> fills) =>
        question.Key is RubricKey { Medium: AnswerMedium.Text, Most: var most } && fills is [{ } text] && Tidy(text).Length is var written && written > most ? (most, written) : null;

    /// <summary>What the fields of the form hold for a response: the ticked places, or one value for each field.</summary>
    public static IReadOnlyList<string> Write(PaperQuestion question, Response response) => response switch
    {
        Chosen { Options: var chosen } => [.. question.Order.Index().Where(option => chosen.Contains(option.Item)).Select(option => Text(option.Index))],
        Arranged { Places: var places } when question.Key is OrderKey => [.. question.Order.Select(item => Text(places[item]))],
        Arranged { Places: var places } => [.. places.Select(side => side is { } taken ? Text(PlaceOf(question.Order, taken)) : "")],
        Written { Texts: var texts } => texts,
        Recorded { Recording: var recording } => [recording?.ToString() ?? ""],
        _ => [],
    };

    private static string Tidy(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    private static string Text(int? place) => place?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static List<int?>? Numbers(IReadOnlyList<string?> fills)
    {
        var numbers = new List<int?>(fills.Count);
        foreach (var fill in fills)
            if (string.IsNullOrEmpty(fill))
                numbers.Add(null);
            else if (int.TryParse(fill, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                numbers.Add(number);
            else
                return null;
        return numbers;
    }

    private static int PlaceOf(IReadOnlyList<int> order, int item)
    {
        for (var place = 0; place < order.Count; place++)
            if (order[place] == item)
                return place;
        throw new InvalidOperationException($"Item {item} is not on screen.");
    }
}
