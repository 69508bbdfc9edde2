using System.Globalization;

namespace SalesAcademy.Domain.Quizzes;

/// <summary>That the items belong in the order of the file.</summary>
/// <param name="Items">How many there are, 2 or more.</param>
public sealed record OrderKey(int Items) : PartedKey
{
    /// <inheritdoc/>
    public override int Options => Items;

    /// <inheritdoc/>
    public override int Parts => Items - 1;

    /// <summary>The number of items: which they are is their wording.</summary>
    public override string Matter => Items.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override bool HidesOrder => true;

    /// <summary>1/n of n items: the chance that an item stands right before the one that follows it, in an order picked blindly.</summary>
    public override double Guess => 1.0 / Items;

    /// <inheritdoc/>
    public override Response Nothing => new Arranged(new int?[Items]);

    /// <inheritdoc/>
    public override Response Solution => new Arranged([.. Enumerable.Range(0, Items).Select(place => (int?)place)]);

    /// <inheritdoc/>
    public override bool Fits(Response response) => response is Arranged { Places: var places }
        && places.Count == Items && places.All(place => place is null || (place >= 0 && place < Items));

    /// <summary>
    /// One part for each item but the last: right when the next item of the file stands directly after it. One item in the wrong
    /// place so costs its neighbours, not every item behind it.
    /// </summary>
    public override IReadOnlyList<bool> RightParts(Response response)
    {
        var places = ((Arranged)response).Places;
        return [.. places.Zip(places.Skip(1), (place, next) => place is not null && next == place + 1)];
    }
}
