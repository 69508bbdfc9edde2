using SalesAcademy.Domain.Shared;

namespace SalesAcademy.Domain.Certificates;

/// <summary>Certificates are signed with another key from now on; the old one still verifies what it has signed.</summary>
/// <param name="Subject">The change itself.</param>
/// <param name="Retired">The thumbprint of the key that signed until now.</param>
/// <param name="Current">The thumbprint of the one that signs.</param>
public sealed record SigningKeyReplaced(Guid Subject, string Retired, string Current) : IEvent;

/// <summary>Somebody else may have a key that signs or signed certificates: what bears its signature is not believed for that any more.</summary>
/// <param name="Subject">The change itself.</param>
/// <param name="Key">Its thumbprint.</param>
public sealed record SigningKeyDistrusted(Guid Subject, string Key) : IEvent;
