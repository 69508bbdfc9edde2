namespace SalesAcademy.Domain.Shared;

/// <summary>
/// Something that happened, told in the past tense, with ids and figures only: never a name, a note, an answer's text
/// or a reason in words. A changed meaning is a new version of the record.
/// </summary>
public interface IEvent
{
    /// <summary>Whose history it belongs to: a person, a lead or a team.</summary>
    Guid Subject { get; }
}

/// <summary>An event that depends on a content version.</summary>
public interface IUnderContent
{
    /// <summary>The hash of the document it was made under.</summary>
    string ContentHash { get; }
}

/// <summary>An event that depends on a policy version.</summary>
public interface IUnderPolicy
{
    /// <summary>The hash of the policy it was made under.</summary>
    string PolicyHash { get; }
}
