using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Integrations;

/// <summary>Another system was given a token for the interface.</summary>
/// <param name="Subject">The token.</param>
/// <param name="Scopes">What it may do, such as leads:read, parted by spaces.</param>
/// <param name="ExpiresAt">The instant from which it is worth nothing.</param>
public sealed record ApiTokenIssued(Guid Subject, string Scopes, DateTime ExpiresAt) : IEvent;

/// <summary>A token is worth nothing any more.</summary>
/// <param name="Subject">The token.</param>
public sealed record ApiTokenRevoked(Guid Subject) : IEvent;

/// <summary>An address of another system is told what happens here.</summary>
/// <param name="Subject">The webhook.</param>
/// <param name="Types">What it is told, parted by spaces.</param>
public sealed record WebhookAdded(Guid Subject, string Types) : IEvent;

/// <summary>A webhook is told nothing any more, until it is switched on again.</summary>
/// <param name="Subject">The webhook.</param>
/// <param name="Why">By hand, or because the address said that it is gone.</param>
public sealed record WebhookDisabled(Guid Subject, WebhookEnd Why) : IEvent;

/// <summary>A webhook is told again what happens from now on.</summary>
/// <param name="Subject">The webhook.</param>
public sealed record WebhookEnabled(Guid Subject) : IEvent;

/// <summary>What is sent to a webhook is signed with another secret from now on.</summary>
/// <param name="Subject">The webhook.</param>
public sealed record WebhookSecretRotated(Guid Subject) : IEvent;

/// <summary>Something could not be told to a webhook in all the tries there are.</summary>
/// <param name="Subject">The webhook.</param>
/// <param name="Delivery">What was to be told.</param>
public sealed record WebhookFailed(Guid Subject, Guid Delivery) : IEvent;

/// <summary>Why a webhook is told nothing.</summary>
public enum WebhookEnd
{
    /// <summary>Somebody switched it off.</summary>
    ByHand,

    /// <summary>The address answered 410.</summary>
    Gone,
}
