namespace SalesAcademy.Domain.Shared;

/// <summary>What came of a question put to the domain: accepted with a value, or refused with a reason. Refusals are values, never exceptions.</summary>
/// <typeparam name="T">What an accepted decision yields.</typeparam>
public abstract record Decision<T>
{
    private protected Decision()
    {
    }

    /// <summary>An accepted value stands for its decision.</summary>
    public static implicit operator Decision<T>(T value) => new Accepted<T>(value);

    /// <summary>A reason stands for its refusal.</summary>
    public static implicit operator Decision<T>(Refusal reason) => new Refused<T>(reason);
}

/// <summary>The decision was taken.</summary>
/// <typeparam name="T">What it yields.</typeparam>
/// <param name="Value">The result.</param>
public sealed record Accepted<T>(T Value) : Decision<T>;

/// <summary>The decision was declined.</summary>
/// <typeparam name="T">What acceptance would have yielded.</typeparam>
/// <param name="Reason">Why, in a form that can be said in either language.</param>
public sealed record Refused<T>(Refusal Reason) : Decision<T>;

/// <summary>Why something was refused: a stable key of the room's words and the figures that go into the sentence.</summary>
/// <param name="Key">Lower-case words joined by hyphens, such as attempts-used-up.</param>
/// <param name="Arguments">Numbers, dates and names of content, in the order of the sentence; never a person's words.</param>
public sealed record Refusal(string Key, params IReadOnlyList<object> Arguments)
{
    /// <summary>What is asked for does not exist, or not for this person; the two are not told apart.</summary>
    public static Refusal NotFound { get; } = new("not-found");
}

/// <summary>The empty result of a command that only does something.</summary>
public readonly record struct Done
{
    /// <summary>The one value.</summary>
    public static Done Value { get; }
}
