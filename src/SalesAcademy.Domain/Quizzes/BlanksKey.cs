namespace SalesAcademy.Domain.Quizzes;

/// <summary>What may be written into each blank: one for a short text or a number, several in a cloze.</summary>
/// <param name="Blanks">For each blank everything that is accepted, at least one.</param>
public sealed record BlanksKey(IReadOnlyList<IReadOnlyList<Accepted>> Blanks) : PartedKey
{
    /// <summary>The longest text a blank takes, in characters.</summary>
    public const int LongestText = 200;

    /// <inheritdoc/>
    public override int Options => 0;

    /// <inheritdoc/>
    public override int Parts => Blanks.Count;

    /// <summary>The bounds of the numbers; words differ between languages, so of them only that they are words.</summary>
    public override string Matter => string.Join('.', Blanks.Select(blank => blank.All(accepted => accepted is AcceptedNumber)
        ? string.Join('_', blank.Cast<AcceptedNumber>().Select(number => $"{Wording.Plain(number.Least)}to{Wording.Plain(number.Most)}")) : "words"));

    /// <summary>Nobody hits the words blindly.</summary>
    public override double Guess => 0;

    /// <inheritdoc/>
    public override Response Nothing => new Written([.. Blanks.Select(_ => "")]);

    /// <inheritdoc/>
    public override Response Solution => new Written([.. Blanks.Select(accepted => accepted[0].Answer)]);

    /// <inheritdoc/>
    public override bool Fits(Response response) => response is Written { Texts: var texts }
        && texts.Count == Blanks.Count && texts.All(text => text.Length <= LongestText);

    /// <summary>One part a blank.</summary>
    public override IReadOnlyList<bool> RightParts(Response response) =>
        [.. ((Written)response).Texts.Zip(Blanks, (text, blank) => Wording.Of(text) is { IsEmpty: false } wording && blank.Any(accepted => accepted.Is(wording)))];

    // Two keys are the same when they accept the same; a list compares by reference.
    /// <inheritdoc/>
    public bool Equals(BlanksKey? other) => other is not null && Blanks.Count == other.Blanks.Count && Blanks.Zip(other.Blanks).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc/>
    public override int GetHashCode() => Blanks.Count;
}
