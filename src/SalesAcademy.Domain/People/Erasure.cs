using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.People;

/// <summary>Somebody who left is to be erased on a day, unless it is called off; the reason is kept apart.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Erasure">The erasure.</param>
/// <param name="DueOn">The first day on which it is carried out.</param>
public sealed record ErasureAsked(Guid Subject, Guid Erasure, DateOnly DueOn) : IEvent;

/// <summary>An erasure was called off before its day.</summary>
/// <param name="Subject">Who stays.</param>
/// <param name="Erasure">The erasure.</param>
public sealed record ErasureCalledOff(Guid Subject, Guid Erasure) : IEvent;

/// <summary>A person's name and words were erased; what they did stays under a pseudonym. Said again where an older backup was restored.</summary>
/// <param name="Subject">Who.</param>
public sealed record PersonErased(Guid Subject) : IEvent;

/// <summary>What is asked before somebody is erased, and what they are called afterwards.</summary>
public static class Erasing
{
    private const int Shown = 8;

    /// <summary>
    /// Whether an erasure may be asked for: not of oneself (erases-oneself), of somebody who has left (erase-after-leaving), who is not erased (erased)
    /// and for whom it is not asked already (erasure-waits).
    /// </summary>
    public static Decision<Done> Decide(bool isOneself, bool hasLeft, bool isErased, bool waits) => (isOneself, hasLeft, isErased, waits) switch
    {
        (true, _, _, _) => new Refusal("erases-oneself"),
        (_, _, true, _) => new Refusal("erased"),
        (_, false, _, _) => new Refusal("erase-after-leaving"),
        (_, _, _, true) => new Refusal("erasure-waits"),
        _ => Done.Value,
    };

    /// <summary>
    /// The name from then on, such as P-3F2A91C4: made of the last digits of the id alone, so that whoever is erased again after a backup was
    /// restored is called the same.
    /// </summary>
    public static string Pseudonym(Guid person) => $"P-{person.ToString("N")[^Shown..].ToUpperInvariant()}";

    /// <summary>An address that no mail reaches; the id keeps it apart from all others.</summary>
    public static string Address(Guid person) => $"{person:N}@erased.invalid";
}
