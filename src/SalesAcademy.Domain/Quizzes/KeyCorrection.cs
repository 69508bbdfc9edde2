using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>What stood before the people who answered, in one language: everything but what is right.</summary>
/// <param name="Asked">The question with all that belongs to it.</param>
/// <param name="Rows">The rows of a table, or what stands beside each blank.</param>
/// <param name="Options">The options, areas, items or right-hand sides in file order.</param>
public sealed record QuestionText(string Asked, IReadOnlyList<string> Rows, IReadOnlyList<string> Options);

/// <summary>
/// A question whose key was corrected while what stands before people stayed the same. Options may have changed their places in the file,
/// as those of an ordering do when its order is corrected.
/// </summary>
/// <param name="Then">The key that answers were graded by.</param>
/// <param name="Now">The key that is published.</param>
/// <param name="Places">For each option of then its place now, from 0.</param>
public sealed record KeyCorrection(ObjectiveKey Then, ObjectiveKey Now, IReadOnlyList<int> Places)
{
    /// <summary>Whether both keys hold the same to be right.</summary>
    public bool IsNone => (Then, Now) switch
    {
        (ChoiceKey then, ChoiceKey now) => then.Right.Index().All(option => now.Right[Places[option.Index]] == option.Item),
        (PairsKey then, PairsKey now) => then.Partners.Zip(now.Partners).All(pair => Places[pair.First] == pair.Second),
        (OrderKey, OrderKey) => Places.Index().All(place => place.Index == place.Item),
        (BlanksKey then, BlanksKey now) => then.Blanks.Zip(now.Blanks).All(pair => pair.First.Select(Said).ToHashSet(StringComparer.Ordinal).SetEquals(pair.Second.Select(Said))),
        _ => false,
    };

    /// <summary>
    /// The correction of a question. Refused where an answer of then cannot be graded by the key of now: regrade-other-way (it is answered in
    /// another way), regrade-other-question, regrade-other-rows, regrade-other-blanks, regrade-other-options (they say something else, or
    /// there are more or fewer), regrade-other-language (nobody can tell, since no language has both).
    /// </summary>
    /// <param name="texts">What stood there then and what stands there now, in each language that has both.</param>
    /// <param name="then">The key of then.</param>
    /// <param name="now">The key of now.</param>
    public static Decision<KeyCorrection> Of(IReadOnlyList<(QuestionText Then, QuestionText Now)> texts, AnswerKey then, AnswerKey now)
    {
        if (then is not ObjectiveKey before || now is not ObjectiveKey after)
            return new Refusal("regrade-other-way");
        if (texts.Count == 0)
            return new Refusal("regrade-other-language");
        if (then.GetType() != now.GetType() || (then is ChoiceKey { Several: var several } && several != ((ChoiceKey)now).Several))
            return new Refusal("regrade-other-way");
        if (texts.Any(text => text.Then.Asked != text.Now.Asked))
            return new Refusal("regrade-other-question");
        if (then is BlanksKey && then.Parts != now.Parts)
            return new Refusal("regrade-other-blanks");
        if (texts.Any(text => !text.Then.Rows.SequenceEqual(text.Now.Rows, StringComparer.Ordinal)))
            return new Refusal("regrade-other-rows");
        var places = texts.Select(text => PlacesOf(text.Then.Options, text.Now.Options)).ToArray();
        return places[0] is { } same && places.All(other => other?.SequenceEqual(same) == true) ? new KeyCorrection(before, after, same) : new Refusal("regrade-other-options");
    }

    /// <summary>The same response in terms of the file of now.</summary>
    public Response Carry(Response response) => response switch
    {
        Chosen { Options: var options } => new Chosen([.. options.Select(option => Places[option]).Order()]),
        Arranged { Places: var sides } when Then is PairsKey => new Arranged([.. sides.Select(side => side is { } given ? Places[given] : (int?)null)]),
        Arranged { Places: var items } => new Arranged([.. Enumerable.Range(0, items.Count).Select(now => items[IndexOf(now)])]),
        _ => response,
    };

    /// <summary>The score of a response of then by the key of now, 0..1.</summary>
    public double Score(Response response) => Now.Score(Carry(response));

    private int IndexOf(int now) => Places.Index().First(place => place.Item == now).Index;

    // Two that say the same would leave open which is which, unless nothing has moved at all.
    private static int[]? PlacesOf(IReadOnlyList<string> then, IReadOnlyList<string> now)
    {
        if (then.SequenceEqual(now, StringComparer.Ordinal))
            return [.. Enumerable.Range(0, then.Count)];
        if (then.Count != now.Count || now.Distinct(StringComparer.Ordinal).Count() < now.Count)
            return null;
        var places = now.Index().ToDictionary(option => option.Item, option => option.Index, StringComparer.Ordinal);
        return then.All(places.ContainsKey) && then.Distinct(StringComparer.Ordinal).Count() == then.Count ? [.. then.Select(option => places[option])] : null;
    }

    private static string Said(Accepted accepted) => accepted is AcceptedNumber number
        ? $"{Wording.Plain(number.Least)}..{Wording.Plain(number.Most)} {number.Unit?.Name} {number.AsksForUnit}"
        : ((AcceptedText)accepted).Wording.ToString();
}
