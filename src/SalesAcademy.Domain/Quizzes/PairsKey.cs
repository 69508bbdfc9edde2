namespace SalesAcademy.Domain.Quizzes;

/// <summary>Which right-hand side belongs to each row; rows may share one, and some may belong to none.</summary>
/// <param name="Partners">For each row the place of its right-hand side, from 0.</param>
/// <param name="Sides">How many different right-hand sides there are, 2 or more.</param>
public sealed record PairsKey(IReadOnlyList<int> Partners, int Sides) : PartedKey
{
    /// <inheritdoc/>
    public override int Options => Sides;

    /// <inheritdoc/>
    public override int Parts => Partners.Count;

    /// <summary>The partner of each row.</summary>
    public override string Matter => string.Join('.', Partners);

    /// <inheritdoc/>
    public override bool HidesOrder => true;

    /// <summary>1/n of n right-hand sides, as each row is one blind pick.</summary>
    public override double Guess => 1.0 / Sides;

    /// <inheritdoc/>
    public override Response Nothing => new Arranged(new int?[Partners.Count]);

    /// <inheritdoc/>
    public override Response Solution => new Arranged([.. Partners]);

    /// <inheritdoc/>
    public override bool Fits(Response response) => response is Arranged { Places: var places }
        && places.Count == Partners.Count && places.All(place => place is null || (place >= 0 && place < Sides));

    /// <summary>One part a row.</summary>
    public override IReadOnlyList<bool> RightParts(Response response) => [.. ((Arranged)response).Places.Zip(Partners, (place, partner) => place == partner)];
}
