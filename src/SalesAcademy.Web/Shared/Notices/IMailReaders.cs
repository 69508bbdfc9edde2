namespace SalesAcademy.Web.Shared.Notices;

/// <summary>Somebody who may be written to.</summary>
/// <param name="Name">As they write it.</param>
/// <param name="Address">Their e-mail.</param>
/// <param name="Language">The language they read.</param>
public sealed record MailReader(string Name, string Address, string Language);

/// <summary>Who of some people wants mail; whoever does not, or may not sign in, is absent.</summary>
public interface IMailReaders
{
    Task<IReadOnlyDictionary<Guid, MailReader>> Of(IReadOnlyCollection<Guid> people, CancellationToken cancellation);
}
